import { containsPoint, inflate, snap, type Point, type Rect } from '#shared/model/geometry'
import { LIMITS, type Ink, type Mark, type StickyColor } from '#shared/model/records'
import { LEAST_MARK, type NewMark } from '#shared/operations/marks'
import { textHeight, votePills } from '#shared/render/mark-drawing'
import type { Tool } from '../../stores/view-store'

/** What the next marks look like. */
export interface MarkLook {
  inkColor: Ink
  stickyColor: StickyColor
  /** How thick the pen is, board units. */
  penSize: number
}

const STICKY = 160
const SHAPE = { w: 160, h: 96 }
const TEXT_WIDTH = 240
const TEXT_SIZE = 20

/** A mark as the tool makes it from where the button went down to where it is; `null` for nothing. */
export function drawnMark(tool: Tool, from: Point, to: Point, look: MarkLook): NewMark | null {
  const box = between(snapped(from), snapped(to))
  switch (tool) {
    case 'sticky':
      return { kind: 'sticky', ...atLeast(box), text: '', color: look.stickyColor, votes: {} }
    case 'text':
      return {
        kind: 'text',
        ...atLeast(box),
        text: '',
        sizePx: TEXT_SIZE,
        color: look.inkColor,
      }
    case 'rectangle':
    case 'ellipse':
      return {
        kind: 'shape',
        ...atLeast(box),
        shape: tool,
        fill: 'tint',
        color: look.inkColor,
        text: '',
      }
    case 'line':
    case 'arrow':
      return lineMark(snapped(from), snapped(to), look.inkColor, tool === 'arrow')
    case 'select':
    case 'pen':
    case 'eraser':
      return null
  }
}

/** What a click makes of the same tool. A line needs two ends. */
export function clickedMark(tool: Tool, { x, y }: Point, look: MarkLook): NewMark | null {
  const around = (w: number, h: number): NewMark | null =>
    drawnMark(tool, { x: x - w / 2, y: y - h / 2 }, { x: x + w / 2, y: y + h / 2 }, look)
  if (tool === 'sticky') return around(STICKY, STICKY)
  if (tool === 'text') {
    const top = y - TEXT_SIZE * 0.7
    return drawnMark(tool, { x, y: top }, { x: x + TEXT_WIDTH, y: top + LEAST_MARK }, look)
  }
  return tool === 'rectangle' || tool === 'ellipse' ? around(SHAPE.w, SHAPE.h) : null
}

function lineMark(from: Point, to: Point, color: Ink, arrow: boolean): NewMark {
  return { kind: 'line', ...withLength(between(from, to)), points: [from, to], color, arrow }
}

/** Where the pen was, absolute, and how firmly it was pressed, 0 to 1. */
export interface PenPoint extends Point {
  pressure: number
}

/** What the pen drew; thinned out where it is more than a mark can hold. */
export function strokeMark(points: readonly PenPoint[], look: MarkLook): NewMark {
  const every = Math.ceil(points.length / LIMITS.strokePoints)
  const kept = every > 1 ? points.filter((_, i) => i % every === 0) : points
  const xs = kept.map(({ x }) => x)
  const ys = kept.map(({ y }) => y)
  const box = between(
    { x: hundredth(Math.min(...xs)), y: hundredth(Math.min(...ys)) },
    { x: hundredth(Math.max(...xs)), y: hundredth(Math.max(...ys)) },
  )
  return {
    kind: 'stroke',
    ...withLength(box),
    points: kept.map(({ x, y, pressure }) => [
      hundredth(x - box.x),
      hundredth(y - box.y),
      hundredth(pressure),
    ]),
    color: look.inkColor,
    sizePx: look.penSize,
  }
}

/** What can be taken hold of to change a mark's size. */
export interface Handle extends Point {
  id: 'nw' | 'ne' | 'se' | 'sw' | 'e' | 'start' | 'end'
}

export function handlesOf(mark: Mark): Handle[] {
  const { x, y, w, h } = mark
  if (mark.kind === 'stroke') return []
  if (mark.kind === 'text') return [{ id: 'e', x: x + w, y: y + Math.max(h, textHeight(mark)) / 2 }]
  if (mark.kind === 'line') {
    const [start, end] = mark.points
    return [
      { id: 'start', ...start },
      { id: 'end', ...end },
    ]
  }
  return [
    { id: 'nw', x, y },
    { id: 'ne', x: x + w, y },
    { id: 'se', x: x + w, y: y + h },
    { id: 'sw', x, y: y + h },
  ]
}

