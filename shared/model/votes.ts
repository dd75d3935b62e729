import type { VoteChange } from './patch'
import { LIMITS, type Votes } from './records'

/**
 * Votes after some were cast or taken back: names sorted, no emoji without a name.
 *
 * Votes beyond what a sticky note may hold are left out, the same ones whatever order they were cast in.
 */
export function withVotes(votes: Votes, changes: readonly VoteChange[]): Votes {
  const changed = new Map<string, Set<string>>()
  for (const { emoji, name, isFor } of changes) {
    const names = changed.get(emoji) ?? new Set(votes[emoji])
    if (isFor) names.add(name)
    else names.delete(name)
    changed.set(emoji, names)
  }
  const all = new Map(Object.entries(votes))
  for (const [emoji, names] of changed)
    if (names.size > 0) all.set(emoji, [...names].sort().slice(0, LIMITS.votersPerEmoji))
    else all.delete(emoji)
  const kept = [...all].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, LIMITS.emojisPerSticky)
  return Object.fromEntries(kept)
}
