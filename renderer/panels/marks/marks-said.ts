import type { Mark, StickyMark } from '#shared/model/records'
import { countOf, nameOf } from '../../canvas/marks/mark-names'
import { voteName } from './look-words'

/** What came, went, or was voted for among marks, in words; `''` when nothing did. */
export function marksSaid(old: readonly Mark[], now: readonly Mark[]): string {
  if (old === now) return ''
  const before = new Map(old.map((mark) => [mark.id, mark]))
  const added: Mark[] = []
  const voted: string[] = []
  for (const mark of now) {
    const was = before.get(mark.id)
    before.delete(mark.id)
    if (!was) added.push(mark)
    else if (mark !== was && mark.kind === 'sticky' && was.kind === 'sticky')
      voted.push(...votesSaid(was, mark))
  }
  const said = [counted(added, 'added'), counted([...before.values()], 'removed')]
  return [...said, ...voted].filter((part) => part !== '').join('; ')
}

function counted(marks: readonly Mark[], what: string): string {
  const [only] = marks
  if (!only) return ''
  return `${marks.length === 1 ? nameOf(only) : countOf(0, marks.length)} ${what}`
}

/** "Agree: 2 votes, on Sticky note: Who owns DNS?" */
function votesSaid(was: StickyMark, now: StickyMark): string[] {
  const emojis = new Set([...Object.keys(was.votes), ...Object.keys(now.votes)])
  return [...emojis].flatMap((emoji) => {
    const count = now.votes[emoji]?.length ?? 0
    if (count === (was.votes[emoji]?.length ?? 0)) return []
    const votes = count === 0 ? 'no votes' : count === 1 ? '1 vote' : `${count} votes`
    return `${voteName(emoji)}: ${votes}, on ${nameOf({ ...now, votes: {} })}`
  })
}
