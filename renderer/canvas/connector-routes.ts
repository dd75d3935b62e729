import type { BoardView } from '#shared/model/board-view'
import type { Rect } from '#shared/model/geometry'
import type { EdgeId, NodeId } from '#shared/model/ids'
import type { BoardEdge, BoardNode } from '#shared/model/records'
import { anchorAt, anchorOf, sameAnchor, type Anchor } from '#shared/render/anchors'
import { changeBetween, isEmptyChange } from '#shared/render/board-change'
import { BoardRouter } from '#shared/render/board-router'
import { connectionsOf, runsAlike } from '#shared/render/connections'
import { quickRoutes } from '#shared/render/quick-routes'
import { movedRoute, sameRoute, type RoutedEdge } from '#shared/render/route'
import { unpackRoutes } from './packed-routes'
import { openHere, openWorker, type OpenDesk, type RoutesDesk } from './routes-desk'
import type { RoutesAnswer } from './routes-service'

export type Routes = ReadonlyMap<EdgeId, RoutedEdge>

/** Tells which connectors run differently now. */
export type RoutesListener = (changed: ReadonlySet<EdgeId> | 'all') => void

/** Boards with more connectors are routed in a worker: here it would hold the window up. */
const HERE_UP_TO = 400
const NONE: Routes = new Map()

/**
 * Routes of the board on screen; a route that did not change keeps its identity.
 *
 * Small boards are routed whole, at once. On large ones a connector is drawn the quick way at first, and after an edit
 * that touches it, until its better route arrives from the worker: {@link subscribe} tells.
 */
export class ConnectorRoutes {
  private view: BoardView | null = null
  private routes: Routes = NONE
  private router: BoardRouter | null = null
  private elsewhere: Elsewhere | null = null
  private readonly listeners = new Set<RoutesListener>()

  constructor(private readonly openDesk: OpenDesk = openWorker) {}

  of(view: BoardView): Routes {
    if (view !== this.view) {
      const before = this.view?.board.id === view.board.id ? this.view : null
      this.view = view
      if (!before) this.forget()
      this.routes = this.follow(before, view)
    }
    return this.routes
  }

  /** Routes that stay as they are until the next edit: on a large board, when the better ones have arrived. */
  async settled(view: BoardView): Promise<Routes> {
    this.of(view)
    await this.elsewhere?.settled()
    return this.routes
  }

  /**
   * Routes of the connectors that hang on something in the overlay, where that is shown: quickly, and not at all
   * where a connector only moves along with both of its ends.
   */
  inFlight(view: BoardView, overlay: ReadonlyMap<NodeId, Rect>): Routes {
    if (overlay.size === 0) return NONE
    const routes = new Map<EdgeId, RoutedEdge>()
    const others: BoardEdge[] = []
    for (const edge of edgesOf(view, overlay.keys())) {
      const known = this.routes.get(edge.id)
      const by = known && sharedMove(view, edge, overlay)
      if (known && by) routes.set(edge.id, movedRoute(known, by.x, by.y))
      else others.push(edge)
    }
    const anchors = new Map<NodeId, Anchor>()
    const anchor = (node: BoardNode): Anchor => {
      const rect = overlay.get(node.id)
      if (!rect) return anchorOf(node)
      const made = anchors.get(node.id) ?? anchorAt(node, rect)
      anchors.set(node.id, made)
      return made
    }
    for (const [id, route] of quickRoutes(connectionsOf(others, (n) => view.node(n), anchor)))
      routes.set(id, route)
    return routes
  }

  subscribe(listener: RoutesListener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  dispose(): void {
    this.forget()
    this.listeners.clear()
    this.view = null
    this.routes = NONE
  }

  private forget(): void {
    this.router = null
    this.elsewhere?.dispose()
    this.elsewhere = null
    this.routes = NONE
  }

  private follow(before: BoardView | null, view: BoardView): Routes {
    if (this.elsewhere) return this.elsewhere.follow(view)
    if (view.edges.length <= HERE_UP_TO) {
      const since = this.router ? before : null
      this.router ??= new BoardRouter()
      return this.router.update(changeBetween(since, view))
    }
    this.router = null
    this.elsewhere = new Elsewhere(this.openDesk, this.routes, before, (routes, changed) => {
      this.routes = routes
      for (const listener of this.listeners) listener(changed)
    })
    return this.elsewhere.follow(view)
  }
}

/** A large board: quick routes here, better ones from a worker, one request at a time. */
class Elsewhere {
  private desk: RoutesDesk
  private sent: BoardView | null = null
  private turn = 0
  private isBusy = false
  /** What the worker has said last. */
  private readonly better = new Map<EdgeId, RoutedEdge>()
  /** Connectors drawn the quick way, until the answer to this turn. */
  private readonly quick = new Map<EdgeId, number>()
  private waiting: (() => void)[] = []

