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

/** Routes that are not what they were in the answer before. */
export interface RoutesAnswer {
  turn: number
  routes: PackedRoutes
  /** More of the same answer follows. */
  isPart: boolean
}

/** Few enough that taking them in, and drawing them, fits into a frame of the window. */
const ROUTES_PER_PART = 600

/** The worker's side of routing: keeps a board, and tells what an edit did to its routes. */
export class RoutesService {
  private router = new BoardRouter()
  private known: ReadonlyMap<EdgeId, RoutedEdge> = new Map()

  /** The answer, in parts; the last one may be empty. */
  answer({ turn, isNewBoard, change }: RoutesRequest): Generator<RoutesAnswer, void> {
    if (isNewBoard) {
      this.router = new BoardRouter()
      this.known = new Map()
    }
    const before = this.known
    this.known = this.router.update(change)
    return inParts(turn, before, this.known)
  }
}

function* inParts(
  turn: number,
  before: ReadonlyMap<EdgeId, RoutedEdge>,
  after: ReadonlyMap<EdgeId, RoutedEdge>,
): Generator<RoutesAnswer, void> {
  let changed = new Map<EdgeId, RoutedEdge>()
  for (const [id, route] of after) {
    if (before.get(id) === route) continue
    changed.set(id, route)
    if (changed.size < ROUTES_PER_PART) continue
    yield { turn, routes: packRoutes(changed), isPart: true }
    changed = new Map()
  }
  yield { turn, routes: packRoutes(changed), isPart: false }
}
