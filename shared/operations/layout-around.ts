import type { BoardView } from '../model/board-view'
import {
  contains,
  GROUP_HEADER,
  GROUP_PADDING,
  inflate,
  intersects,
  union,
  type Point,
  type Rect,
} from '../model/geometry'
import type { NodeId } from '../model/ids'
import type { Change, Patch } from '../model/patch'
import type { BoardNode } from '../model/records'
import { SpatialIndex } from '../model/spatial-index'
import { besides, nearestFreePlace, type Sides, type Ways } from './free-place'
import type { LayoutScope } from './layout-scope'
import { cornerShift, placesAround, type Anchor } from './layout-targets'
import type { ScopeOf } from './scope'
import { innerBounds, settle } from './settle'

/** What is laid out keeps this far from what stays, and from each other. */
const GAP = 24
/** A layout goes aside as a whole to where there is room, if that is no further than this, or half its own size. */
const ASIDE = 160

/**
 * A layout as one edit, around what stays: locked nodes do not move, what is laid out goes where the layout wants it
 * relative to them, and where something is in the way to the nearest free place.
 *
 * Groups that hold something that stays grow and shrink around it. What such a group has no room for, because of what
 * stands around the group, is left as it was.
 */
export function arrangeLaidOut(
  view: BoardView,
  { moving }: LayoutScope,
  places: ReadonlyMap<NodeId, Rect>,
  scopeOf: ScopeOf,
): Patch {
  let free: ReadonlySet<NodeId> = new Set([...moving].filter((id) => places.has(id)))
  for (;;) {
    const { rects, crowded } = new Arrangement(view, free, places).run()
    if (crowded.length === 0) return asPatch(view, rects, scopeOf)
    free = without(view, free, crowded)
  }
}

function asPatch(view: BoardView, rects: ReadonlyMap<NodeId, Rect>, scopeOf: ScopeOf): Patch {
  const changed = new Map<NodeId, BoardNode>()
  for (const [id, rect] of rects) {
    const node = view.node(id)
    if (node) changed.set(id, { ...node, ...rect })
  }
  return [
    ...settle(view, changed, { scopeOf, reparent: false }).changes,
    ...waypointChanges(view, changed),
  ]
}

/** Points that a connector was put through go along with both its ends, and are given up where these part. */
function waypointChanges(view: BoardView, changed: ReadonlyMap<NodeId, BoardNode>): Change[] {
  const shift = (id: NodeId): Point => {
    const [is, was] = [changed.get(id), view.node(id)]
    return is && was ? { x: is.x - was.x, y: is.y - was.y } : { x: 0, y: 0 }
  }
  return view.edges.flatMap((edge): Change[] => {
    if (!edge.waypoints || edge.waypoints.length === 0) return []
    const [a, b] = [shift(edge.source), shift(edge.target)]
    if (a.x === 0 && a.y === 0 && b.x === 0 && b.y === 0) return []
    const together = a.x === b.x && a.y === b.y
    const waypoints = together
      ? edge.waypoints.map(({ x, y }) => ({ x: x + a.x, y: y + a.y }))
      : undefined
    return [{ op: 'setEdge', id: edge.id, set: { waypoints } }]
  })
}

/** All but what is inside these groups. */
function without(
  view: BoardView,
  free: ReadonlySet<NodeId>,
  holders: readonly (NodeId | null)[],
): ReadonlySet<NodeId> {
  const left = new Set(free)
  for (const holder of holders)
    for (const child of view.children(holder)) {
      if (!left.delete(child.id)) continue
      for (const { id } of view.descendants(child.id)) left.delete(id)
    }
  return left
}

interface Result {
  rects: ReadonlyMap<NodeId, Rect>
  /** Groups in which something finds no room. */
  crowded: readonly (NodeId | null)[]
}

/** One attempt to put what is free around what is not. */
class Arrangement {
  /** Groups that hold something that stays, and may hold more: their rectangles as they grow. */
  private readonly hulls = new Map<NodeId, Rect | null>()
  private readonly rects = new Map<NodeId, Rect>()
  private readonly crowds = new Map<NodeId | null, SpatialIndex<NodeId>>()

  constructor(
    private readonly view: BoardView,
    private readonly free: ReadonlySet<NodeId>,
    private readonly places: ReadonlyMap<NodeId, Rect>,
  ) {}

