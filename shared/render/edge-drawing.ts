import type { Point, Rect } from '../model/geometry'
import { inflate, union } from '../model/geometry'
import type { BoardEdge } from '../model/records'
import { distance, num, roundedPath, type RoutedEdge } from './route'
import { ellipsize, measureText, type TextStyle } from './text'
import { edgeKindWords, edgeStyles } from './theme'

export const EDGE_LABEL_STYLE: TextStyle = { sizePx: 11, weight: 500 }
const PILL_HEIGHT = 18
const PILL_PADDING = 6
const LONGEST_LABEL_PX = 168
const LOCK_SIZE = 12

/** Length of an arrowhead along the line, and half its width, for the thinnest line. */
const ARROW = { length: 8, half: 4 }

/** The plate on a connector: its words, and an open lock when it is known to be unencrypted. */
export interface EdgePill {
  rect: Rect
  text: string
  /** Middle of the text; baseline. */
  textAt: Point
  /** Top left corner and size of the lock. */
  lock: Rect | null
}

/** Where everything of a connector goes, in board units; canvas and pictures draw from this. */
export interface EdgeDrawing {
  /** One line, or two side by side; they end where the arrowhead begins. */
  lines: readonly string[]
  /** Filled triangle at the target. */
  arrow: string
  pill: EdgePill | null
  extent: Rect
}

/** What a connector says: its label or kind, then its protocol. Empty when there is nothing to say. */
export function edgeText(edge: BoardEdge): string {
  const label = edge.label.replace(/\s+/g, ' ').trim()
  const protocol = edge.facts['protocol']?.value
  const parts = [label === '' ? edgeKindWords[edge.kind] : label]
  if (typeof protocol === 'string' && protocol.trim() !== '') parts.push(protocol.trim())
  return parts.filter((part) => part !== null).join(' · ')
}

export function isUnencrypted(edge: BoardEdge): boolean {
  return edge.facts['encrypted']?.value === false
}

export function edgeDrawing(edge: BoardEdge, route: RoutedEdge): EdgeDrawing {
  const style = edgeStyles[edge.kind]
  const scale = style.widthPx > 2 && style.cap === 'butt' ? 1.25 : style.doublePx > 0 ? 1.2 : 1
  const shaft = shorten(route.points, ARROW.length * scale - 1)
  const lines =
    style.doublePx > 0
      ? [-style.doublePx / 2, style.doublePx / 2].map((by) => roundedPath(beside(shaft, by)))
      : [roundedPath(shaft)]
  const pill = edgePill(edge, route)
  const around = union(route.points.map((point) => ({ ...point, w: 0, h: 0 })))
  const extent = union([
    ...(around ? [inflate(around, ARROW.half * scale)] : []),
    ...(pill ? [pill.rect] : []),
  ])
  return {
    lines,
    arrow: arrowHead(route.points, scale),
    pill,
    extent: extent ?? { ...route.labelAt, w: 0, h: 0 },
  }
}

function edgePill(edge: BoardEdge, route: RoutedEdge): EdgePill | null {
  const text = ellipsize(edgeText(edge), LONGEST_LABEL_PX, EDGE_LABEL_STYLE)
  const open = isUnencrypted(edge)
  if (text === '' && !open) return null
  const textWidth = text === '' ? 0 : measureText(text, EDGE_LABEL_STYLE)
  const lockWidth = open ? LOCK_SIZE + (text === '' ? 0 : 4) : 0
  const padding = text === '' ? 3 : PILL_PADDING
  const w = Math.ceil(textWidth + lockWidth + 2 * padding)
  const at = besideShortRun(route, w)
  const rect: Rect = { x: at.x - w / 2, y: at.y - PILL_HEIGHT / 2, w, h: PILL_HEIGHT }
  const left = rect.x + padding
  return {
    rect,
    text,
    textAt: { x: left + lockWidth + textWidth / 2, y: at.y + 4 },
    lock: open ? { x: left, y: at.y - LOCK_SIZE / 2, w: LOCK_SIZE, h: LOCK_SIZE } : null,
  }
}

/** A plate that would hide the whole run it stands on, arrowhead and all, stands beside it instead. */
function besideShortRun({ points, labelAt }: RoutedEdge, width: number): Point {
  for (const [at, end] of points.entries()) {
    const start = points[at - 1]
    if (!start || (start.x + end.x) / 2 !== labelAt.x || (start.y + end.y) / 2 !== labelAt.y)
      continue
    const flat = start.y === end.y
    const room = distance(start, end) - 2 * (ARROW.length + 4)
    if (room >= (flat ? width : PILL_HEIGHT)) break
    return flat
      ? { x: labelAt.x, y: labelAt.y - PILL_HEIGHT / 2 - 5 }
      : { x: labelAt.x + width / 2 + 6, y: labelAt.y }
  }
  return labelAt
}

/** SVG path data of an open padlock: a filled body and a shackle that stands open. Stroke 1.4, round. */
export function openLock(rect: Rect): { body: string; shackle: string } {
  const { x, y } = rect
  return {
    body: `M${num(x + 1.5)} ${num(y + 5.5)}h9v6h-9z`,
    shackle: `M${num(x + 3.5)} ${num(y + 5.5)}V${num(y + 3.2)}a2.5 2.5 0 0 1 4.8 -0.9`,
  }
}

/** Triangle whose tip is the polyline's last point. */
export function arrowHead(points: readonly Point[], scale = 1): string {
  const tip = points.at(-1)
  const before = points.at(-2)
  if (!tip || !before) return ''
  const dx = Math.sign(tip.x - before.x)
  const dy = Math.sign(tip.y - before.y)
  const length = ARROW.length * scale
  const half = ARROW.half * scale
  const back = { x: tip.x - dx * length, y: tip.y - dy * length }
  return `M${num(tip.x)} ${num(tip.y)}L${num(back.x + dy * half)} ${num(back.y + dx * half)}L${num(back.x - dy * half)} ${num(back.y - dx * half)}Z`
}

/** The polyline without its last stretch, so that no line shows beyond the arrowhead's tip. */
function shorten(points: readonly Point[], by: number): Point[] {
  const tip = points.at(-1)
  const before = points.at(-2)
  if (!tip || !before) return [...points]
  const cut = Math.min(by, distance(before, tip))
  return [
    ...points.slice(0, -1),
    { x: tip.x - Math.sign(tip.x - before.x) * cut, y: tip.y - Math.sign(tip.y - before.y) * cut },
  ]
}

/** An orthogonal polyline shifted sideways. */
function beside(points: readonly Point[], by: number): Point[] {
  return points.map((point, at) => {
    const before = points[at - 1]
    const after = points[at + 1]
    let { x, y } = point
    for (const [p, q] of [
      [before, point],
      [point, after],
    ] as const) {
      if (!p || !q) continue
      if (p.y === q.y) y = point.y + by * Math.sign(q.x - p.x)
      else x = point.x - by * Math.sign(q.y - p.y)
    }
    return { x, y }
  })
}
