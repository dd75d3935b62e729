import type { Rect } from '#shared/model/geometry'
import type { Context } from './paint-style'
import { giveTileCanvasBack, takeTileCanvas, TILE, finishDrawing } from './tile-canvases'

/** A tile is painted in strips of this height, so that painting may stop soon after it should; device pixels. */
const STRIP = 32
/** Tiles kept beyond what is on screen. */
const SPARE = 24
/** More tiles of one row than any board has: makes one number of two. */
const ROW = 2 ** 20

/** Where the board is on the screen: board point p is shown at p × scale + (x, y), all in device pixels. */
export interface Window {
  x: number
  y: number
  scale: number
  w: number
  h: number
}

/** Draws what is in a rectangle of the board, whose unit is the context's. */
export type PaintRect = (ctx: Context, rect: Rect, scale: number) => void

interface Tile {
  canvas: HTMLCanvasElement
  /** It has been painted all over: it can be shown, up to date or not. */
  isWhole: boolean
  /** What has to be painted again, device pixels within the tile; `null` when it is as it should be. */
  dirty: Rect | null
  /** It may stay as it is until the board comes to rest. */
  canWait: boolean
  used: number
}

/** One magnification of the board, cut into tiles that are painted when they are needed. */
class Level {
  readonly tiles = new Map<number, Tile>()

  constructor(readonly scale: number) {}

  /** Its tiles' canvases serve others from now on. */
  release(): void {
    for (const { canvas } of this.tiles.values()) giveTileCanvasBack(canvas)
    this.tiles.clear()
  }

  /** Numbers of the tiles that a part of the board touches. */
  range(rect: Rect): { left: number; top: number; right: number; bottom: number } {
    const size = TILE / this.scale
    return {
      left: Math.floor(rect.x / size),
      top: Math.floor(rect.y / size),
      right: Math.floor((rect.x + rect.w) / size),
      bottom: Math.floor((rect.y + rect.h) / size),
    }
  }

  spoil(rect: Rect, canWait: boolean): void {
    for (const [key, tile] of this.tiles) {
      const i = Math.round(key / ROW)
      const j = key - i * ROW
      const left = Math.max(0, Math.floor(rect.x * this.scale) - 1 - i * TILE)
      const top = Math.max(0, Math.floor(rect.y * this.scale) - 1 - j * TILE)
      const right = Math.min(TILE, Math.ceil((rect.x + rect.w) * this.scale) + 1 - i * TILE)
      const bottom = Math.min(TILE, Math.ceil((rect.y + rect.h) * this.scale) + 1 - j * TILE)
      if (left >= right || top >= bottom) continue
      tile.canWait = canWait && (tile.dirty === null || tile.canWait)
      tile.dirty = around(tile.dirty, { x: left, y: top, w: right - left, h: bottom - top })
    }
  }
}

/** A picture of the board that is painted once and then only moved about: panning costs a copy, an edit a corner. */
export class BoardTiles {
  private current: Level | null = null
  /** The magnification before, stretched where the current one is not painted yet. */
  private under: Level | null = null
  private overview: Level | null = null
  private turn = 0

  constructor(
    private readonly paint: PaintRect,
    /** For the small picture of everything: what matters from far away. */
    private readonly paintSmall: PaintRect,
    private background: string,
  ) {}

  dispose(): void {
    this.reset(this.background)
  }

  /** Everything has to be painted again. */
  reset(background: string): void {
    this.background = background
    for (const level of [this.current, this.under, this.overview]) level?.release()
    this.current = this.under = this.overview = null
  }

  /**
   * Everything looks a little different: what is shown stays until it is painted again, when there is time.
   *
   * @param canWait nobody misses it while the board is moved
   */
  spoilAll(canWait = false): void {
    for (const level of [this.current, this.under, this.overview])
      for (const tile of level?.tiles.values() ?? []) {
        tile.canWait = canWait && (tile.dirty === null || tile.canWait)
        tile.dirty = { x: 0, y: 0, w: TILE, h: TILE }
      }
  }

  /** A part of the board looks different. @param canWait nobody misses it while the board is moved */
  spoil(rect: Rect, canWait = false): void {
    this.current?.spoil(rect, canWait)
    this.under?.spoil(rect, canWait)
    this.overview?.spoil(rect, canWait)
  }