  constructor(
    openDesk: OpenDesk,
    private shown: Routes,
    private view: BoardView | null,
    private readonly arrived: (routes: Routes, changed: ReadonlySet<EdgeId> | 'all') => void,
  ) {
    this.desk = openDesk(
      (answer) => this.take(answer),
      () => this.beginAgainHere(),
    )
  }

  dispose(): void {
    this.desk.stop()
    this.isBusy = false
    this.tellSettled()
  }

  follow(view: BoardView): Routes {
    const change = changeBetween(this.view, view)
    const before = this.view
    this.view = view
    if (!isEmptyChange(change)) {
      const moved = before ? change.nodes.filter((n) => isElsewhere(before.node(n.id), n)) : []
      const touched = edgesOf(
        view,
        moved.map(({ id }) => id),
      )
      for (const edge of change.edges) {
        const known = before?.edge(edge.id)
        if (!known || !runsAlike(known, edge) || !this.shown.has(edge.id)) touched.add(edge)
      }
      const routes = new Map(this.shown)
      for (const id of change.goneEdges) this.drop(routes, id)
      for (const id of change.goneNodes)
        for (const { id: edge } of before ? edgesOf(before, [id]) : []) this.drop(routes, edge)
      const made = quickRoutes(connectionsOf([...touched], (id) => view.node(id)))
      for (const [id, route] of made) {
        const old = routes.get(id)
        routes.set(id, old && sameRoute(old, route) ? old : route)
        this.quick.set(id, this.turn + 1)
      }
      this.shown = routes
    }
    this.ask()
    return this.shown
  }

  /** Resolves when everything that was asked has been answered. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve)
      this.tellSettled()
    })
  }

  private tellSettled(): void {
    if (this.isBusy) return
    for (const resolve of this.waiting.splice(0)) resolve()
  }

  private drop(routes: Map<EdgeId, RoutedEdge>, id: EdgeId): void {
    routes.delete(id)
    this.quick.delete(id)
  }

  private ask(): void {
    if (this.isBusy || !this.view || this.view === this.sent) return
    const change = changeBetween(this.sent, this.view)
    const isNewBoard = this.sent === null
    this.sent = this.view
    if (isEmptyChange(change) && !isNewBoard) return
    this.turn++
    this.isBusy = true
    this.desk.ask({ turn: this.turn, isNewBoard, change })
  }

  private take({ turn, routes, isPart }: RoutesAnswer): void {
    for (const [id, route] of unpackRoutes(routes)) this.better.set(id, route)
    this.show(turn, routes.ids, isPart)
    if (isPart) return
    this.isBusy = false
    this.ask()
    this.tellSettled()
  }

  /** Shows what the worker knows better, but for connectors that it has not seen as they are now. */
  private show(turn: number, ids: readonly EdgeId[], moreFollow: boolean): void {
    const has = (id: EdgeId): boolean => (this.quick.get(id) ?? Infinity) <= turn
    const settled = moreFollow ? ids.filter(has) : [...this.quick.keys()].filter(has)
    for (const id of settled) this.quick.delete(id)
    const shown = new Map(this.shown)
    const changed = new Set<EdgeId>()
    for (const id of moreFollow ? ids : new Set([...ids, ...settled])) {
      const better = this.better.get(id)
      const now = shown.get(id)
      if (this.quick.has(id) || !better || !now || sameRoute(now, better)) continue
      shown.set(id, better)
      changed.add(id)
    }
    if (!moreFollow) for (const id of this.better.keys()) if (!shown.has(id)) this.better.delete(id)
    if (changed.size === 0) return
    this.shown = shown
    this.arrived(shown, changed.size === shown.size ? 'all' : changed)
  }

  private beginAgainHere(): void {
    this.desk.stop()
    this.desk = openHere((answer) => this.take(answer))
    this.isBusy = false
    this.sent = null
    this.ask()
  }
}

function edgesOf(view: BoardView, ids: Iterable<NodeId>): Set<BoardEdge> {
  const found = new Set<BoardEdge>()
  for (const id of ids) {
    for (const edge of view.edgesIn(id)) found.add(edge)
    for (const edge of view.edgesOut(id)) found.add(edge)
  }
  return found
}

/** Whether connectors see a difference. */
function isElsewhere(before: BoardNode | undefined, now: BoardNode): boolean {
  return !before || before.parentId !== now.parentId || !sameAnchor(anchorOf(before), anchorOf(now))
}

/** How far both ends of a connector are moved, if it is the same and neither changes its size. */
function sharedMove(
  view: BoardView,
  edge: BoardEdge,
  overlay: ReadonlyMap<NodeId, Rect>,
): { x: number; y: number } | null {
  const source = view.node(edge.source)
  const target = view.node(edge.target)
  const a = overlay.get(edge.source)
  const b = overlay.get(edge.target)
  if (!source || !target || !a || !b) return null
  const by = { x: a.x - source.x, y: a.y - source.y }
  const isSame =
    b.x - target.x === by.x &&
    b.y - target.y === by.y &&
    a.w === source.w &&
    a.h === source.h &&
    b.w === target.w &&
    b.h === target.h
  return isSame ? by : null
}
