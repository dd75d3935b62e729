import type { BoardView } from '../model/board-view'
import type { EdgeId } from '../model/ids'
import { changeBetween } from './board-change'
import { BoardRouter } from './board-router'
import { connectionsOf } from './connections'
import { quickRoutes } from './quick-routes'
import type { RoutedEdge } from './route'

/**
 * Routes all connectors of a board: round services and their labels wherever there is a way, sides chosen well,
 * connectors that share a side spread along it, runs that would lie on each other kept apart, plates where they cover
 * nothing.
 *
 * Connectors whose ends are missing, or are the same node, are left out. Same board, same routes.
 */
export function routeBoard(view: BoardView): ReadonlyMap<EdgeId, RoutedEdge> {
  return new BoardRouter().update(changeBetween(null, view))
}

/** The same at a glance, without going round anything: see `quickRoutes`. */
export function routeQuickly(view: BoardView): ReadonlyMap<EdgeId, RoutedEdge> {
  return quickRoutes(connectionsOf(view.edges, (id) => view.node(id)))
}
