import type { BoardView } from '#shared/model/board-view'
import { inflate, sameRect, type Rect } from '#shared/model/geometry'
import type { EdgeId, MarkId, NodeId } from '#shared/model/ids'
import type { BoardEdge, BoardNode, GroupNode, Mark, ServiceNode } from '#shared/model/records'
import { SpatialIndex } from '#shared/model/spatial-index'
import { markExtent } from '#shared/render/mark-drawing'
import type { RoutedEdge } from '#shared/render/route'

/** Beyond a service's box: chip and badge. Board units. */
const AROUND_NODE = 14
/** Beyond a connector's line: half its width, the arrowhead, its plate. */
const AROUND_EDGE = 14
/** Half the width of the widest plate. */
const PLATE = 100

/** A node as it is painted. */
export interface SceneNode {
  node: BoardNode
  /** Place in the order of painting, later on top. */
  at: number
}

export interface SceneEdge {
  edge: BoardEdge
  route: RoutedEdge
  at: number
}

export interface SceneMark {
  mark: Mark
  at: number
}

/** What is in some part of the board, in the order of painting. */
export interface Part {
  /** Where it is; without it, all of what is given is wanted. */
  rect?: Rect
  groups: readonly GroupNode[]
  edges: readonly SceneEdge[]
  services: readonly ServiceNode[]
  marks: readonly Mark[]
}

/** A board laid out for painting: what is where, kept up to date record by record. */
export class BoardScene {
  private view: BoardView | null = null
  private routes: ReadonlyMap<EdgeId, RoutedEdge> = new Map()
  private readonly nodes = new Map<NodeId, SceneNode>()
  private readonly edges = new Map<EdgeId, SceneEdge>()
  private readonly nodePlaces = new SpatialIndex<SceneNode>()
  private readonly edgePlaces = new SpatialIndex<SceneEdge>()
  private readonly marks = new Map<MarkId, SceneMark>()
  private readonly markPlaces = new SpatialIndex<SceneMark>()
  private box: Rect | null = null

  /** All that is drawn; `null` on an empty board. */
  get bounds(): Rect | null {
    if (this.box) return this.box
    const around = new Around()
    for (const { node } of this.nodes.values()) around.take(node)
    this.edgePlaces.eachRect((rect) => around.take(rect))
    for (const { mark } of this.marks.values()) around.take(markExtent(mark))
    return (this.box = around.rect)
  }

  get board(): BoardView | null {
    return this.view
  }

  /** Takes the board and its routes as they are now; calls back with every place that looks different. */
  update(
    view: BoardView,
    routes: ReadonlyMap<EdgeId, RoutedEdge>,
    differs: (rect: Rect) => void,
  ): void {
    const before = this.view
    if (view !== before) this.takeNodes(view, differs)
    if (view.edges !== before?.edges || routes !== this.routes)
      this.takeEdges(view.edges, routes, differs)
    if (view.marks !== before?.marks) this.takeMarks(view.marks, differs)
    this.view = view
    this.routes = routes
    this.box = null
  }

  /** Takes routes that are other than they were, of connectors that are the same. */
  updateRoutes(
    routes: ReadonlyMap<EdgeId, RoutedEdge>,
    changed: Iterable<EdgeId>,
    differs: (rect: Rect) => void,
  ): void {
    for (const id of changed) {
      const known = this.edges.get(id)
      const route = routes.get(id)
      if (known && route) this.takeEdge(known.edge, route, known.at, differs)
    }
    this.routes = routes
    this.box = null
  }

  node(id: NodeId): BoardNode | undefined {
    return this.nodes.get(id)?.node
  }

  edge(id: EdgeId): SceneEdge | undefined {
    return this.edges.get(id)
  }

  /** The place a connector takes, its plate with it. */
  edgeRect(id: EdgeId): Rect | undefined {
    const known = this.edges.get(id)
    return known && this.edgePlaces.rectOf(known)
  }

  mark(id: MarkId): Mark | undefined {
    return this.marks.get(id)?.mark
  }

  /** Marks that may be seen in a rectangle, in drawing order. */
  marksIn(rect: Rect): Mark[] {
    return this.markPlaces
      .search(rect)
      .sort(byPlace)
      .map(({ mark }) => mark)
  }

