import type { Point, Rect } from './geometry'

/** A line to draw while something lines up: at `at` on its axis, from `from` to `to` on the other. Board units. */
export interface SnapLine {
  axis: 'x' | 'y'
  at: number
  from: number
  to: number
}

export interface Snapped {
  /** What to add to the rectangle's position. */
  by: Point
  lines: readonly SnapLine[]
}

/** How near, in board units at 100 %, an edge or middle must come to catch. */
export const SNAP_DISTANCE = 6

/**
 * Lines a moving rectangle up with the edges and middles of others. Each axis catches on its own; the nearest wins.
 */
export function snapToOthers(moving: Rect, others: readonly Rect[], distance: number): Snapped {
  const x = nearest(moving, others, 'x', 'w', distance)
  const y = nearest(moving, others, 'y', 'h', distance)
  const by = { x: x?.by ?? 0, y: y?.by ?? 0 }
  const placed: Rect = { ...moving, x: moving.x + by.x, y: moving.y + by.y }
  const lines: SnapLine[] = []
  if (x) lines.push(lineThrough('x', x.at, placed, x.other))
  if (y) lines.push(lineThrough('y', y.at, placed, y.other))
  return { by, lines }
}

interface Catch {
  by: number
  at: number
  other: Rect
}

function nearest(
  moving: Rect,
  others: readonly Rect[],
  start: 'x' | 'y',
  extent: 'w' | 'h',
  distance: number,
): Catch | null {
  let best: Catch | null = null
  const mine = [moving[start], moving[start] + moving[extent] / 2, moving[start] + moving[extent]]
  for (const other of others) {
    const theirs = [other[start], other[start] + other[extent] / 2, other[start] + other[extent]]
    for (const [i, at] of theirs.entries()) {
      for (const [j, edge] of mine.entries()) {
        // Middles line up with middles, edges with edges: the other pairs only look like noise.
        if ((i === 1) !== (j === 1)) continue
        const by = at - edge
        if (Math.abs(by) > distance || (best && Math.abs(by) >= Math.abs(best.by))) continue
        best = { by, at, other }
      }
    }
  }
  return best
}

function lineThrough(axis: 'x' | 'y', at: number, a: Rect, b: Rect): SnapLine {
  return axis === 'x'
    ? { axis, at, from: Math.min(a.y, b.y), to: Math.max(a.y + a.h, b.y + b.h) }
    : { axis, at, from: Math.min(a.x, b.x), to: Math.max(a.x + a.w, b.x + b.w) }
}
