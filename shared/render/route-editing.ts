import type { Point } from '../model/geometry'
import { STUB, tidyLine } from './direct-ways'
import { distance, lineOf, pointsOf, towards, type RoutedEdge } from './route'

/** The place on a connector that is nearest to a point. */
export interface NearestOnRoute {
  /** Board units. */
  distance: number
  /** Index of the piece's first point among the route's points. */
  segment: number
  point: Point
}

/** Where a connector is nearest to a point; `null` for one without points. */
export function nearestOnRoute({ points }: RoutedEdge, point: Point): NearestOnRoute | null {
  let best: NearestOnRoute | null = null
  for (let segment = 0; segment + 1 < points.length; segment++) {
    const [a, b] = [points[segment], points[segment + 1]]
    if (!a || !b) continue
    const on = nearestBetween(a, b, point)
    const far = distance(on, point)
    if (!best || far < best.distance) best = { distance: far, segment, point: on }
  }
  return best
}

function nearestBetween(a: Point, b: Point, point: Point): Point {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const square = dx * dx + dy * dy
  if (square === 0) return a
  const share = ((point.x - a.x) * dx + (point.y - a.y) * dy) / square
  const within = Math.min(1, Math.max(0, share))
  return { x: a.x + dx * within, y: a.y + dy * within }
}

/**
 * The waypoints of an orthogonal connector one of whose segments is moved sideways: all of its corners, so that the
 * rest stays as it is. A first or last segment leaves a short piece behind at its end.
 *
 * @param by across the segment, board units; to the right or downward
 */
export function moveSegment({ points }: RoutedEdge, segment: number, by: number): Point[] {
  const [a, b] = [points[segment], points[segment + 1]]
  if (!a || !b) return points.slice(1, -1)
  const isUpright = a.x === b.x
  const moved = ({ x, y }: Point): Point => (isUpright ? { x: x + by, y } : { x, y: y + by })
  const stub = Math.min(STUB, distance(a, b) / 3)
  const from = segment === 0 ? towards(a, b, stub) : a
  const to = segment + 2 === points.length ? towards(b, a, stub) : b
  return pointsOf(
    tidyLine(
      lineOf([
        ...points.slice(1, Math.max(1, segment)),
        moved(from),
        moved(to),
        ...points.slice(segment + 2, -1),
      ]),
    ),
  )
}

/**
 * The waypoints of a connector that is put through one more point.
 *
 * An orthogonal connector that runs by itself keeps its corners, so that only the piece that was taken hold of changes.
 *
 * @param held where it was taken hold of
 */
export function addWaypoint(
  route: RoutedEdge,
  waypoints: readonly Point[],
  held: NearestOnRoute,
  to: Point = held.point,
): Point[] {
  if (route.shape === 'orthogonal' && waypoints.length === 0)
    return [
      ...route.points.slice(1, held.segment + 1),
      to,
      ...route.points.slice(held.segment + 1, -1),
    ]
  const place = along(route, held)
  const before = waypoints.filter((one) => {
    const on = nearestOnRoute(route, one)
    return on !== null && along(route, on) <= place
  }).length
  return [...waypoints.slice(0, before), to, ...waypoints.slice(before)]
}

/** A place as one number that grows along the connector. */
function along({ points }: RoutedEdge, { segment, point }: NearestOnRoute): number {
  const [a, b] = [points[segment], points[segment + 1]]
  return a && b && distance(a, b) > 0 ? segment + distance(a, point) / distance(a, b) : segment
}

export function moveWaypoint(waypoints: readonly Point[], at: number, to: Point): Point[] {
  return waypoints.map((point, i) => (i === at ? to : point))
}

export function removeWaypoint(waypoints: readonly Point[], at: number): Point[] {
  return waypoints.filter((_, i) => i !== at)
}
