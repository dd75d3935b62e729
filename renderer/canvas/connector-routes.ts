import { createBoardView, type BoardView } from '#shared/model/board-view'
import type { Rect } from '#shared/model/geometry'
import type { EdgeId, NodeId } from '#shared/model/ids'
import type { BoardEdge } from '#shared/model/records'
import { routeBoard } from '#shared/render/edges'
import type { RoutedEdge } from '#shared/render/route'

type Routes = ReadonlyMap<EdgeId, RoutedEdge>
const NONE: Routes = new Map()

/** Routes of a board's connectors. */
export class ConnectorRoutes {
  #view: BoardView | null = null
  #routes: Routes = new Map()

  of(view: BoardView): Routes {
    if (view !== this.#view) {
      this.#view = view
      this.#routes = routeBoard(view)
    }
    return this.#routes
  }

  inFlight(view: BoardView, overlay: ReadonlyMap<NodeId, Rect>): Routes {
    if (overlay.size === 0) return NONE
    const near = new Set<BoardEdge>()
    for (const id of overlay.keys())
      for (const edge of [...view.edgesIn(id), ...view.edgesOut(id)]) near.add(edge)
    const nodes = view.nodes.map((n) => {
      const rect = overlay.get(n.id)
      return rect ? { ...n, ...rect } : n
    })
    return routeBoard(createBoardView({ board: view.board, nodes, edges: [...near] }))
  }

  subscribe(_listener: () => void): () => void {
    return () => undefined
  }
}
