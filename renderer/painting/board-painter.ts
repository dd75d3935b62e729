import type { BoardView } from '#shared/model/board-view'
import { inflate, type Rect } from '#shared/model/geometry'
import type { EdgeId, MarkId, NodeId } from '#shared/model/ids'
import { markExtent } from '#shared/render/mark-drawing'
import type { RoutedEdge } from '#shared/render/route'
import { themes, type ThemeName } from '#shared/render/theme'
import { BoardScene, nodeExtent } from './board-scene'
import { iconSprites } from './icon-sprites'
import { FlightPainter, type InFlight } from './in-flight'
import { MarkPictures } from './mark-pictures'
import { OverviewKeeper } from './overview-keeper'
import { paintChosen, type Chosen } from './paint-chosen'
import { paintDots } from './paint-dots'
import { paintMarksInFlight, type MarksInFlight } from './paint-marks'
import { paintOutline, paintPart } from './paint-part'
import type { Context, PaintBadge, PaintStyle } from './paint-style'
import { BoardTiles, type Window } from './tiles'

/** Colours of the chrome that the board is painted with, as CSS gives them. */
export interface Chrome {
  theme: ThemeName
  canvas: string
  dot: string
  accent: string
}

export interface Viewport {
  x: number
  y: number
  zoom: number
}

/** What painting may take of a frame while somebody pans or drags, ms. */
const BUDGET_MS = 5
/** What it may take while nothing moves. */
const REST_BUDGET_MS = 12
/** A magnification that has not changed for so long is painted for, ms. */
const STEADY_MS = 90
/** With more badges than this that look different, all is painted again rather than one place after the other. */
const MANY_BADGES = 500

const NO_RECTS: ReadonlyMap<NodeId, Rect> = new Map()
const NO_ROUTES: ReadonlyMap<EdgeId, RoutedEdge> = new Map()
const NO_MARKS: MarksInFlight = new Map()
const NO_MARK_IDS: ReadonlySet<MarkId> = new Set()
const NOBODY: ReadonlySet<NodeId> = new Set()

