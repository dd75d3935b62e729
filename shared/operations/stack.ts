import { generateNKeysBetween } from 'fractional-indexing'
import type { BoardView } from '../model/board-view'
import type { MarkId, NodeId } from '../model/ids'
import type { Change, Patch } from '../model/patch'
import { withoutNested } from './nodes'

export type Restack = 'front' | 'forward' | 'backward' | 'back'

/** Draws nodes over or under their siblings; those that are moved keep their order among themselves. */
export function restack(view: BoardView, ids: readonly NodeId[], to: Restack): Patch {
  const byParent = new Map<NodeId | null, Set<NodeId>>()
  for (const { id, parentId } of withoutNested(view, ids)) {
    const list = byParent.get(parentId) ?? new Set()
    byParent.set(parentId, list.add(id))
  }
  return [...byParent].flatMap(([parentId, moved]) => {
    const siblings = view.children(parentId)
    return ordered(siblings, reordered(siblings, moved, to), ({ id }, order) => ({
      op: 'setNode',
      id,
      set: { order },
    }))
  })
}

/** Draws marks over or under the board's other marks. All of them lie over the nodes. */
export function restackMarks(view: BoardView, ids: readonly MarkId[], to: Restack): Patch {
  return ordered(view.marks, reordered(view.marks, new Set<string>(ids), to), ({ id }, order) => ({
    op: 'setMark',
    id,
    set: { order },
  }))
}

interface Stacked {
  id: string
  order: string
}

type SetOrder<T> = (one: T, order: string) => Change

function reordered<T extends Stacked>(
  siblings: readonly T[],
  moved: ReadonlySet<string>,
  to: Restack,
): readonly T[] {
  const chosen = siblings.filter((node) => moved.has(node.id))
  const others = siblings.filter((node) => !moved.has(node.id))
  if (to === 'front') return [...others, ...chosen]
  if (to === 'back') return [...chosen, ...others]
  const list = [...siblings]
  const steps = list.map((_, i) => i)
  // The one that leads goes first, so that a block moves as one.
  for (const i of to === 'forward' ? steps.toReversed() : steps) {
    const j = to === 'forward' ? i + 1 : i - 1
    const [node, next] = [list[i], list[j]]
    if (!node || !next || !moved.has(node.id) || moved.has(next.id)) continue
    list[i] = next
    list[j] = node
  }
  return list
}

/** Gives new keys to as few nodes as the order wants: the longest run that is in order keeps its own. */
function ordered<T extends Stacked>(
  before: readonly T[],
  after: readonly T[],
  setOrder: SetOrder<T>,
): Change[] {
  if (after.every((one, i) => one === before[i])) return []
  const changes: Change[] = []
  const kept = keptInOrder(after)
  for (let i = 0; i < after.length;) {
    if (kept.has(i)) {
      i++
      continue
    }
    let end = i
    while (end < after.length && !kept.has(end)) end++
    const low = i === 0 ? null : (after[i - 1]?.order ?? null)
    const high = end === after.length ? null : (after[end]?.order ?? null)
    const keys = keysBetween(low, high, end - i)
    if (!keys) return rekeyed(after, setOrder)
    keys.forEach((order, k) => {
      const one = after[i + k]
      if (one) changes.push(setOrder(one, order))
    })
    i = end
  }
  return changes
}

/** Places of the longest list whose keys already rise. */
function keptInOrder(list: readonly Stacked[]): ReadonlySet<number> {
  /** By length: where the rising list of that length ends whose last key is the least. */
  const ends: number[] = []
  const from: (number | undefined)[] = []
  list.forEach(({ order }, i) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      const end = list[ends[middle] ?? -1]
      if (end && end.order < order) low = middle + 1
      else high = middle
    }
    from[i] = ends[low - 1]
    ends[low] = i
  })
  const kept = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = from[at]) kept.add(at)
  return kept
}

function keysBetween(low: string | null, high: string | null, count: number): string[] | null {
  try {
    return generateNKeysBetween(low, high, count)
  } catch {
    // A peer wrote a key that is no fractional index.
    return null
  }
}

function rekeyed<T>(list: readonly T[], setOrder: SetOrder<T>): Change[] {
  return generateNKeysBetween(null, null, list.length).flatMap((order, i) => {
    const one = list[i]
    return one === undefined ? [] : setOrder(one, order)
  })
}