  /**
   * Draws the window. Paints what is missing for at most `budgetMs`, at least one tile; what cannot be painted in time
   * is shown as it was, stretched. Says whether all is as it should be.
   *
   * @param how `steady`: the magnification is not changing, it is worth painting for; `rests`: nothing moves
   */
  draw(
    ctx: CanvasRenderingContext2D,
    to: Window,
    budgetMs: number,
    { steady, rests }: { steady: boolean; rests: boolean },
  ): boolean {
    this.turn++
    const level = this.levelFor(to.scale, steady)
    const exact = level.scale === to.scale
    const nothingElse =
      !this.under && !this.overview && ![...level.tiles.values()].some(({ isWhole }) => isWhole)
    const visible = visibleTiles(level, to)
    const late = performance.now() + (nothingElse ? 250 : budgetMs)
    let whole = exact
    let hasPainted = false
    for (const key of visible) {
      const tile = level.tiles.get(key)
      if (tile && !tile.dirty) continue
      if (tile?.canWait && !rests) {
        whole = false
        continue
      }
      if (!exact && !nothingElse) {
        if (!tile) whole = false
        continue
      }
      // Where nothing is shown yet, nobody sees a frame come late.
      const strip = nothingElse ? TILE : STRIP
      if ((hasPainted && performance.now() > late) || !this.paintTile(level, key, late, strip))
        whole = false
      hasPainted = true
    }
    // Smoothing what is gone with the next frame costs more than it shows.
    ctx.imageSmoothingEnabled = steady
    if (!covers(level, to)) {
      if (!this.under || !covers(this.under, to)) {
        ctx.fillStyle = this.background
        ctx.fillRect(0, 0, to.w, to.h)
        if (this.overview) this.stretch(ctx, this.overview, to)
      }
      if (this.under) this.stretch(ctx, this.under, to)
    }
    this.stretch(ctx, level, to)
    if (whole && exact) {
      this.under?.release()
      this.under = null
    }
    this.trim(level, visible.length)
    return whole
  }

  /** Draws all of the board small, as it was painted last. */
  drawOverview(ctx: CanvasRenderingContext2D, to: Window): void {
    ctx.fillStyle = this.background
    ctx.fillRect(0, 0, to.w, to.h)
    ctx.imageSmoothingEnabled = true
    if (this.overview) this.stretch(ctx, this.overview, to)
  }

  /** Paints the whole board small, strip by strip: a minimap, and what is shown where nothing is painted yet. */
  *paintOverview(bounds: Rect | null): Generator<void, void> {
    if (!bounds) return
    const scale = Math.min(0.5, OVERVIEW_PX / Math.max(bounds.w, bounds.h))
    const ratio = this.overview ? scale / this.overview.scale : 0
    // A board that grows a little keeps its overview.
    if (!this.overview || ratio < 0.6 || ratio > 1.6) {
      this.overview?.release()
      this.overview = new Level(scale)
    }
    const level = this.overview
    const { left, top, right, bottom } = level.range(bounds)
    for (let i = left; i <= right; i++)
      for (let j = top; j <= bottom; j++) {
        const tile = level.tiles.get(i * ROW + j)
        if (tile && !tile.dirty) continue
        while (this.overview === level && !this.paintTile(level, i * ROW + j, 0)) yield
        if (this.overview !== level) return
      }
  }

  private levelFor(scale: number, steady: boolean): Level {
    const now = this.current
    if (!now) return (this.current = new Level(scale))
    if (now.scale === scale) return now
    const ratio = scale / now.scale
    if (!steady && ratio < 2.2 && ratio > 0.45) return now
    if (this.under?.scale === scale) {
      this.current = this.under
      this.under = now
    } else {
      if (now.tiles.size > 0) {
        this.under?.release()
        this.under = now
      }
      this.current = new Level(scale)
    }
    return this.current
  }

