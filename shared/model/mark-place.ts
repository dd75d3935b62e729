import type { Point } from './geometry'
import type { Mark } from './records'

/** A mark somewhere else: the ends of a line go along. */
export function shifted<Kind extends Mark>(mark: Kind, by: Point): Kind {
  const moved = { ...mark, x: mark.x + by.x, y: mark.y + by.y }
  if (mark.kind !== 'line') return moved
  const points = mark.points.map(({ x, y }) => ({ x: x + by.x, y: y + by.y }))
  // Spreading keeps the kind; the compiler loses it between the two branches.
  return { ...moved, points }
}
