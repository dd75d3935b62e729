import { generateNKeysBetween } from 'fractional-indexing'
import type { BoardView } from '../model/board-view'
import type { NodeId } from '../model/ids'
import type { Change, Patch } from '../model/patch'
import type { BoardNode } from '../model/records'
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
    return ordered(siblings, reordered(siblings, moved, to))
  })
}

function reordered(
  siblings: readonly BoardNode[],
  moved: ReadonlySet<NodeId>,
  to: Restack,
): readonly BoardNode[] {
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
function ordered(before: readonly BoardNode[], after: readonly BoardNode[]): Change[] {
  if (after.every((node, i) => node === before[i])) return []
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
    if (!keys) return rekeyed(after)
    keys.forEach((order, k) => {
      const node = after[i + k]
      if (node) changes.push({ op: 'setNode', id: node.id, set: { order } })
    })
    i = end
  }
  return changes
}

/** Places of the longest list of nodes whose keys already rise. */
function keptInOrder(nodes: readonly BoardNode[]): ReadonlySet<number> {
  const best: number[] = []
  const from: (number | undefined)[] = []
  const length: number[] = []
  nodes.forEach(({ order }, i) => {
    length[i] = 1
    for (let j = 0; j < i; j++) {
      const earlier = nodes[j]
      if (earlier && earlier.order < order && (length[j] ?? 0) + 1 > (length[i] ?? 0)) {
        length[i] = (length[j] ?? 0) + 1
        from[i] = j
      }
    }
    if ((length[i] ?? 0) > (length[best[0] ?? -1] ?? 0)) best[0] = i
  })
  const kept = new Set<number>()
  for (let at = best[0]; at !== undefined; at = from[at]) kept.add(at)
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

function rekeyed(nodes: readonly BoardNode[]): Change[] {
  return generateNKeysBetween(null, null, nodes.length).flatMap((order, i): Change[] => {
    const node = nodes[i]
    return node ? [{ op: 'setNode', id: node.id, set: { order } }] : []
  })
}