/** A mark after one of its handles was drawn to a point. Pictures keep their proportions. */
export function resized(mark: Mark, handle: Handle['id'], to: Point): Mark {
  if (mark.kind === 'line') {
    const [start, end] = mark.points
    const points: [Point, Point] = handle === 'start' ? [snapped(to), end] : [start, snapped(to)]
    return { ...mark, ...withLength(between(...points)), points }
  }
  if (mark.kind === 'text') {
    const wider = { ...mark, w: Math.max(LEAST_MARK, snap(to.x - mark.x)) }
    return { ...wider, h: textHeight(wider) }
  }
  const west = handle.endsWith('w')
  const north = handle.startsWith('n')
  const fixed = { x: west ? mark.x + mark.w : mark.x, y: north ? mark.y + mark.h : mark.y }
  let w = Math.max(LEAST_MARK, (snap(to.x) - fixed.x) * (west ? -1 : 1))
  let h = Math.max(LEAST_MARK, (snap(to.y) - fixed.y) * (north ? -1 : 1))
  if (mark.kind === 'image') {
    const scale = Math.max(w / mark.w, h / mark.h)
    w = mark.w * scale
    h = mark.h * scale
  }
  return { ...mark, x: west ? fixed.x - w : fixed.x, y: north ? fixed.y - h : fixed.y, w, h }
}

/** Whether a mark is at a point or nearer than `near`. A shape is taken hold of at its border. */
export function hitsMark(mark: Mark, point: Point, near: number): boolean {
  switch (mark.kind) {
    case 'text':
      return containsPoint({ ...mark, h: Math.max(mark.h, textHeight(mark)) }, point)
    case 'image':
      return containsPoint(mark, point)
    case 'sticky':
      return [mark, ...votePills(mark).map(({ rect }) => rect)].some((r) => containsPoint(r, point))
    case 'shape':
      return isInOutline(mark, point, near) && !isInOutline(mark, point, -near)
    case 'line':
      return distanceTo(mark.points, point) <= near
    case 'stroke':
      return distanceTo(strokePath(mark), point) <= near + mark.sizePx / 2
  }
}

/** Whether a shape that has something inside, a tint or text, is around a point. */
export function isInsideShape(mark: Mark, point: Point): boolean {
  return (
    mark.kind === 'shape' &&
    (mark.fill === 'tint' || mark.text !== '') &&
    isInOutline(mark, point, 0)
  )
}

type Stroke = Extract<Mark, { kind: 'stroke' }>

function strokePath({ x, y, points }: Stroke): Point[] {
  return points.map(([dx, dy]) => ({ x: x + dx, y: y + dy }))
}

/** Whether a way from one point to another passes over what a pen drew. */
export function crossesStroke(mark: Stroke, from: Point, to: Point, near: number): boolean {
  const reach = near + mark.sizePx / 2
  const way = [from, to]
  const path = strokePath(mark)
  return (
    path.some((point) => distanceTo(way, point) <= reach) ||
    distanceTo(path, to) <= reach ||
    path.some((point, i) => {
      const before = path[i - 1]
      return before !== undefined && doCross(before, point, from, to)
    })
  )
}

function doCross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point): number =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x))
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)
}

/** How far a point is from a path; from its only point when it has no other. */
export function distanceTo(points: readonly Point[], { x, y }: Point): number {
  const [first] = points
  let least = first && points.length === 1 ? Math.hypot(x - first.x, y - first.y) : Infinity
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1]
    const b = points[i]
    if (!a || !b) continue
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const length = dx * dx + dy * dy
    const t =
      length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / length))
    least = Math.min(least, Math.hypot(x - a.x - t * dx, y - a.y - t * dy))
  }
  return least
}

function isInOutline(
  mark: Extract<Mark, { kind: 'shape' }>,
  point: Point,
  beyond: number,
): boolean {
  const box = inflate(mark, beyond)
  if (box.w <= 0 || box.h <= 0) return false
  if (mark.shape === 'rectangle') return containsPoint(box, point)
  const dx = (point.x - box.x - box.w / 2) / (box.w / 2)
  const dy = (point.y - box.y - box.h / 2) / (box.h / 2)
  return dx * dx + dy * dy <= 1
}

export function between(a: Point, b: Point): Rect {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    w: Math.abs(a.x - b.x),
    h: Math.abs(a.y - b.y),
  }
}

function snapped({ x, y }: Point): Point {
  return { x: snap(x), y: snap(y) }
}

function atLeast(box: Rect): Rect {
  return { ...box, w: Math.max(LEAST_MARK, box.w), h: Math.max(LEAST_MARK, box.h) }
}

/** Records take no place that is empty. */
function withLength(box: Rect): Rect {
  return { ...box, w: Math.max(1, box.w), h: Math.max(1, box.h) }
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100
}
