import type { BoardView } from '#shared/model/board-view'
import { inflate, intersects, union, type Point, type Rect } from '#shared/model/geometry'
import type { EdgeId, MarkId, NodeId } from '#shared/model/ids'
import type { BoardNode, GroupNode, Mark, ServiceNode } from '#shared/model/records'
import { markExtent } from '#shared/render/mark-drawing'
import type { RoutedEdge } from '#shared/render/route'
import { themes, type ThemeName } from '#shared/render/theme'
import { whenIdle } from '../ui/idle'
import { BoardScene, nodeExtent, type Part, type SceneEdge } from './board-scene'
import { IconSprites } from './icon-sprites'
import { MarkPictures } from './mark-pictures'
import { paintDots } from './paint-dots'
import { paintEdges, paintPlates } from './paint-edges'
import { paintMarks } from './paint-marks'
import { paintOutline, paintPart } from './paint-part'
import type { Context, PaintBadge, PaintStyle } from './paint-style'
import { BoardTiles, type Window } from './tiles'

/** What is dragged or resized: where it is shown, and the routes of the connectors that hang on it. */
export interface InFlight {
  overlay: ReadonlyMap<NodeId, Rect>
  /** What is in the overlay is shown where it stands as well. */
  copying: boolean
  routes: ReadonlyMap<EdgeId, RoutedEdge>
}

/** Marks that are shown otherwise than as recorded, or not at all. */
export type MarksInFlight = ReadonlyMap<MarkId, Mark | null>

export type PaintBadges = ReadonlyMap<NodeId, PaintBadge>

export interface Marked {
  nodes: ReadonlySet<NodeId>
  edges: ReadonlySet<EdgeId>
  /** The connector under the pointer. */
  hoveredEdge: EdgeId | null
  /** The group that would take what is dragged, or the end that a connector would get. */
  target: NodeId | null
}

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
/** How long after a change, and by when at the latest, the minimap follows, ms. */
const MINIMAP_AFTER_MS = 150
const MINIMAP_WITHIN_MS = 500
/** Where everything is chosen the rings say so; that many connectors at most are drawn in the accent as well. */
const MOST_LIT = 500
/** From how many nodes on what moves together is painted once and then carried along. */
const CARRIED_FROM = 12

const NO_RECTS: ReadonlyMap<NodeId, Rect> = new Map()
const NO_ROUTES: ReadonlyMap<EdgeId, RoutedEdge> = new Map()
const NO_MARKS: MarksInFlight = new Map()
const NOBODY: ReadonlySet<NodeId> = new Set()

