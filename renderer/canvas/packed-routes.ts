import type { Point } from '#shared/model/geometry'
import type { EdgeId } from '#shared/model/ids'
import type { EdgeShape } from '#shared/model/records'
import type { RoutedEdge } from '#shared/render/route'

/** Routes as they go from one thread to another: one list of numbers, which is handed over rather than copied. */
export interface PackedRoutes {
  ids: readonly EdgeId[]
  /** For each route: shape, how many points, how many of a curve, then all their x and y, then the label's, its room or -1. */
  numbers: Float64Array<ArrayBuffer>
}

const SHAPES: readonly EdgeShape[] = ['orthogonal', 'straight', 'curved']

export function packRoutes(routes: ReadonlyMap<EdgeId, RoutedEdge>): PackedRoutes {
  let size = 0
  for (const { points, curve } of routes.values())
    size += 6 + 2 * (points.length + (curve?.length ?? 0))
  const numbers = new Float64Array(size)
  let at = 0
  const put = ({ x, y }: Point): void => {
    numbers[at++] = x
    numbers[at++] = y
  }
  for (const { shape, points, curve, labelAt, plateRoom } of routes.values()) {
    numbers[at++] = SHAPES.indexOf(shape)
    numbers[at++] = points.length
    numbers[at++] = curve?.length ?? 0
    points.forEach(put)
    curve?.forEach(put)
    put(labelAt)
    numbers[at++] = plateRoom ?? -1
  }
  return { ids: [...routes.keys()], numbers }
}

export function unpackRoutes({ ids, numbers }: PackedRoutes): Map<EdgeId, RoutedEdge> {
  const routes = new Map<EdgeId, RoutedEdge>()
  let at = 0
  const next = (): number => numbers[at++] ?? 0
  const point = (): Point => ({ x: next(), y: next() })
  const take = (count: number): Point[] => Array.from({ length: count }, point)
  for (const id of ids) {
    const shape = SHAPES[next()] ?? 'orthogonal'
    const [count, ofCurve] = [next(), next()]
    const points = take(count)
    const curve = take(ofCurve)
    const labelAt = point()
    const plateRoom = next()
    routes.set(id, {
      shape,
      points,
      ...(ofCurve > 0 && { curve }),
      labelAt,
      ...(plateRoom >= 0 && { plateRoom }),
    })
  }
  return routes
}
