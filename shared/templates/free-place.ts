import { GRID, snap, type Point, type Rect, type Size } from '../model/geometry'

/** Where the corner of the new box may not be: strictly between these, because of one thing on the board. */
interface Blocked {
  left: number
  right: number
  top: number
  bottom: number
}

/**
 * Top left corner, on the grid, of the place nearest to the middle `around` where a box of `size` keeps `gap` from all
 * `taken`; right before left and below before above where both are as near.
 */
export function freePlace(taken: readonly Rect[], size: Size, around: Point, gap: number): Point {
  const wanted = { x: snap(around.x - size.w / 2), y: snap(around.y - size.h / 2) }
  const blocked = taken.map((rect): Blocked => ({
    left: floor(rect.x - gap - size.w),
    right: ceil(rect.x + rect.w + gap),
    top: floor(rect.y - gap - size.h),
    bottom: ceil(rect.y + rect.h + gap),
  }))
  const columns = [wanted.x, ...blocked.flatMap(({ left, right }) => [right, left])].sort(
    (a, b) => Math.abs(a - wanted.x) - Math.abs(b - wanted.x),
  )
  let best = wanted
  let least = Infinity
  for (const x of columns) {
    const across = Math.abs(x - wanted.x)
    if (across >= least) break
    const y = nearestFree(
      wanted.y,
      blocked.filter(({ left, right }) => left < x && x < right),
    )
    const distance = Math.hypot(across, y - wanted.y)
    if (distance < least) {
      least = distance
      best = { x, y }
    }
  }
  return best
}

/** The height nearest to `wanted` that nothing blocks. */
function nearestFree(wanted: number, blocked: readonly Blocked[]): number {
  let up = wanted
  let down = wanted
  for (const { top, bottom } of [...blocked].sort((a, b) => a.top - b.top))
    if (top < down && down < bottom) down = bottom
  for (const { top, bottom } of [...blocked].sort((a, b) => b.bottom - a.bottom))
    if (top < up && up < bottom) up = top
  return down - wanted <= wanted - up ? down : up
}

function floor(value: number): number {
  return Math.floor(value / GRID) * GRID
}

function ceil(value: number): number {
  return Math.ceil(value / GRID) * GRID
}
