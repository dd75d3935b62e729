import type { Point, Rect, Size } from '../model/geometry'
import { inflate, union } from '../model/geometry'
import type { BoardEdge } from '../model/records'
import {
  cornerRadius,
  distance,
  num,
  roundedPath,
  routePath,
  towards,
  type RoutedEdge,
} from './route'
import { ellipsize, measureText, type TextStyle } from './text'
import { edgeKindWords, edgeStyles } from './theme'

export const EDGE_LABEL_STYLE: TextStyle = { sizePx: 11, weight: 500 }
const PILL_HEIGHT = 18
const PILL_PADDING = 6
const LONGEST_LABEL_PX = 168
/** Fewer letters than fit in here do not say anything. */
const LEAST_TEXT_PX = 24
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
  const scale = arrowScale(edge)
  const shaft = shorten(route.points, ARROW.length * scale - 1)
  const radius = cornerRadius(route)
  const lines =
    style.doublePx > 0
      ? [-style.doublePx / 2, style.doublePx / 2].map((by) =>
          roundedPath(beside(shaft, by), radius),
        )
      : [
          route.curve
            ? routePath({ ...route, curve: shortenCurve(route.curve, shaft) })
            : roundedPath(shaft, radius),
        ]
  return {
    lines,
    arrow: arrowHead(route.points, scale),
    pill: edgePill(edge, route),
    extent: edgeExtent(edge, route),
  }
}

/** The place that all of a connector takes, without drawing it. */
export function edgeExtent(edge: BoardEdge, route: RoutedEdge): Rect {
  const pill = edgePill(edge, route)
  const around = union(route.points.map((point) => ({ ...point, w: 0, h: 0 })))
  const extent = union([
    ...(around ? [inflate(around, ARROW.half * arrowScale(edge))] : []),
    ...(pill ? [pill.rect] : []),
  ])
  return extent ?? { ...route.labelAt, w: 0, h: 0 }
}

/** How large an arrowhead is: larger on thick and double lines. */
function arrowScale({ kind }: BoardEdge): number {
  const { widthPx, cap, doublePx } = edgeStyles[kind]
  return widthPx > 2 && cap === 'butt' ? 1.25 : doublePx > 0 ? 1.2 : 1
}

/** Memo by record: measuring text is dear, and routing asks for all plates of a board at once. */
const plates = new WeakMap<BoardEdge, Plate | null>()

interface Plate extends Size {
  text: string
  textWidth: number
  lockWidth: number
  padding: number
}

/** Size of a connector's plate, board units; `null` when it has none. */
export function plateSize(edge: BoardEdge): Size | null {
  return plateOf(edge)
}

/**
 * The plate with less on it: the beginning of its words, no wider than `share` of it; where that leaves nothing, the
 * lock alone; `null` where there is none.
 */
export function narrowerPlate(edge: BoardEdge, share: number): Size | null {
  const whole = plateOf(edge)
  if (!whole) return null
  const room = whole.w * share
  const isEnough = room - besideText(whole) >= LEAST_TEXT_PX
  return isEnough ? narrowed(edge, whole, room) : narrowed(edge, whole, 0)
}

function plateOf(edge: BoardEdge): Plate | null {
  const known = plates.get(edge)
  if (known !== undefined) return known
  const text = ellipsize(edgeText(edge), LONGEST_LABEL_PX, EDGE_LABEL_STYLE)
  const made = text === '' && !isUnencrypted(edge) ? null : plateWith(text, isUnencrypted(edge))
  plates.set(edge, made)
  return made
}

function plateWith(text: string, open: boolean): Plate {
  const textWidth = text === '' ? 0 : measureText(text, EDGE_LABEL_STYLE)
  const lockWidth = open ? LOCK_SIZE + (text === '' ? 0 : 4) : 0
  const padding = text === '' ? 3 : PILL_PADDING
  const w = Math.ceil(textWidth + lockWidth + 2 * padding)
  return { text, textWidth, lockWidth, padding, w, h: PILL_HEIGHT }
}

function narrowed(edge: BoardEdge, whole: Plate, room: number): Plate | null {
  if (room >= whole.w) return whole
  const open = isUnencrypted(edge)
  const text = ellipsize(whole.text, room - besideText(whole), EDGE_LABEL_STYLE)
  const plate = plateWith(text, open)
  if (text !== '' && plate.w <= room) return plate
  return open ? plateWith('', true) : null
}

