import { createBoardView, type BoardView } from '#shared/model/board-view'
import type { Rect } from '#shared/model/geometry'
import type { EdgeId, NodeId } from '#shared/model/ids'
import type { BoardEdge, BoardNode } from '#shared/model/records'
import { routeBoard } from '#shared/render/edges'
import type { RoutedEdge } from '#shared/render/route'

type Routes = ReadonlyMap<EdgeId, RoutedEdge>

/** Up to this many changed nodes are routed around at once; with more, the whole board is. */
const FEW = 40
/** Boards up to this many connectors are always routed whole: it takes no longer than finding out what changed. */
const SMALL = 150

/**
 * Routes of a board's connectors. Those that did not change keep their identity, so they are not drawn again.
 *
 * On a large board an edit re-routes only the connectors near it. The others may want to go round what moved: they are
 * routed again when {@link settle} is called, in idle time.
 */
export class ConnectorRoutes {
  #view: BoardView | null = null
  #routes: Routes = new Map()
  #stale = false

  /** Routes for what is on screen: the board, with what is in flight where it is shown. */
  of(view: BoardView, overlay: ReadonlyMap<NodeId, Rect>): Routes {
    if (view !== this.#view) this.#follow(view)
    if (overlay.size === 0) return this.#routes
    const near = connectorsNear(view, overlay.keys())
    if (near.size === 0) return this.#routes
    const nodes = view.nodes.map((n) => {
      const rect = overlay.get(n.id)
      return rect ? { ...n, ...rect } : n
    })
    const moved = routeBoard(createBoardView({ board: view.board, nodes, edges: [...near] }))
    return new Map([...this.#routes, ...keepSame(moved, this.#routes)])
  }

  /** Whether some routes were left as they were and should be looked at again. */
  get isStale(): boolean {
    return this.#stale
  }

  /** Routes the whole board; says whether any route changed. */
  settle(): boolean {
    if (!this.#stale || !this.#view) return false
    this.#stale = false
    const before = this.#routes
    this.#routes = keepSame(routeBoard(this.#view), before)
    return [...this.#routes].some(([id, route]) => before.get(id) !== route)
  }

  #follow(view: BoardView): void {
    const before = this.#view
    this.#view = view
    const moved = before && view.edges.length > SMALL ? movedNodes(before, view) : null
    if (!before || !moved || moved.length > FEW) {
      this.#stale = false
      this.#routes = keepSame(routeBoard(view), this.#routes)
      return
    }
    const near = connectorsNear(view, moved)
    for (const edge of changedEdges(before, view))
      for (const one of connectorsNear(view, [edge.source, edge.target])) near.add(one)
    const routes = new Map<EdgeId, RoutedEdge>()
    for (const edge of view.edges) {
      const known = this.#routes.get(edge.id)
      if (known) routes.set(edge.id, known)
    }
    if (near.size > 0) {
      const part = createBoardView({ board: view.board, nodes: view.nodes, edges: [...near] })
      for (const [id, route] of keepSame(routeBoard(part), this.#routes)) routes.set(id, route)
    }
    this.#stale ||= moved.length > 0 || near.size > 0
    this.#routes = routes
  }
}

/** Nodes that came, went, or stand elsewhere; `null` when the boards are not the same one. */
function movedNodes(before: BoardView, now: BoardView): NodeId[] | null {
  if (before.board.id !== now.board.id) return null
  const moved: NodeId[] = []
  for (const node of now.nodes) {
    const old = before.node(node.id)
    if (old !== node && (!old || !standsAlike(old, node))) moved.push(node.id)
  }
  for (const old of before.nodes) if (!now.node(old.id)) moved.push(old.id)
  return moved
}

/** Whether connectors see no difference: same box, same group, same label. */
function standsAlike(a: BoardNode, b: BoardNode): boolean {
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.w === b.w &&
    a.h === b.h &&
    a.parentId === b.parentId &&
    a.label === b.label
  )
}

function changedEdges(before: BoardView, now: BoardView): BoardEdge[] {
  if (before.edges === now.edges) return []
  const gone = before.edges.filter((e) => !now.edge(e.id))
  const fresh = now.edges.filter((e) => {
    const old = before.edge(e.id)
    return old !== e && (old?.source !== e.source || old.target !== e.target)
  })
  return [...gone, ...fresh]
}

/** Connectors of these nodes, and those that share a node with them, since they share its sides. */
function connectorsNear(view: BoardView, ids: Iterable<NodeId>): Set<BoardEdge> {
  const direct = new Set<BoardEdge>()
  for (const id of ids)
    for (const edge of [...view.edgesIn(id), ...view.edgesOut(id)]) direct.add(edge)
  const near = new Set(direct)
  for (const edge of direct)
    for (const id of [edge.source, edge.target])
      for (const other of [...view.edgesIn(id), ...view.edgesOut(id)]) near.add(other)
  return near
}

function keepSame(fresh: Routes, before: Routes): Routes {
  const kept = new Map<EdgeId, RoutedEdge>()
  for (const [id, route] of fresh) {
    const old = before.get(id)
    kept.set(id, old && old.path === route.path ? old : route)
  }
  return kept
}