/** Paints a board on a canvas the size of the window: tiles for what stands, live drawing for what moves. */
export class BoardPainter {
  readonly scene = new BoardScene()
  private readonly inFlight = new FlightPainter(this.scene)
  private readonly stopIcons = iconSprites.onArrival(() => this.repaintInTime())
  private readonly pictures = new MarkPictures((mark) => {
    this.tiles.spoil(markExtent(mark))
    this.changed()
  })
  private readonly tiles: BoardTiles
  private marksInFlight: MarksInFlight = NO_MARKS
  private hiddenMarks: ReadonlySet<MarkId> = NO_MARK_IDS
  private chrome: Chrome = { theme: 'light', canvas: '#ffffff', dot: '#dddddd', accent: '#2158d6' }
  private badges: ReadonlyMap<NodeId, object> = new Map()
  private badge: PaintStyle['badge'] = () => undefined
  private unlabelled: NodeId | null = null
  private flight: InFlight = { overlay: NO_RECTS, copying: false, routes: NO_ROUTES }
  /** What the tiles leave out, since it is drawn where it moves. */
  private hidden: ReadonlyMap<NodeId, Rect> = NO_RECTS
  private chosen: Chosen = { nodes: NOBODY, edges: new Set(), hoveredEdge: null, target: null }
  private viewport: Viewport = { x: 0, y: 0, zoom: 1 }
  /** What was on screen the last time something was painted. */
  private painted: Viewport | null = null
  private steadySince = 0
  private frame = 0
  private isStarted = false
  private ready: (() => void)[] = []
  private readonly overview = new OverviewKeeper(() => this.tiles.paintOverview(this.scene.bounds))

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.tiles = new BoardTiles(
      (ctx, rect, scale) => this.paintRect(ctx, rect, scale),
      (ctx, rect, scale) => paintOutline(ctx, this.scene.part(rect), this.style(scale)),
      '#ffffff',
    )
  }

  dispose(): void {
    cancelAnimationFrame(this.frame)
    this.stopIcons()
    this.tiles.dispose()
    this.overview.dispose()
  }

  /** Takes as many pixels as the canvas has room for. */
  fit(): void {
    const ratio = window.devicePixelRatio || 1
    const width = Math.round(this.canvas.clientWidth * ratio)
    const height = Math.round(this.canvas.clientHeight * ratio)
    if (this.canvas.width === width && this.canvas.height === height) return
    this.canvas.width = width
    this.canvas.height = height
    this.paintNow()
  }

  setChrome(chrome: Chrome): void {
    this.chrome = chrome
    this.repaintAll()
  }

  /** Text has to be painted again in the face that it is meant to have. */
  fontsArrived(): void {
    this.repaintInTime()
  }

  /** Begins to paint: what the window is to show is known. */
  start(): void {
    if (this.isStarted) return
    this.isStarted = true
    this.invalidate()
  }

  setBoard(view: BoardView, routes: ReadonlyMap<EdgeId, RoutedEdge>): void {
    const isOther = this.scene.board !== null && this.scene.board.board.id !== view.board.id
    let differs = false
    this.scene.update(view, routes, (rect) => {
      differs = true
      this.tiles.spoil(rect)
    })
    if (isOther) this.tiles.reset(this.chrome.canvas)
    if (differs || isOther) {
      this.inFlight.forget()
      this.changed()
    }
  }

  /** Takes routes that are better than they were; nobody misses them while the board is moved. */
  setRoutes(routes: ReadonlyMap<EdgeId, RoutedEdge>, changed: Iterable<EdgeId>): void {
    this.scene.updateRoutes(routes, changed, (rect) => this.tiles.spoil(rect, true))
    this.inFlight.forget()
    this.changed()
  }

  /** @param look how a badge is painted; those that did not change keep their identity */
  setBadges<B extends object>(
    badges: ReadonlyMap<NodeId, B>,
    look: (badge: B) => PaintBadge,
  ): void {
    const before = this.badges
    if (badges === before) return
    this.badges = badges
    this.badge = (id) => {
      const badge = badges.get(id)
      return badge && look(badge)
    }
    const changed: NodeId[] = []
    for (const [id, badge] of badges) if (before.get(id) !== badge) changed.push(id)
    for (const id of before.keys()) if (!badges.has(id)) changed.push(id)
    if (changed.length > MANY_BADGES) this.tiles.spoilAll(true)
    else
      for (const id of changed) {
        const node = this.scene.node(id)
        if (node) this.tiles.spoil(nodeExtent(node), true)
      }
    this.changed()
  }

  setUnlabelled(id: NodeId | null): void {
    for (const one of [this.unlabelled, id]) {
      const node = one && this.scene.node(one)
      if (node) this.tiles.spoil(nodeExtent(node))
    }
    this.unlabelled = id
    this.changed()
  }

  setInFlight(flight: InFlight): void {
    const before = this.flight.overlay
    this.flight = flight
    if (!hasSameKeys(flight.overlay, before)) this.inFlight.forget()
    const hidden = flight.copying ? NO_RECTS : flight.overlay
    if (!hasSameKeys(hidden, this.hidden)) {
      for (const id of new Set([...this.hidden.keys(), ...hidden.keys()])) this.spoilWithEdges(id)
    }
    this.hidden = hidden
    this.invalidate()
  }

  /** Shows marks otherwise than they are recorded. */
  setMarksInFlight(marks: MarksInFlight): void {
    if (marks === this.marksInFlight) return
    this.marksInFlight = marks
    const before = this.hiddenMarks
    const hidden = new Set<MarkId>()
    for (const [id, shown] of marks) if (shown?.stays !== true) hidden.add(id)
    this.hiddenMarks = hidden
    for (const id of new Set([...before, ...hidden])) {
      const mark = before.has(id) && hidden.has(id) ? undefined : this.scene.mark(id)
      if (mark) this.tiles.spoil(markExtent(mark))
    }
    this.invalidate()
  }

  setChosen(chosen: Chosen): void {
    this.chosen = chosen
    this.invalidate()
  }

  setViewport(viewport: Viewport): void {
    if (viewport.zoom !== this.viewport.zoom) {
      this.steadySince = performance.now()
      this.inFlight.forget()
    }
    this.viewport = viewport
    this.invalidate()
  }

  /** The magnification is what it is going to be: it is worth painting for at once. */
  settle(): void {
    this.steadySince = 0
    this.invalidate()
  }

  /** Draws at once what would be drawn with the next frame. */
  paintNow(): void {
    if (!this.isStarted) return
    this.steadySince = 0
    cancelAnimationFrame(this.frame)
    this.frame = 0
    this.paint()
  }

  /** Settles when everything on screen is painted as it should be. */
  whole(): Promise<void> {
    this.invalidate()
    return new Promise((resolve) => this.ready.push(resolve))
  }

  /** Calls back when the small picture of the whole board is another, once the window has been painted. */
  onOverview(listener: () => void): () => void {
    return this.overview.onReady(listener)
  }

  /** Draws the whole board into a small canvas; says where a board point (0, 0) lies on it and how large a unit is. */
  drawOverview(canvas: HTMLCanvasElement): Viewport | null {
    const bounds = this.scene.bounds
    const ctx = canvas.getContext('2d', { alpha: false })
    if (!bounds || !ctx) return null
    const pad = inflate(bounds, Math.max(bounds.w, bounds.h) * 0.04)
    const scale = Math.min(canvas.width / pad.w, canvas.height / pad.h)
    const to = {
      x: canvas.width / 2 - (pad.x + pad.w / 2) * scale,
      y: canvas.height / 2 - (pad.y + pad.h / 2) * scale,
      scale,
      w: canvas.width,
      h: canvas.height,
    }
    this.tiles.drawOverview(ctx, to)
    return { x: to.x, y: to.y, zoom: scale }
  }

  private changed(): void {
    this.overview.soon()
    this.invalidate()
  }

  private repaintAll(): void {
    this.tiles.reset(this.chrome.canvas)
    this.inFlight.forget()
    this.changed()
  }

  private repaintInTime(): void {
    this.tiles.spoilAll()
    this.inFlight.forget()
    this.changed()
  }

  private spoilWithEdges(id: NodeId): void {
    const node = this.scene.node(id)
    const view = this.scene.board
    if (!node || !view) return
    this.tiles.spoil(nodeExtent(node))
    for (const edge of [...view.edgesIn(id), ...view.edgesOut(id)]) {
      const rect = this.scene.edgeRect(edge.id)
      if (rect) this.tiles.spoil(rect)
    }
  }

  private invalidate(): void {
    if (this.frame !== 0 || !this.isStarted) return
    this.frame = requestAnimationFrame(() => {
      this.frame = 0
      this.paint()
    })
  }

  private paint(): void {
    const ctx = this.canvas.getContext('2d', { alpha: false })
    if (!ctx || this.canvas.width === 0) return
    const { ratio, to } = this.window()
    const isSteady = performance.now() - this.steadySince > STEADY_MS
    const isMoving = this.flight.overlay.size > 0
    ctx.setTransform(1, 0, 0, 1, 0, 0)
    const rests = isMoving || this.viewport === this.painted
    this.painted = this.viewport
    const whole = this.tiles.draw(ctx, to, rests ? REST_BUDGET_MS : BUDGET_MS, {
      steady: isSteady,
      rests,
    })
    ctx.setTransform(to.scale, 0, 0, to.scale, to.x, to.y)
    const seen: Rect = {
      x: -to.x / to.scale,
      y: -to.y / to.scale,
      w: to.w / to.scale,
      h: to.h / to.scale,
    }
    this.inFlight.paint(ctx, this.flight, seen, to, this.style(to.scale))
    paintMarksInFlight(ctx, this.marksInFlight, seen, this.style(to.scale))
    const zoom = to.scale / ratio
    const style = this.style(zoom)
    paintChosen(
      ctx,
      this.scene,
      this.chosen,
      this.flight,
      seen,
      1 / zoom,
      this.chrome.accent,
      style,
    )
    if (!whole) this.invalidate()
    else {
      this.overview.start()
      const waiting = this.ready
      this.ready = []
      for (const resolve of waiting) resolve()
    }
  }

  private window(): { ratio: number; to: Window } {
    const { width, height, clientWidth } = this.canvas
    const ratio = clientWidth > 0 ? width / clientWidth : 1
    const { x, y, zoom } = this.viewport
    return {
      ratio,
      to: {
        x: Math.round(x * ratio),
        y: Math.round(y * ratio),
        scale: zoom * ratio,
        w: width,
        h: height,
      },
    }
  }

  private style(scale: number): PaintStyle {
    return {
      theme: themes[this.chrome.theme],
      background: this.chrome.canvas,
      scale,
      icons: iconSprites,
      picture: (mark) => this.pictures.get(mark),
      badge: this.badge,
      unlabelled: this.unlabelled,
    }
  }

  private paintRect(ctx: Context, rect: Rect, scale: number): void {
    paintDots(ctx, rect, scale, this.chrome.dot)
    paintPart(ctx, this.scene.part(rect, this.hidden, this.hiddenMarks), this.style(scale))
  }
}

function hasSameKeys(a: ReadonlyMap<NodeId, unknown>, b: ReadonlyMap<NodeId, unknown>): boolean {
  if (a.size !== b.size) return false
  for (const key of a.keys()) if (!b.has(key)) return false
  return true
}