  /** What may be seen in a rectangle, but for `without` and its connectors, and for marks that are left out. */
  part(
    rect: Rect,
    without?: { has(id: NodeId): boolean },
    withoutMarks?: { has(id: MarkId): boolean },
  ): Part {
    const groups: SceneNode[] = []
    const services: SceneNode[] = []
    for (const one of this.nodePlaces.search(rect)) {
      if (without?.has(one.node.id)) continue
      ;(one.node.kind === 'group' ? groups : services).push(one)
    }
    const edges = this.edgePlaces
      .search(rect)
      .filter(
        ({ edge, route }) =>
          !(without?.has(edge.source) || without?.has(edge.target)) && passes(route, rect),
      )
    return {
      rect,
      groups: groups.sort(byPlace).map(({ node }) => node as GroupNode),
      services: services.sort(byPlace).map(({ node }) => node as ServiceNode),
      edges: edges.sort(byPlace),
      marks: this.marksIn(rect).filter(({ id }) => !withoutMarks?.has(id)),
    }
  }

  /** Nodes whose box touches a rectangle, in the order of painting. */
  nodesIn(rect: Rect): BoardNode[] {
    return inOrder(this.nodePlaces.search(rect))
  }

  /** The same, or `null` when there are more than `most`. */
  nodesIfFew(rect: Rect, most: number): BoardNode[] | null {
    const found = this.nodePlaces.search(rect, most)
    return found.length > most ? null : inOrder(found)
  }

  edgesIn(rect: Rect): SceneEdge[] {
    return this.edgePlaces.search(rect).sort(byPlace)
  }

  private takeNodes(view: BoardView, differs: (rect: Rect) => void): void {
    const order = paintOrder(view)
    let gone = this.nodes.size
    view.nodes.forEach((node) => {
      const known = this.nodes.get(node.id)
      const place = order.get(node.id) ?? order.size
      if (known) {
        gone--
        known.at = place
        if (known.node === node) return
        if (looksAlike(known.node, node)) {
          known.node = node
          return
        }
        differs(nodeExtent(known.node))
        const moved = !sameRect(known.node, node)
        known.node = node
        if (moved) this.nodePlaces.set(known, nodeExtent(node))
      } else {
        const made: SceneNode = { node, at: place }
        this.nodes.set(node.id, made)
        this.nodePlaces.set(made, nodeExtent(node))
      }
      differs(nodeExtent(node))
    })
    if (gone > 0)
      for (const [id, known] of this.nodes) {
        if (view.node(id)) continue
        differs(nodeExtent(known.node))
        this.nodePlaces.delete(known)
        this.nodes.delete(id)
      }
  }

  private takeMarks(marks: readonly Mark[], differs: (rect: Rect) => void): void {
    const left = new Set(this.marks.keys())
    marks.forEach((mark, at) => {
      left.delete(mark.id)
      const known = this.marks.get(mark.id)
      if (known?.mark === mark) {
        known.at = at
        return
      }
      if (known) differs(markExtent(known.mark))
      const one: SceneMark = known ?? { mark, at }
      Object.assign(one, { mark, at })
      this.marks.set(mark.id, one)
      this.markPlaces.set(one, markExtent(mark))
      differs(markExtent(mark))
    })
    for (const id of left) {
      const known = this.marks.get(id)
      if (!known) continue
      differs(markExtent(known.mark))
      this.markPlaces.delete(known)
      this.marks.delete(id)
    }
  }

  private takeEdges(
    edges: readonly BoardEdge[],
    routes: ReadonlyMap<EdgeId, RoutedEdge>,
    differs: (rect: Rect) => void,
  ): void {
    const left = new Set(this.edges.keys())
    edges.forEach((edge, at) => {
      const route = routes.get(edge.id)
      if (!route) return
      left.delete(edge.id)
      this.takeEdge(edge, route, at, differs)
    })
    for (const id of left) {
      const known = this.edges.get(id)
      const rect = known && this.edgePlaces.rectOf(known)
      if (!known || !rect) continue
      differs(rect)
      this.edgePlaces.delete(known)
      this.edges.delete(id)
    }
  }

