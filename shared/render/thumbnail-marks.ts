import type { Point, Rect } from '../model/geometry'
import type { Mark } from '../model/records'
import { inks, markExtent, markParts, type MarkPart, type Paint } from './mark-drawing'
import { num } from './route'
import { measureText } from './text'
import type { PictureTheme } from './theme'

/** Nobody sees what is smaller, px. */
const LEAST_PX = 1
/** Ink is followed in steps of this length, px. */
const INK_STEP_PX = 1.5
/** Lines of text that are lower are left out, px. */
const LEAST_TEXT_PX = 1.5

/** A mark at a glance: paper, shapes and ink in their colours, words as bars, pictures as empty boxes. */
export function markThumbnail(mark: Mark, theme: PictureTheme, unitsPerPx: number): string {
  const { w, h } = markExtent(mark)
  if (Math.max(w, h) < LEAST_PX * unitsPerPx) return ''
  if (mark.kind === 'stroke') return inkSvg(mark, theme, unitsPerPx)
  return markParts(mark, theme.name)
    .map((part) => partSvg(part, theme, unitsPerPx))
    .join('')
}

function partSvg(part: MarkPart, theme: PictureTheme, unitsPerPx: number): string {
  switch (part.kind) {
    case 'rect':
      return rectSvg(part.rect, `rx="${part.radius}" ${paintSvg(part.paint, unitsPerPx)}`)
    case 'ellipse': {
      const { x, y, w, h } = part.rect
      return `<ellipse cx="${num(x + w / 2)}" cy="${num(y + h / 2)}" rx="${num(w / 2)}" ry="${num(h / 2)}" ${paintSvg(part.paint, unitsPerPx)}/>`
    }
    case 'path':
      return `<path d="${part.d}" ${paintSvg(part.paint, unitsPerPx)}/>`
    case 'text': {
      const { line, style, color } = part
      const h = style.sizePx * 0.5
      if (h < LEAST_TEXT_PX * unitsPerPx || line.text === '') return ''
      const w = measureText(line.text, style)
      const x = line.anchor === 'middle' ? line.x - w / 2 : line.x
      const y = line.y - style.sizePx * 0.6
      return rectSvg({ x, y, w, h }, `rx="${num(h / 2)}" fill="${color}" fill-opacity="0.4"`)
    }
    case 'image': {
      const { fill, border } = theme.unknown
      return rectSvg(
        part.rect,
        `fill="${fill}" stroke="${border}" stroke-width="${num(unitsPerPx)}"`,
      )
    }
  }
}

type Stroke = Extract<Mark, { kind: 'stroke' }>

/** What a pen drew, as one line of the same width. */
function inkSvg(mark: Stroke, theme: PictureTheme, unitsPerPx: number): string {
  const step = INK_STEP_PX * unitsPerPx
  const kept: Point[] = []
  mark.points.forEach(([dx, dy], i) => {
    const point = { x: mark.x + dx, y: mark.y + dy }
    const last = kept.at(-1)
    const isEnd = i === 0 || i === mark.points.length - 1
    if (isEnd || !last || Math.hypot(point.x - last.x, point.y - last.y) >= step) kept.push(point)
  })
  const [first] = kept
  if (!first) return ''
  const line = kept.map(({ x, y }) => `L${num(x)} ${num(y)}`).join('')
  const width = Math.max(mark.sizePx, unitsPerPx)
  return `<path d="M${num(first.x)} ${num(first.y)}${line}" fill="none" stroke="${inks[theme.name][mark.color]}" stroke-width="${num(width)}" stroke-linecap="round" stroke-linejoin="round"/>`
}

function paintSvg({ fill, opacity, stroke, widthPx = 1 }: Paint, unitsPerPx: number): string {
  const opaque = opacity === undefined ? '' : ` fill-opacity="${opacity}"`
  const line = stroke
    ? ` stroke="${stroke}" stroke-width="${num(Math.max(widthPx, unitsPerPx))}"`
    : ''
  return `fill="${fill ?? 'none'}"${opaque}${line}`
}

function rectSvg({ x, y, w, h }: Rect, attributes: string): string {
  return `<rect x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}" ${attributes}/>`
}
