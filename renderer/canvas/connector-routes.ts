import { createBoardView, type BoardView } from '#shared/model/board-view'
import type { Rect } from '#shared/model/geometry'
import type { EdgeId, NodeId } from '#shared/model/ids'
import type { BoardEdge } from '#shared/model/records'
import { routeBoard } from '#shared/render/edges'
import type { RoutedEdge } from '#shared/render/route'

type Routes = ReadonlyMap<EdgeId, RoutedEdge>

/** Routes of a board's connectors. Those that did not change keep their identity, so they are not drawn again. */
export class ConnectorRoutes {
  #view: BoardView | null = null
  #settled: Routes = new Map()

  /** While something moves only the connectors near it are routed again. */
  of(view: BoardView, overlay: ReadonlyMap<NodeId, Rect>): Routes {
    if (view !== this.#view) {
      this.#settled = keepSame(routeBoard(view), this.#settled)
      this.#view = view
    }
    if (overlay.size === 0) return this.#settled
    const near = connectorsNear(view, overlay.keys())
    if (near.size === 0) return this.#settled
    const nodes = view.nodes.map((n) => {
      const rect = overlay.get(n.id)
      return rect ? { ...n, ...rect } : n
    })
    const moved = routeBoard(createBoardView({ board: view.board, nodes, edges: [...near] }))
    return new Map([...this.#settled, ...keepSame(moved, this.#settled)])
  }
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