function besideText({ lockWidth, padding }: Plate): number {
  return lockWidth + 2 * padding
}

/** What a connector's plate shows where it is; `null` when it has none, or no room. */
export function edgePill(edge: BoardEdge, { labelAt, plateRoom }: RoutedEdge): EdgePill | null {
  const whole = plateOf(edge)
  const plate =
    whole && plateRoom !== undefined
      ? plateRoom === 0
        ? null
        : narrowed(edge, whole, plateRoom)
      : whole
  if (!plate) return null
  const { text, textWidth, lockWidth, padding, w, h } = plate
  const rect: Rect = { x: labelAt.x - w / 2, y: labelAt.y - h / 2, w, h }
  const left = rect.x + padding
  return {
    rect,
    text,
    textAt: { x: left + lockWidth + textWidth / 2, y: labelAt.y + 4 },
    lock: isUnencrypted(edge)
      ? { x: left, y: labelAt.y - LOCK_SIZE / 2, w: LOCK_SIZE, h: LOCK_SIZE }
      : null,
  }
}

/** SVG path data of an open padlock: a filled body and a shackle that stands open. Stroke 1.4, round. */
export function openLock(rect: Rect): { body: string; shackle: string } {
  const { x, y } = rect
  return {
    body: `M${num(x + 1.5)} ${num(y + 5.5)}h9v6h-9z`,
    shackle: `M${num(x + 3.5)} ${num(y + 5.5)}V${num(y + 3.2)}a2.5 2.5 0 0 1 4.8 -0.9`,
  }
}

/** Triangle whose tip is the polyline's last point, in the direction in which the line arrives. */
export function arrowHead(points: readonly Point[], scale = 1): string {
  const tip = points.at(-1)
  const before = points.at(-2)
  if (!tip || !before) return ''
  const half = ARROW.half * scale
  const far = distance(before, tip) || 1
  const dx = (tip.x - before.x) / far
  const dy = (tip.y - before.y) / far
  const length = ARROW.length * scale
  const back = { x: tip.x - dx * length, y: tip.y - dy * length }
  return `M${num(tip.x)} ${num(tip.y)}L${num(back.x - dy * half)} ${num(back.y + dx * half)}L${num(back.x + dy * half)} ${num(back.y - dx * half)}Z`
}

/** The polyline without its last stretch, so that no line shows beyond the arrowhead's tip. */
export function shorten(points: readonly Point[], by: number): Point[] {
  const kept = [...points]
  let left = by
  for (;;) {
    const tip = kept.at(-1)
    const before = kept.at(-2)
    if (!tip || !before) return kept
    const far = distance(before, tip)
    kept.pop()
    if (far > left) {
      kept.push(towards(tip, before, left))
      return kept
    }
    left -= far
    if (kept.length === 1) return [...kept, before]
  }
}

/** The curve with its end drawn back to where the shortened polyline ends. */
function shortenCurve(curve: readonly Point[], shaft: readonly Point[]): Point[] {
  const tip = curve.at(-1)
  const end = shaft.at(-1)
  const arrives = curve.at(-2)
  if (!tip || !end || !arrives) return [...curve]
  return [
    ...curve.slice(0, -2),
    { x: arrives.x + end.x - tip.x, y: arrives.y + end.y - tip.y },
    end,
  ]
}

/** A polyline shifted sideways: to its right for positive distances, as one walks along it. */
export function beside(points: readonly Point[], by: number): Point[] {
  return points.map((point, at) => {
    const a = normal(points[at - 1], point) ?? normal(point, points[at + 1])
    const b = normal(point, points[at + 1]) ?? a
    if (!a || !b) return point
    // In a corner the two shifted lines meet this much further out.
    const stretch = by / Math.max(0.3, 1 + a.x * b.x + a.y * b.y)
    return { x: point.x + (a.x + b.x) * stretch, y: point.y + (a.y + b.y) * stretch }
  })
}

function normal(a: Point | undefined, b: Point | undefined): Point | null {
  if (!a || !b) return null
  const far = distance(a, b)
  return far === 0 ? null : { x: -(b.y - a.y) / far, y: (b.x - a.x) / far }
}