/** Paints a board on a canvas the size of the window: tiles for what stands, live drawing for what moves. */
export class BoardPainter {
  readonly scene = new BoardScene()
  private readonly sprites = new IconSprites(() => this.repaintInTime())
  private readonly pictures = new MarkPictures((mark) => {
    this.tiles.spoil(markExtent(mark))
    this.changed()
  })
  private readonly tiles: BoardTiles
  private marksInFlight: MarksInFlight = NO_MARKS
  private chrome: Chrome = { theme: 'light', canvas: '#ffffff', dot: '#dddddd', accent: '#2158d6' }
  private badges: PaintBadges = new Map()
  private unlabelled: NodeId | null = null
  private flight: InFlight = { overlay: NO_RECTS, copying: false, routes: NO_ROUTES }
  private moving: ReadonlySet<NodeId> = NOBODY
  /** What the tiles leave out, since it is drawn where it moves. */
  private hidden: ReadonlySet<NodeId> = NOBODY
  private marked: Marked = {
    nodes: NOBODY,
    edges: new Set(),
    hoveredEdge: null,
    target: null,
  }
  private viewport: Viewport = { x: 0, y: 0, zoom: 1 }
  /** What was on screen the last time something was painted. */
  private painted: Viewport | null = null
  private steadySince = 0
  private frame = 0
  private isStarted = false
  private ready: (() => void)[] = []
  private carried: { canvas: HTMLCanvasElement; rect: Rect; scale: number } | null = null
  private minimap: (() => void) | null = null

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.tiles = new BoardTiles(
      (ctx, rect, scale) => this.paintRect(ctx, rect, scale),
      (ctx, rect, scale) => paintOutline(ctx, this.scene.part(rect), this.style(scale)),
      '#ffffff',
    )
  }

  dispose(): void {
    cancelAnimationFrame(this.frame)
    this.minimap = null
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

  /** @param canWait only routes are better than they were: nobody misses them while the board is moved */
  setBoard(view: BoardView, routes: ReadonlyMap<EdgeId, RoutedEdge>, canWait = false): void {
    const isOther = this.scene.board !== null && this.scene.board.board.id !== view.board.id
    let differs = false
    this.scene.update(view, routes, (rect) => {
      differs = true
      this.tiles.spoil(rect, canWait)
    })
    if (isOther) this.tiles.reset(this.chrome.canvas)
    if (differs || isOther) {
      this.carried = null
      this.changed()
    }
  }

  setBadges(badges: PaintBadges): void {
    const before = this.badges
    if (badges === before) return
    this.badges = badges
    const spoil = (id: NodeId): void => {
      const node = this.scene.node(id)
      if (node) this.tiles.spoil(nodeExtent(node), true)
    }
    for (const [id, badge] of badges) if (before.get(id) !== badge) spoil(id)
    for (const id of before.keys()) if (!badges.has(id)) spoil(id)
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
    const before = this.moving
    this.flight = flight
    if (!hasKeys(flight.overlay, before)) {
      this.moving = new Set(flight.overlay.keys())
      this.carried = null
    }
    const hidden = flight.copying ? NOBODY : this.moving
    if (hidden !== this.hidden) {
      const both = new Set([...this.hidden, ...hidden])
      this.hidden = hidden
      for (const id of both) this.spoilWithEdges(id)
    }
    this.invalidate()
  }

  /** Shows marks otherwise than they are recorded. */
  setMarksInFlight(marks: MarksInFlight): void {
    const before = this.marksInFlight
    if (marks === before) return
    this.marksInFlight = marks
    for (const [one, other] of [
      [before, marks],
      [marks, before],
    ] as const)
      for (const id of one.keys()) {
        const mark = other.has(id) ? undefined : this.scene.mark(id)
        if (mark) this.tiles.spoil(markExtent(mark))
      }
    this.invalidate()
  }

  setMarked(marked: Marked): void {
    this.marked = marked
    this.invalidate()
  }

  setViewport(viewport: Viewport): void {
    if (viewport.zoom !== this.viewport.zoom) {
      this.steadySince = performance.now()
      this.carried = null
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

  /** Calls back when the small picture of the whole board is out of date. */
  onChange(listener: () => void): () => void {
    this.minimap = listener
    return () => {
      if (this.minimap === listener) this.minimap = null
    }
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
    if (!this.tiles.drawOverview(ctx, to, bounds, BUDGET_MS)) this.minimapSoon()
    return { x: to.x, y: to.y, zoom: scale }
  }

  private minimapTimer = 0

  private minimapSoon(): void {
    if (this.minimapTimer !== 0 || !this.minimap) return
    this.minimapTimer = window.setTimeout(() => {
      whenIdle(() => {
        this.minimapTimer = 0
        this.minimap?.()
      }, MINIMAP_WITHIN_MS)
    }, MINIMAP_AFTER_MS)
  }

  private changed(): void {
    this.minimapSoon()
    this.invalidate()
  }

  private repaintAll(): void {
    this.tiles.reset(this.chrome.canvas)
    this.carried = null
    this.changed()
  }

  private repaintInTime(): void {
    this.tiles.spoilAll()
    this.carried = null
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
    this.paintMovingParts(ctx, seen, to)
    const marks = [...this.marksInFlight.values()].filter((mark) => mark !== null)
    paintMarks(ctx, marks, this.style(to.scale))
    this.paintMarks(ctx, seen, to.scale / ratio)
    if (!whole) this.invalidate()
    else {
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
      icons: this.sprites,
      picture: (mark) => this.pictures.get(mark),
      badge: (id) => this.badges.get(id),
      unlabelled: this.unlabelled,
    }
  }

  private paintRect(ctx: Context, rect: Rect, scale: number): void {
    paintDots(ctx, rect, scale, this.chrome.dot)
    paintPart(ctx, this.scene.part(rect, this.hidden, this.marksInFlight), this.style(scale))
  }

  /** What is in flight, where it is shown. */
  private paintMovingParts(ctx: Context, seen: Rect, to: Window): void {
    const { scale } = to
    const { overlay } = this.flight
    if (overlay.size === 0) return
    const style = this.style(scale)
    const by = commonShift(this.scene, overlay)
    const part = this.movingPart(by)
    const edges = this.liveEdges(by)
    if (by && overlay.size >= CARRIED_FROM) {
      paintEdges(ctx, edges, style)
      this.carry(ctx, part, by, seen, to)
    } else {
      paintPart(ctx, part, style)
      paintEdges(ctx, edges, style)
    }
    if (scale >= 0.36) paintPlates(ctx, edges, style)
  }

  /** Everything that moves: where it stands when all moves alike, otherwise where it is shown. */
  private movingPart(by: Point | null): Part {
    const groups: GroupNode[] = []
    const services: ServiceNode[] = []
    for (const [id, rect] of this.flight.overlay) {
      const node = this.scene.node(id)
      if (!node) continue
      const shown: BoardNode =
        by && this.flight.overlay.size >= CARRIED_FROM ? node : { ...node, ...rect }
      if (shown.kind === 'group') groups.push(shown)
      else services.push(shown)
    }
    const inner = by && this.flight.overlay.size >= CARRIED_FROM ? this.innerEdges() : []
    return { groups, services, edges: inner, marks: [] }
  }

  /** Connectors between things that move alike keep their shape. */
  private innerEdges(): SceneEdge[] {
    const view = this.scene.board
    if (!view) return []
    return [...this.moving].flatMap((id) =>
      view
        .edgesOut(id)
        .filter((edge) => this.moving.has(edge.target))
        .flatMap((edge) => this.scene.edge(edge.id) ?? []),
    )
  }

  private liveEdges(by: Point | null): SceneEdge[] {
    const view = this.scene.board
    if (!view) return []
    const carried = by !== null && this.flight.overlay.size >= CARRIED_FROM
    const edges: SceneEdge[] = []
    for (const [id, route] of this.flight.routes) {
      const edge = view.edge(id)
      if (!edge) continue
      if (carried && this.moving.has(edge.source) && this.moving.has(edge.target)) continue
      edges.push({ edge, route, at: 0 })
    }
    return edges
  }

  private carry(ctx: Context, part: Part, by: Point, seen: Rect, to: Window): void {
    const { scale } = to
    if (!this.carried) {
      const box = union([...part.groups, ...part.services].map(nodeExtent))
      // Only as much as may come into view.
      const near = inflate(seen, Math.max(seen.w, seen.h) * 0.75)
      const rect = box && clip(box, near)
      if (!rect) return
      const x = Math.floor(rect.x * scale) / scale
      const y = Math.floor(rect.y * scale) / scale
      const canvas = document.createElement('canvas')
      canvas.width = Math.ceil(rect.w * scale) + 2
      canvas.height = Math.ceil(rect.h * scale) + 2
      const into = canvas.getContext('2d')
      if (!into) return
      into.setTransform(scale, 0, 0, scale, -x * scale, -y * scale)
      paintPart(into, part, this.style(scale))
      this.carried = { canvas, rect: { ...rect, x, y }, scale }
    }
    const { canvas, rect } = this.carried
    ctx.save()
    ctx.setTransform(1, 0, 0, 1, 0, 0)
    ctx.drawImage(
      canvas,
      Math.round((rect.x + by.x) * scale + to.x),
      Math.round((rect.y + by.y) * scale + to.y),
    )
    ctx.restore()
  }

  /** Rings around what is chosen, and the accent on what is pointed at. */
  private paintMarks(ctx: Context, seen: Rect, zoom: number): void {
    const { nodes, edges, hoveredEdge, target } = this.marked
    const { accent, canvas } = this.chrome
    const unit = 1 / zoom
    const chosen: SceneEdge[] = []
    const lit = edges.size <= MOST_LIT ? [...edges] : []
    for (const id of hoveredEdge ? [...lit, hoveredEdge] : lit) {
      const route = this.flight.routes.get(id)
      const known = this.scene.edge(id)
      if (known) chosen.push(route ? { ...known, route } : known)
    }
    if (chosen.length > 0) paintEdges(ctx, chosen, this.style(zoom), accent)
    const ring = (node: BoardNode): Rect => {
      const at = this.flight.overlay.get(node.id) ?? node
      return node.kind === 'service'
        ? { x: at.x + (at.w - 48) / 2, y: at.y, w: 48, h: 48 }
        : { x: at.x, y: at.y, w: at.w, h: at.h }
    }
    if (nodes.size > 0) {
      const rings: Rect[] = []
      const candidates =
        nodes.size > 200
          ? [
              ...this.scene.nodesIn(seen),
              ...[...this.moving].flatMap((id) => this.scene.node(id) ?? []),
            ]
          : [...nodes].flatMap((id) => this.scene.node(id) ?? [])
      for (const node of candidates)
        if (nodes.has(node.id)) {
          const rect = ring(node)
          if (intersects(rect, seen)) rings.push(rect)
        }
      strokeRings(ctx, rings, 3 * unit, 2 * unit, accent)
      if (nodes.size <= 200) strokeRings(ctx, rings, 1 * unit, 2 * unit, canvas)
    }
    const taking = target && this.scene.node(target)
    if (taking) {
      const rect = ring(taking)
      ctx.fillStyle = accent
      ctx.globalAlpha = 0.1
      ctx.fillRect(rect.x, rect.y, rect.w, rect.h)
      ctx.globalAlpha = 1
      strokeRings(ctx, [rect], 2 * unit, 2 * unit, accent)
    }
  }
}

function strokeRings(
  ctx: Context,
  rects: readonly Rect[],
  by: number,
  width: number,
  color: string,
): void {
  ctx.strokeStyle = color
  ctx.lineWidth = width
  ctx.lineJoin = 'round'
  ctx.beginPath()
  for (const { x, y, w, h } of rects) ctx.rect(x - by, y - by, w + 2 * by, h + 2 * by)
  ctx.stroke()
}

/** How far everything in flight is from where it stands, when that is the same for all and nothing changed size. */
function commonShift(scene: BoardScene, overlay: ReadonlyMap<NodeId, Rect>): Point | null {
  let by: Point | null = null
  for (const [id, rect] of overlay) {
    const node = scene.node(id)
    if (!node) continue
    if (node.w !== rect.w || node.h !== rect.h) return null
    const shift = { x: rect.x - node.x, y: rect.y - node.y }
    if (by && (by.x !== shift.x || by.y !== shift.y)) return null
    by = shift
  }
  return by
}

function hasKeys(map: ReadonlyMap<NodeId, unknown>, keys: ReadonlySet<NodeId>): boolean {
  if (map.size !== keys.size) return false
  for (const key of map.keys()) if (!keys.has(key)) return false
  return true
}

function clip(a: Rect, b: Rect): Rect | null {
  const x = Math.max(a.x, b.x)
  const y = Math.max(a.y, b.y)
  const w = Math.min(a.x + a.w, b.x + b.w) - x
  const h = Math.min(a.y + a.h, b.y + b.h) - y
  return w > 0 && h > 0 ? { x, y, w, h } : null
}