  run(): Result {
    const crowded = this.holders().filter((holder) => !this.fill(holder))
    for (const [id, hull] of this.hulls) if (hull && this.free.has(id)) this.rects.set(id, hull)
    return { rects: this.rects, crowded }
  }

  /** Groups with something to be placed in them, innermost first; those that only move as a whole are not among them. */
  private holders(): (NodeId | null)[] {
    const { view, free } = this
    const found = new Map<NodeId | null, number>()
    for (const id of free) {
      const parent = view.parent(id)?.id ?? null
      if (!found.has(parent))
        found.set(parent, parent === null ? -1 : view.ancestors(parent).length)
    }
    // Every group's hull is known before anything is placed beside it.
    const depths = [...found].sort(([, a], [, b]) => b - a)
    for (const [id] of depths) if (id !== null) this.hullOf(id)
    return depths.flatMap(([id]) => (id === null || this.hullOf(id) ? [id] : []))
  }

  /** Rectangle of a group that cannot move as a whole: as it is, or around what stays in it. `null` for one that can. */
  private hullOf(id: NodeId): Rect | null {
    const known = this.hulls.get(id)
    if (known !== undefined) return known
    const { view, free } = this
    const node = view.node(id)
    const hull = free.has(id)
      ? innerBounds(view.children(id).flatMap((child) => this.standing(child) ?? []))
      : node && { x: node.x, y: node.y, w: node.w, h: node.h }
    this.hulls.set(id, hull ?? null)
    return hull ?? null
  }

  /** Where something is that stays, at least in part; `null` for what is yet to be placed. */
  private standing(node: BoardNode): Rect | null {
    if (node.kind === 'group') return this.hullOf(node.id)
    return this.free.has(node.id) ? null : node
  }

  /** Places what is to go into a group; `false` where there is no room for it. */
  private fill(holder: NodeId | null): boolean {
    const { view, places } = this
    const anchors: Anchor[] = []
    const blocks: { node: BoardNode; laid: Rect }[] = []
    for (const node of view.children(holder)) {
      const is = this.standing(node)
      const laid = places.get(node.id)
      if (is) {
        this.crowdOf(holder).set(node.id, is)
        if (laid) anchors.push({ id: node.id, laid, is })
      } else if (laid) blocks.push({ node, laid })
    }
    const wanted = anchors.length > 0 ? placesAround(anchors) : this.asOne(holder, blocks)
    // What is large finds room first; what is equally large in the order in which one reads it.
    const inTurn = blocks
      .map((block) => ({ ...block, area: block.laid.w * block.laid.h }))
      .sort((a, b) => b.area - a.area || a.laid.x - b.laid.x || a.laid.y - b.laid.y)
    for (const { node, laid } of inTurn) {
      const at = nearestFreePlace(wanted(laid, this.linked(holder, node)), (rect) =>
        this.waysOut(holder, rect),
      )
      if (!at) return false
      const rect = { ...laid, ...at }
      this.crowdOf(holder).set(node.id, rect)
      this.grow(holder, rect)
      this.carry(node, { x: at.x - laid.x, y: at.y - laid.y })
    }
    return true
  }

  /** What else in a group has a connector to something, or to what is inside it. */
  private linked(holder: NodeId | null, node: BoardNode): Set<NodeId> {
    const { view } = this
    const found = new Set<NodeId>()
    const add = (end: NodeId): void => {
      const line = [end, ...view.ancestors(end).map(({ id }) => id)]
      const inside = line[(holder === null ? line.length : line.indexOf(holder)) - 1]
      if (inside) found.add(inside)
    }
    for (const { id } of [node, ...view.descendants(node.id)]) {
      for (const { source } of view.edgesIn(id)) add(source)
      for (const { target } of view.edgesOut(id)) add(target)
    }
    return found
  }

  /** Where nothing stays, the layout keeps its corner, or goes aside as one where there is room nearby. */
  private asOne(
    holder: NodeId | null,
    blocks: readonly { node: BoardNode; laid: Rect }[],
  ): (laid: Rect) => Rect {
    const laid = blocks.map((block) => block.laid)
    const by = cornerShift(
      laid,
      blocks.map(({ node }) => node),
    )
    const box = union(laid)
    if (box) {
      const start = { ...box, x: box.x + by.x, y: box.y + by.y }
      const aside = nearestFreePlace(start, (rect) => this.waysOut(holder, rect))
      const far = aside ? Math.abs(aside.x - start.x) + Math.abs(aside.y - start.y) : Infinity
      if (aside && far <= Math.max(ASIDE, (box.w + box.h) / 4))
        return (rect) => ({ ...rect, x: rect.x + aside.x - box.x, y: rect.y + aside.y - box.y })
    }
    return (rect) => ({ ...rect, x: rect.x + by.x, y: rect.y + by.y })
  }