  /** Paints what is missing of a tile, a strip at least, until it is `late`. Says whether nothing is missing any more. */
  private paintTile(level: Level, key: number, late: number, strip = STRIP): boolean {
    let tile = level.tiles.get(key)
    if (!tile) {
      const canvas = takeTileCanvas()
      const dirty = { x: 0, y: 0, w: TILE, h: TILE }
      tile = { canvas, isWhole: false, dirty, canWait: false, used: this.turn }
      level.tiles.set(key, tile)
    }
    const ctx = tile.canvas.getContext('2d', { alpha: false })
    while (ctx && tile.dirty) {
      const { x, y, w, h } = tile.dirty
      this.paintStrip(ctx, level, key, { x, y, w, h: Math.min(h, strip) })
      tile.dirty = h > strip ? { x, y: y + strip, w, h: h - strip } : null
      finishDrawing(tile.canvas)
      if (performance.now() > late) break
    }
    tile.isWhole ||= !tile.dirty
    return !tile.dirty
  }

  /** @param part device pixels within the tile */
  private paintStrip(ctx: Context, level: Level, key: number, part: Rect): void {
    const i = Math.round(key / ROW)
    const j = key - i * ROW
    const { scale } = level
    ctx.save()
    ctx.setTransform(1, 0, 0, 1, 0, 0)
    ctx.beginPath()
    ctx.rect(part.x, part.y, part.w, part.h)
    ctx.clip()
    ctx.fillStyle = this.background
    ctx.fillRect(part.x, part.y, part.w, part.h)
    ctx.setTransform(scale, 0, 0, scale, -i * TILE, -j * TILE)
    const paint = level === this.overview ? this.paintSmall : this.paint
    const rect = {
      x: (i * TILE + part.x) / scale,
      y: (j * TILE + part.y) / scale,
      w: part.w / scale,
      h: part.h / scale,
    }
    paint(ctx, rect, scale)
    ctx.restore()
  }

  private stretch(ctx: CanvasRenderingContext2D, level: Level, to: Window): void {
    const k = to.scale / level.scale
    for (const [key, tile] of level.tiles) {
      if (!tile.isWhole) continue
      const i = Math.round(key / ROW)
      const j = key - i * ROW
      // Edges on whole pixels leave no seams.
      const left = Math.round(i * TILE * k + to.x)
      const top = Math.round(j * TILE * k + to.y)
      const right = Math.round((i + 1) * TILE * k + to.x)
      const bottom = Math.round((j + 1) * TILE * k + to.y)
      if (right <= 0 || bottom <= 0 || left >= to.w || top >= to.h) continue
      tile.used = this.turn
      if (k === 1) ctx.drawImage(tile.canvas, left, top)
      else ctx.drawImage(tile.canvas, left, top, right - left, bottom - top)
    }
  }

  private trim(level: Level, visible: number): void {
    const most = visible + SPARE
    if (level.tiles.size <= most) return
    const byAge = [...level.tiles].sort(([, a], [, b]) => a.used - b.used)
    for (const [key, { canvas }] of byAge.slice(0, level.tiles.size - most)) {
      giveTileCanvasBack(canvas)
      level.tiles.delete(key)
    }
  }
}

/** Longest side of the small picture of a whole board, device pixels. */
const OVERVIEW_PX = 900

function visibleTiles(level: Level, to: Window): number[] {
  const { left, top, right, bottom } = level.range({
    x: -to.x / to.scale,
    y: -to.y / to.scale,
    w: (to.w - 1) / to.scale,
    h: (to.h - 1) / to.scale,
  })
  const keys: number[] = []
  for (let i = left; i <= right; i++) for (let j = top; j <= bottom; j++) keys.push(i * ROW + j)
  return keys
}

/** Whether every tile in the window has been painted once. */
function covers(level: Level, to: Window): boolean {
  const across = (to.w / to.scale) * (level.scale / TILE) + 1
  const down = (to.h / to.scale) * (level.scale / TILE) + 1
  if (across * down > level.tiles.size + across + down + 1) return false
  return visibleTiles(level, to).every((key) => level.tiles.get(key)?.isWhole)
}

function around(a: Rect | null, b: Rect): Rect {
  if (!a) return b
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return {
    x,
    y,
    w: Math.max(a.x + a.w, b.x + b.w) - x,
    h: Math.max(a.y + a.h, b.y + b.h) - y,
  }
}
