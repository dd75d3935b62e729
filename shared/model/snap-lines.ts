import type { Point, Rect } from './geometry'

/** A line to draw while something lines up: at `at` on its axis, from `from` to `to` on the other. Board units. */
export interface SnapLine {
  axis: 'x' | 'y'
  at: number
  from: number
  to: number
}

/** A gap that is as wide as its neighbour: from `from` to `to` along the axis, at `at` across it. Board units. */
export interface SnapGap {
  axis: 'x' | 'y'
  from: number
  to: number
  at: number
}

export interface Snapped {
  /** What to add to the rectangle's position. */
  by: Point
  lines: readonly SnapLine[]
  gaps: readonly SnapGap[]
}

/** How near, in board units at 100 %, an edge or middle must come to catch. */
export const SNAP_DISTANCE = 6

/**
 * Lines a moving rectangle up with the edges and middles of others, or keeps the gaps in a row of them equal. Each axis
 * catches on its own; the nearest wins, an edge before a gap.
 */
export function snapToOthers(moving: Rect, others: readonly Rect[], distance: number): Snapped {
  const x = nearest(moving, others, 'x', 'w', distance)
  const y = nearest(moving, others, 'y', 'h', distance)
  const gapX = x ? null : equalGap(moving, others, 'x', distance)
  const gapY = y ? null : equalGap(moving, others, 'y', distance)
  const by = { x: x?.by ?? gapX?.by ?? 0, y: y?.by ?? gapY?.by ?? 0 }
  const placed: Rect = { ...moving, x: moving.x + by.x, y: moving.y + by.y }
  const lines: SnapLine[] = []
  if (x) lines.push(lineThrough('x', x.at, placed, x.other))
  if (y) lines.push(lineThrough('y', y.at, placed, y.other))
  return {
    by,
    lines,
    gaps: [
      ...(gapX ? gapLines('x', gapX.row, placed) : []),
      ...(gapY ? gapLines('y', gapY.row, placed) : []),
    ],
  }
}

interface Gap {
  by: number
  /** The two that the gaps are measured with. */
  row: readonly [Rect, Rect]
}

const EXTENT = { x: 'w', y: 'h' } as const

/** The nearest place in a row of three where both gaps are equal: between two others, or beyond them. */
function equalGap(
  moving: Rect,
  others: readonly Rect[],
  axis: 'x' | 'y',
  distance: number,
): Gap | null {
  const extent = EXTENT[axis]
  const row = others.filter((other) => sharesRow(moving, other, axis))
  let best: Gap | null = null
  const offer = (place: number, one: Rect, other: Rect): void => {
    const by = place - moving[axis]
    if (Math.abs(by) > distance || (best && Math.abs(by) >= Math.abs(best.by))) return
    best = { by, row: [one, other] }
  }
  for (const one of row) {
    const next = nextInRow(row, one, axis)
    if (!next) continue
    const end = one[axis] + one[extent]
    const gap = next[axis] - end
    offer(next[axis] + next[extent] + gap, one, next)
    offer(one[axis] - gap - moving[extent], one, next)
    if (gap >= moving[extent]) offer(end + (gap - moving[extent]) / 2, one, next)
  }
  return best
}

/** The one that follows another, with room between them. */
function nextInRow(row: readonly Rect[], one: Rect, axis: 'x' | 'y'): Rect | null {
  const end = one[axis] + one[EXTENT[axis]]
  let next: Rect | null = null
  for (const other of row)
    if (other[axis] >= end && other !== one && (!next || other[axis] < next[axis])) next = other
  return next && next[axis] > end ? next : null
}

function sharesRow(a: Rect, b: Rect, axis: 'x' | 'y'): boolean {
  return axis === 'x' ? a.y < b.y + b.h && b.y < a.y + a.h : a.x < b.x + b.w && b.x < a.x + a.w
}

function gapLines(axis: 'x' | 'y', row: readonly [Rect, Rect], placed: Rect): SnapGap[] {
  const extent = EXTENT[axis]
  const three = [...row, placed].sort((a, b) => a[axis] - b[axis])
  const at = axis === 'x' ? placed.y + placed.h / 2 : placed.x + placed.w / 2
  return three.slice(1).flatMap((next, i) => {
    const before = three[i]
    return before ? [{ axis, from: before[axis] + before[extent], to: next[axis], at }] : []
  })
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