  private takeEdge(
    edge: BoardEdge,
    route: RoutedEdge,
    at: number,
    differs: (rect: Rect) => void,
  ): void {
    const known = this.edges.get(edge.id)
    if (known && known.edge === edge && known.route === route) {
      known.at = at
      return
    }
    const before = known && this.edgePlaces.rectOf(known)
    if (before) differs(before)
    const made: SceneEdge = known ?? { edge, route, at }
    Object.assign(made, { edge, route, at })
    const rect = edgeExtent(route)
    this.edges.set(edge.id, made)
    this.edgePlaces.set(made, rect)
    differs(rect)
  }
}

/** The place of each node in the order of painting: groups before what is in them. */
function paintOrder(view: BoardView): Map<NodeId, number> {
  const order = new Map<NodeId, number>()
  const visit = (parent: NodeId | null, depth: number): void => {
    for (const node of view.children(parent)) {
      order.set(node.id, order.size)
      if (node.kind === 'group' && depth < 100) visit(node.id, depth + 1)
    }
  }
  visit(null, 0)
  return order
}

function inOrder(found: SceneNode[]): BoardNode[] {
  return found.sort(byPlace).map(({ node }) => node)
}

function byPlace(a: { at: number }, b: { at: number }): number {
  return a.at - b.at
}

export function nodeExtent(node: Rect): Rect {
  return inflate(node, AROUND_NODE)
}

function edgeExtent({ points, labelAt }: RoutedEdge): Rect {
  let left = labelAt.x - PLATE
  let right = labelAt.x + PLATE
  let top = labelAt.y - 20
  let bottom = labelAt.y + 20
  for (const { x, y } of points) {
    if (x - AROUND_EDGE < left) left = x - AROUND_EDGE
    if (x + AROUND_EDGE > right) right = x + AROUND_EDGE
    if (y - AROUND_EDGE < top) top = y - AROUND_EDGE
    if (y + AROUND_EDGE > bottom) bottom = y + AROUND_EDGE
  }
  return { x: left, y: top, w: right - left, h: bottom - top }
}

/** The rectangle around many others. */
class Around {
  private left = Infinity
  private top = Infinity
  private right = -Infinity
  private bottom = -Infinity

  take({ x, y, w, h }: Rect): void {
    if (x < this.left) this.left = x
    if (y < this.top) this.top = y
    if (x + w > this.right) this.right = x + w
    if (y + h > this.bottom) this.bottom = y + h
  }

  get rect(): Rect | null {
    const { left, top, right, bottom } = this
    return left > right ? null : { x: left, y: top, w: right - left, h: bottom - top }
  }
}

/** Whether a line comes near a rectangle: the box around a long one covers much that it never passes. */
function passes({ points, labelAt }: RoutedEdge, rect: Rect): boolean {
  if (
    labelAt.x > rect.x - PLATE &&
    labelAt.x < rect.x + rect.w + PLATE &&
    labelAt.y > rect.y - 20 &&
    labelAt.y < rect.y + rect.h + 20
  )
    return true
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1]
    const b = points[i]
    if (
      a &&
      b &&
      Math.max(a.x, b.x) >= rect.x - AROUND_EDGE &&
      Math.min(a.x, b.x) <= rect.x + rect.w + AROUND_EDGE &&
      Math.max(a.y, b.y) >= rect.y - AROUND_EDGE &&
      Math.min(a.y, b.y) <= rect.y + rect.h + AROUND_EDGE
    )
      return true
  }
  return false
}

/** Facts do not show, but for what they do to the badge. */
function looksAlike(a: BoardNode, b: BoardNode): boolean {
  if (!sameRect(a, b) || a.label !== b.label || a.order !== b.order || a.parentId !== b.parentId)
    return false
  if (a.locked !== b.locked || a.link !== b.link) return false
  if (a.kind === 'service')
    return b.kind === 'service' && a.serviceId === b.serviceId && a.disposition === b.disposition
  return b.kind === 'group' && a.groupKind === b.groupKind && a.detail === b.detail
}
