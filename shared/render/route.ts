import type { Point, Rect } from '../model/geometry'
import type { EdgeShape } from '../model/records'
import { coord, type Line } from './flat'

/** How a connector runs, in board units. */
export interface RoutedEdge {
  readonly shape: EdgeShape
  /**
   * Polyline from source to target. Orthogonal ones have their corners, not rounded yet; a curve comes as short
   * straight pieces, so that whatever looks at points need not know about curves.
   */
  readonly points: readonly Point[]
  /** Control points of the same curve, cubic: one point, then three for each piece. Curved connectors only. */
  readonly curve?: readonly Point[]
  /** Middle of the connector's plate, or where it would be. */
  readonly labelAt: Point
  /**
   * How wide the plate may be, where there is not room for all of it. 0: there is none, it shows only while the
   * connector is pointed at or chosen.
   */
  readonly plateRoom?: number
}

/** Corner radius of connectors. */
export const CORNER_RADIUS = 6
/** Corner radius of straight connectors where they are bent by hand. */
const BENT_RADIUS = 2

/** SVG path data of a whole connector. */
export function routePath(route: RoutedEdge): string {
  if (route.curve) return curvePath(route.curve)
  return roundedPath(route.points, cornerRadius(route))
}

export function cornerRadius({ shape }: RoutedEdge): number {
  return shape === 'orthogonal' ? CORNER_RADIUS : shape === 'straight' ? BENT_RADIUS : 0
}

/** SVG path data of a polyline with rounded corners, whatever the angle. */
export function roundedPath(points: readonly Point[], radius = CORNER_RADIUS): string {
  const [first, ...rest] = points
  if (!first) return ''
  let path = `M${num(first.x)} ${num(first.y)}`
  for (const [at, corner] of rest.entries()) {
    const before = points[at]
    const next = rest[at + 1]
    if (!before || !next || radius === 0) {
      path += `L${num(corner.x)} ${num(corner.y)}`
      continue
    }
    const r = Math.min(radius, distance(before, corner) / 2, distance(corner, next) / 2)
    const enter = towards(corner, before, r)
    const leave = towards(corner, next, r)
    path += `L${num(enter.x)} ${num(enter.y)}Q${num(corner.x)} ${num(corner.y)} ${num(leave.x)} ${num(leave.y)}`
  }
  return path
}

/** SVG path data of cubic pieces. */
function curvePath(curve: readonly Point[]): string {
  const [first] = curve
  if (!first) return ''
  let path = `M${num(first.x)} ${num(first.y)}`
  for (let at = 1; at + 2 < curve.length; at += 3)
    path += `C${curve
      .slice(at, at + 3)
      .map(({ x, y }) => `${num(x)} ${num(y)}`)
      .join(' ')}`
  return path
}

/** Middle of the longest segment; of equals, the one nearest to the middle of the connector. */
export function labelPoint(points: readonly Point[]): Point {
  let best: Point = points[0] ?? { x: 0, y: 0 }
  let longest = -1
  const middle = (points.length - 2) / 2
  for (let at = 0; at + 1 < points.length; at++) {
    const a = points[at]
    const b = points[at + 1]
    if (!a || !b) continue
    const length = distance(a, b) - Math.abs(at - middle) * 0.01
    if (length > longest) {
      longest = length
      best = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
    }
  }
  return best
}

/** Whether a segment passes through a rectangle's inside; touching its edge does not count. */
export function segmentCrosses(a: Point, b: Point, rect: Rect): boolean {
  const left = rect.x
  const right = rect.x + rect.w
  const top = rect.y
  const bottom = rect.y + rect.h
  if (Math.max(a.x, b.x) <= left || Math.min(a.x, b.x) >= right) return false
  if (Math.max(a.y, b.y) <= top || Math.min(a.y, b.y) >= bottom) return false
  if (a.x === b.x || a.y === b.y) return true
  // Aslant: its line passes the inside unless all four corners lie on one side.
  const side = (x: number, y: number): number =>
    Math.sign((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x))
  const sides = [side(left, top), side(right, top), side(left, bottom), side(right, bottom)]
  return sides.some((s) => s < 0) && sides.some((s) => s > 0)
}

/** A number as SVG wants it: at most two decimals, no exponent. */
export function num(value: number): string {
  const rounded = Math.round(value * 100) / 100
  return Object.is(rounded, -0) ? '0' : String(rounded)
}

export function distance(a: Point, b: Point): number {
  return a.x === b.x
    ? Math.abs(a.y - b.y)
    : a.y === b.y
      ? Math.abs(a.x - b.x)
      : Math.hypot(a.x - b.x, a.y - b.y)
}

/** A point on the way from one to another. */
export function towards(from: Point, to: Point, by: number): Point {
  const far = distance(from, to)
  if (far === 0) return from
  return { x: from.x + ((to.x - from.x) * by) / far, y: from.y + ((to.y - from.y) * by) / far }
}

export function pointsOf(line: Line): Point[] {
  const points: Point[] = []
  for (let i = 0; i < line.length; i += 2) points.push({ x: coord(line, i), y: coord(line, i + 1) })
  return points
}

export function lineOf(points: readonly Point[]): number[] {
  return points.flatMap(({ x, y }) => [x, y])
}

/** The same route elsewhere. */
export function movedRoute(route: RoutedEdge, dx: number, dy: number): RoutedEdge {
  const move = ({ x, y }: Point): Point => ({ x: x + dx, y: y + dy })
  const { points, curve, labelAt } = route
  return {
    ...route,
    points: points.map(move),
    ...(curve && { curve: curve.map(move) }),
    labelAt: move(labelAt),
  }
}

/** Whether two routes look the same. */
export function sameRoute(a: RoutedEdge, b: RoutedEdge): boolean {
  return (
    a === b ||
    (a.shape === b.shape &&
      a.labelAt.x === b.labelAt.x &&
      a.labelAt.y === b.labelAt.y &&
      a.plateRoom === b.plateRoom &&
      a.points.length === b.points.length &&
      a.points.every(({ x, y }, at) => x === b.points[at]?.x && y === b.points[at]?.y))
  )
}
