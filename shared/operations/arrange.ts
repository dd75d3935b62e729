import type { BoardView } from '../model/board-view'
import { previewBoard } from '../model/apply-patch'
import { union, type Point } from '../model/geometry'
import type { NodeId } from '../model/ids'
import type { Change, Patch } from '../model/patch'
import { placeNodes, resizeGroup, withoutNested } from './nodes'
import type { ScopeOf } from './scope'
import type { Settled } from './settle'

export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom'

/** Lines nodes up on a side or middle of the box around them. Fewer than two change nothing. */
export function alignNodes(
  view: BoardView,
  ids: readonly NodeId[],
  to: Alignment,
  scopeOf: ScopeOf,
): Settled {
  const nodes = withoutNested(view, ids)
  const box = union(nodes)
  if (!box || nodes.length < 2) return { changes: [], hint: null }
  const places = new Map<NodeId, Point>()
  for (const n of nodes) {
    const x =
      to === 'left'
        ? box.x
        : to === 'center'
          ? Math.round(box.x + (box.w - n.w) / 2)
          : to === 'right'
            ? box.x + box.w - n.w
            : n.x
    const y =
      to === 'top'
        ? box.y
        : to === 'middle'
          ? Math.round(box.y + (box.h - n.h) / 2)
          : to === 'bottom'
            ? box.y + box.h - n.h
            : n.y
    places.set(n.id, { x, y })
  }
  return placeNodes(view, places, scopeOf)
}

/** Makes the gaps between nodes equal, the outer two staying. Fewer than three change nothing. */
export function distributeNodes(
  view: BoardView,
  ids: readonly NodeId[],
  along: 'horizontal' | 'vertical',
  scopeOf: ScopeOf,
): Settled {
  const start = along === 'horizontal' ? 'x' : 'y'
  const extent = along === 'horizontal' ? 'w' : 'h'
  const nodes = withoutNested(view, ids).sort((a, b) => a[start] - b[start])
  const first = nodes[0]
  const last = nodes.at(-1)
  if (!first || !last || nodes.length < 3) return { changes: [], hint: null }
  const used = nodes.reduce((sum, n) => sum + n[extent], 0)
  const gap = (last[start] + last[extent] - first[start] - used) / (nodes.length - 1)
  const places = new Map<NodeId, Point>()
  let at = first[start]
  for (const n of nodes) {
    places.set(
      n.id,
      along === 'horizontal' ? { x: Math.round(at), y: n.y } : { x: n.x, y: Math.round(at) },
    )
    at += n[extent] + gap
  }
  return placeNodes(view, places, scopeOf)
}

/** Makes groups as wide, as high, or as large as the largest of them. Fewer than two change nothing. */
export function sameSize(
  view: BoardView,
  ids: readonly NodeId[],
  extent: 'width' | 'height' | 'both',
  scopeOf: ScopeOf,
): Patch {
  const groups = ids.flatMap((id) => {
    const node = view.node(id)
    return node?.kind === 'group' ? [node] : []
  })
  if (groups.length < 2) return []
  const w = Math.max(...groups.map((group) => group.w))
  const h = Math.max(...groups.map((group) => group.h))
  const changes: Change[] = []
  let after = view
  for (const { id } of groups) {
    const group = after.node(id)
    if (!group) continue
    const rect = {
      x: group.x,
      y: group.y,
      w: extent === 'height' ? group.w : Math.max(w, group.w),
      h: extent === 'width' ? group.h : Math.max(h, group.h),
    }
    const step = resizeGroup(after, id, rect, scopeOf).changes
    changes.push(...step)
    after = previewBoard(after, step)
  }
  return changes
}
