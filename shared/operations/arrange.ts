import type { BoardView } from '../model/board-view'
import { previewBoard } from '../model/apply-patch'
import { union, type Point, type Rect } from '../model/geometry'
import type { NodeId } from '../model/ids'
import type { Change, Patch } from '../model/patch'
import type { BoardNode, GroupNode, Mark } from '../model/records'
import { chosenMarks, chosenThings, type Chosen } from './chosen'
import { placeMarks } from './marks'
import { placeNodes, resizeGroup, withoutNested } from './nodes'
import type { ScopeOf } from './scope'
import type { Settled } from './settle'

export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom'

type Thing = BoardNode | Mark

/** Lines nodes and marks up on a side or middle of the box around them. Fewer than two change nothing. */
export function align(view: BoardView, chosen: Chosen, to: Alignment, scopeOf: ScopeOf): Settled {
  const things = outermost(view, chosen)
  const box = union(things)
  if (!box || things.length < 2) return { changes: [], hint: null }
  return place(view, new Map(things.map((thing) => [thing, aligned(thing, box, to)])), scopeOf)
}

function aligned({ x, y, w, h }: Rect, box: Rect, to: Alignment): Point {
  switch (to) {
    case 'left':
      return { x: box.x, y }
    case 'center':
      return { x: Math.round(box.x + (box.w - w) / 2), y }
    case 'right':
      return { x: box.x + box.w - w, y }
    case 'top':
      return { x, y: box.y }
    case 'middle':
      return { x, y: Math.round(box.y + (box.h - h) / 2) }
    case 'bottom':
      return { x, y: box.y + box.h - h }
  }
}

/** Makes the gaps between nodes and marks equal, the outer two staying. Fewer than three change nothing. */
export function distribute(
  view: BoardView,
  chosen: Chosen,
  along: 'horizontal' | 'vertical',
  scopeOf: ScopeOf,
): Settled {
  const start = along === 'horizontal' ? 'x' : 'y'
  const extent = along === 'horizontal' ? 'w' : 'h'
  const things = outermost(view, chosen).sort((a, b) => a[start] - b[start])
  const first = things[0]
  const last = things.at(-1)
  if (!first || !last || things.length < 3) return { changes: [], hint: null }
  const used = things.reduce((sum, thing) => sum + thing[extent], 0)
  const gap = (last[start] + last[extent] - first[start] - used) / (things.length - 1)
  const places = new Map<Thing, Point>()
  let at = first[start]
  for (const thing of things) {
    const { x, y } = thing
    places.set(thing, along === 'horizontal' ? { x: Math.round(at), y } : { x, y: Math.round(at) })
    at += thing[extent] + gap
  }
  return place(view, places, scopeOf)
}

/** What moves by itself: nodes inside other chosen ones go with them. */
function outermost(view: BoardView, { nodes, marks }: Chosen): Thing[] {
  return [...withoutNested(view, nodes), ...chosenMarks(view, marks)]
}

function place(view: BoardView, places: ReadonlyMap<Thing, Point>, scopeOf: ScopeOf): Settled {
  const nodes = new Map<NodeId, Point>()
  const marks = new Map<Mark, Point>()
  for (const [thing, to] of places)
    if (isNode(thing)) nodes.set(thing.id, to)
    else marks.set(thing, to)
  const { changes, hint } = placeNodes(view, nodes, scopeOf)
  return { changes: [...changes, ...placeMarks(marks)], hint }
}

function isNode(thing: Thing): thing is BoardNode {
  return thing.kind === 'service' || thing.kind === 'group'
}

/** What can be made as large as another: services have one size, and other marks a size that goes with what they show. */
type Sizable = GroupNode | Extract<Mark, { kind: 'sticky' | 'shape' }>

/** The groups, sticky notes and shapes among what is chosen. */
export function sizable(view: BoardView, chosen: Chosen): readonly Sizable[] {
  return chosenThings(view, chosen).filter(
    (thing) => thing.kind === 'group' || thing.kind === 'sticky' || thing.kind === 'shape',
  )
}

/**
 * Makes groups, sticky notes and shapes as wide, as high, or as large as the largest of them. Fewer than two change
 * nothing, and locked ones stay as they are.
 */
export function sameSize(
  view: BoardView,
  chosen: Chosen,
  extent: 'width' | 'height' | 'both',
  scopeOf: ScopeOf,
): Patch {
  const things = sizable(view, chosen)
  if (things.length < 2) return []
  const w = Math.max(...things.map((thing) => thing.w))
  const h = Math.max(...things.map((thing) => thing.h))
  const changes: Change[] = []
  let after = view
  for (const thing of things) {
    if (thing.kind !== 'group') {
      const size = { w: extent === 'height' ? thing.w : w, h: extent === 'width' ? thing.h : h }
      if (!thing.locked && (size.w !== thing.w || size.h !== thing.h))
        changes.push({ op: 'setMark', id: thing.id, set: size })
      continue
    }
    const group = after.node(thing.id)
    if (!group) continue
    const rect = {
      x: group.x,
      y: group.y,
      w: extent === 'height' ? group.w : Math.max(w, group.w),
      h: extent === 'width' ? group.h : Math.max(h, group.h),
    }
    const step = resizeGroup(after, group.id, rect, scopeOf).changes
    changes.push(...step)
    after = previewBoard(after, step)
  }
  return changes
}
