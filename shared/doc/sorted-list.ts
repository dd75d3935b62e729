import { byOrder } from '../model/session'

type Sortable = { id: string; order?: string }

/** What became of one record: as it stood in the list, and as it is now; `undefined` where it is in neither. */
export interface Replacement<T> {
  was: T | undefined
  is: T | undefined
}

/**
 * A sorted list after some of its records changed; the list itself when none did.
 *
 * One copy and one pass, whatever changed; every `was` must be in the list.
 */
export function updateSorted<T extends Sortable>(
  list: readonly T[],
  changes: Iterable<Replacement<T>>,
): readonly T[] {
  const replaced = new Map<number, T>()
  const removed = new Set<number>()
  const added: T[] = []
  for (const { was, is } of changes) {
    if (was === is) continue
    if (was && is && byOrder(was, is) === 0) replaced.set(placeOf(list, was), is)
    else {
      if (was) removed.add(placeOf(list, was))
      if (is) added.push(is)
    }
  }
  if (replaced.size + removed.size + added.length === 0) return list
  const copy = list.slice()
  for (const [at, record] of replaced) copy[at] = record
  if (removed.size + added.length === 0) return copy
  const kept = removed.size === 0 ? copy : copy.filter((_, at) => !removed.has(at))
  return added.length === 0 ? kept : merge(kept, added.sort(byOrder))
}

/** Where a record is, or would be. */
function placeOf<T extends Sortable>(list: readonly T[], record: T): number {
  let from = 0
  let to = list.length
  while (from < to) {
    const middle = (from + to) >> 1
    const there = list[middle]
    if (there && byOrder(there, record) < 0) from = middle + 1
    else to = middle
  }
  return from
}

function merge<T extends Sortable>(kept: readonly T[], added: readonly T[]): readonly T[] {
  if (kept.length === 0) return added
  const runs: (readonly T[])[] = []
  let from = 0
  for (const record of added) {
    const to = placeOf(kept, record)
    runs.push(kept.slice(from, to), [record])
    from = to
  }
  return [...runs, kept.slice(from)].flat()
}