  /** Something that moves as a whole goes to its place, with all that is inside it. */
  private carry(node: BoardNode, by: Point): void {
    for (const { id } of [node, ...this.view.descendants(node.id)]) {
      const laid = this.places.get(id)
      if (laid) this.rects.set(id, { ...laid, x: laid.x + by.x, y: laid.y + by.y })
    }
  }

  private grow(holder: NodeId | null, rect: Rect): void {
    let inner = rect
    for (let at = holder; at !== null;) {
      const hull = this.hullOf(at)
      const needed = innerBounds([inner])
      const grown = hull && needed && !contains(hull, needed) ? union([hull, needed]) : null
      if (!grown) return
      const parent = this.view.parent(at)?.id ?? null
      this.hulls.set(at, grown)
      this.crowdOf(parent).set(at, grown)
      inner = grown
      at = parent
    }
  }

  /**
   * Where else a rectangle may go that is in something's way inside its group, or would make a group around it grow
   * into something; `null` where it is in nothing's way.
   */
  private waysOut(holder: NodeId | null, rect: Rect): Ways | null {
    const hit = this.inTheWay(holder, null, rect)
    if (hit) return besides(rect, hit, ROOM)
    let inner = rect
    let room = ROOM
    for (let at = holder; at !== null; at = this.view.parent(at)?.id ?? null) {
      const hull = this.hullOf(at)
      const needed = innerBounds([inner])
      if (!hull || !needed || contains(hull, needed)) return null
      room = { ...room, ...padded(room) }
      if (this.view.node(at)?.locked === true) return inside(rect, hull, room)
      const grown = union([hull, needed])
      if (!grown) return null
      const wall = this.inTheWay(this.view.parent(at)?.id ?? null, at, grown, hull)
      if (wall) return besides(rect, wall, room)
      inner = grown
    }
    return null
  }

  /** Something inside a group, other than `self`, that a rectangle comes too near to and `before` did not. */
  private inTheWay(
    holder: NodeId | null,
    self: NodeId | null,
    rect: Rect,
    before?: Rect,
  ): Rect | null {
    const wide = inflate(rect, GAP)
    const crowd = this.crowdOf(holder)
    for (const id of crowd.search(wide)) {
      const other = crowd.rectOf(id)
      if (id === self || !other || !intersects(wide, other)) continue
      if (!before || !intersects(inflate(before, GAP), other)) return other
      if (!intersects(before, other) && intersects(rect, other)) return other
    }
    return null
  }

  /** What has its place in a group so far. */
  private crowdOf(holder: NodeId | null): SpatialIndex<NodeId> {
    const known = this.crowds.get(holder)
    if (known) return known
    const crowd = new SpatialIndex<NodeId>()
    this.crowds.set(holder, crowd)
    for (const node of this.view.children(holder)) {
      const is = this.standing(node)
      if (is) crowd.set(node.id, is)
    }
    return crowd
  }
}

const ROOM: Sides = { left: GAP, above: GAP, right: GAP, below: GAP }

/** What is kept free around something inside one more group. */
function padded({ left, above, right, below }: Sides): Sides {
  return {
    left: left + GROUP_PADDING,
    above: above + GROUP_HEADER + GROUP_PADDING / 2,
    right: right + GROUP_PADDING,
    below: below + GROUP_PADDING,
  }
}

/** The place inside a group that does not grow. */
function inside(rect: Rect, hull: Rect, room: Sides): Ways {
  const clamp = (value: number, least: number, most: number): number =>
    Math.max(least, Math.min(most, value))
  const [left, top] = [hull.x + room.left - GAP, hull.y + room.above - GAP]
  const [right, bottom] = [hull.x + hull.w - room.right + GAP, hull.y + hull.h - room.below + GAP]
  if (left + rect.w > right || top + rect.h > bottom) return []
  return [{ x: clamp(rect.x, left, right - rect.w), y: clamp(rect.y, top, bottom - rect.h) }]
}
