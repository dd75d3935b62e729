import type { EdgeId } from '#shared/model/ids'
import type { BoardChange } from '#shared/render/board-change'
import { BoardRouter } from '#shared/render/board-router'
import type { RoutedEdge } from '#shared/render/route'
import { packRoutes, type PackedRoutes } from './packed-routes'

/** What is asked of the worker: an edit of the board that it keeps, or a board to begin with. */
export interface RoutesRequest {
  turn: number
  isNewBoard: boolean
  change: BoardChange
}

/** The routes that are not what they were in the answer before. */
export interface RoutesAnswer {
  turn: number
  routes: PackedRoutes
}

/** The worker's side of routing: keeps a board, and tells what an edit did to its routes. */
export class RoutesService {
  private router = new BoardRouter()
  private known: ReadonlyMap<EdgeId, RoutedEdge> = new Map()

  answer({ turn, isNewBoard, change }: RoutesRequest): RoutesAnswer {
    if (isNewBoard) {
      this.router = new BoardRouter()
      this.known = new Map()
    }
    const before = this.known
    this.known = this.router.update(change)
    const changed = new Map<EdgeId, RoutedEdge>()
    for (const [id, route] of this.known) if (before.get(id) !== route) changed.set(id, route)
    return { turn, routes: packRoutes(changed) }
  }
}
