import { intersects, type Point, type Rect } from '#shared/model/geometry'
import type { MarkId } from '#shared/model/ids'
import type { Mark } from '#shared/model/records'
import {
  inks,
  markExtent,
  markParts,
  stickyColors,
  type MarkPart,
  type Paint,
} from '#shared/render/mark-drawing'
import type { ThemeName } from '#shared/render/theme'
import { setFont, type Context, type PaintStyle } from './paint-style'

/** A mark that is shown otherwise than as recorded. */
export interface MarkInFlight {
  mark: Mark
  /** How far from where `mark` says that it is. Board units. */
  by: Point
  /** It is shown as recorded as well: a copy of it is carried. */
  stays?: boolean
}

/** Marks that are shown otherwise than as recorded; `null`: not at all. */
export type MarksInFlight = ReadonlyMap<MarkId, MarkInFlight | null>

/** Below so many device pixels for a unit a mark is a box in its colour. */
const BOXES_BELOW = 0.12
/** Letters smaller than this, in device pixels, are painted as bars. */
const READABLE_PX = 4.5

/** Draws marks; the context's unit is the board's. */
export function paintMarks(ctx: Context, marks: readonly Mark[], style: PaintStyle): void {
  if (style.scale < BOXES_BELOW) {
    paintMarkBoxes(ctx, marks, style.theme.name)
    return
  }
  for (const mark of marks)
    for (const part of markParts(mark, style.theme.name)) paintMark(ctx, part, mark, style)
}

/** Draws marks where they are carried, those of them that may be seen. */
export function paintMarksInFlight(
  ctx: Context,
  marks: MarksInFlight,
  seen: Rect,
  style: PaintStyle,
): void {
  for (const shown of marks.values()) {
    if (!shown) continue
    const { mark, by } = shown
    const { x, y, w, h } = markExtent(mark)
    if (!intersects({ x: x + by.x, y: y + by.y, w, h }, seen)) continue
    ctx.save()
    ctx.translate(by.x, by.y)
    paintMarks(ctx, [mark], style)
    ctx.restore()
  }
}

/** Marks seen from afar: boxes in their colour, and what has been drawn by hand as it is. */
export function paintMarkBoxes(ctx: Context, marks: readonly Mark[], theme: ThemeName): void {
  for (const mark of marks) {
    if (mark.kind === 'line' || mark.kind === 'stroke') {
      for (const part of markParts(mark, theme))
        if (part.kind === 'path') paintPath(ctx, part.d, part.paint)
      continue
    }
    ctx.fillStyle =
      mark.kind === 'sticky'
        ? stickyColors[theme][mark.color].paper
        : mark.kind === 'image'
          ? inks[theme].muted
          : inks[theme][mark.color]
    ctx.globalAlpha = mark.kind === 'sticky' ? 1 : 0.3
    ctx.fillRect(mark.x, mark.y, mark.w, mark.h)
    ctx.globalAlpha = 1
  }
}

function paintMark(ctx: Context, part: MarkPart, mark: Mark, style: PaintStyle): void {
  switch (part.kind) {
    case 'rect': {
      const { x, y, w, h } = part.rect
      ctx.beginPath()
      ctx.roundRect(x, y, w, h, part.radius)
      paint(ctx, part.paint)
      return
    }
    case 'ellipse': {
      const { x, y, w, h } = part.rect
      ctx.beginPath()
      ctx.ellipse(x + w / 2, y + h / 2, w / 2, h / 2, 0, 0, 2 * Math.PI)
      paint(ctx, part.paint)
      return
    }
    case 'path':
      paintPath(ctx, part.d, part.paint)
      return
    case 'text':
      paintText(ctx, part, style.scale)
      return
    case 'image':
      if (mark.kind === 'image') paintPicture(ctx, part.rect, style.picture(mark), style)
  }
}

function paintText(
  ctx: Context,
  { line, style, color }: Extract<MarkPart, { kind: 'text' }>,
  scale: number,
): void {
  ctx.fillStyle = color
  const middle = line.anchor === 'middle'
  if (style.sizePx * scale < READABLE_PX) {
    const width = line.text.length * style.sizePx * 0.5
    ctx.globalAlpha = 0.3
    ctx.fillRect(
      middle ? line.x - width / 2 : line.x,
      line.y - style.sizePx * 0.6,
      width,
      style.sizePx * 0.5,
    )
    ctx.globalAlpha = 1
    return
  }
  setFont(ctx, style)
  ctx.textAlign = middle ? 'center' : 'left'
  ctx.fillText(line.text, line.x, line.y)
}

function paintPicture(
  ctx: Context,
  { x, y, w, h }: { x: number; y: number; w: number; h: number },
  picture: CanvasImageSource | null,
  { theme }: PaintStyle,
): void {
  if (picture) {
    ctx.drawImage(picture, x, y, w, h)
    return
  }
  ctx.fillStyle = theme.unknown.fill
  ctx.fillRect(x, y, w, h)
}

const paths = new Map<string, Path2D>()
/** So many outlines are kept for painting. */
const KEPT_PATHS = 2000

function paintPath(ctx: Context, d: string, how: Paint): void {
  let path = paths.get(d)
  if (!path) {
    if (paths.size >= KEPT_PATHS) paths.clear()
    paths.set(d, (path = new Path2D(d)))
  }
  paint(ctx, how, path)
}

function paint(
  ctx: Context,
  { fill, opacity = 1, stroke, widthPx = 1 }: Paint,
  path?: Path2D,
): void {
  if (fill) {
    ctx.fillStyle = fill
    ctx.globalAlpha = opacity
    if (path) ctx.fill(path)
    else ctx.fill()
    ctx.globalAlpha = 1
  }
  if (!stroke) return
  ctx.strokeStyle = stroke
  ctx.lineWidth = widthPx
  ctx.lineCap = 'round'
  if (path) ctx.stroke(path)
  else ctx.stroke()
  ctx.lineCap = 'butt'
}
