import { GRID, snap, type Point, type Rect } from './geometry'
import type { Snapped } from './snap-lines'

/**
 * Puts a moving rectangle on the grid by its top left corner, along each axis on which no line or gap holds it.
 *
 * @param moved how far it was dragged: along an axis on which it was not, it stays
 */
export function snapToGrid(moving: Rect, held: Snapped, moved: Point): Snapped {
  const along = (axis: 'x' | 'y'): number => {
    const isHeld = [...held.lines, ...held.gaps].some((one) => one.axis === axis)
    return isHeld || moved[axis] === 0 ? held.by[axis] : snap(moving[axis]) - moving[axis]
  }
  return { ...held, by: { x: along('x'), y: along('y') } }
}

/** Puts those edges of a resized rectangle on the grid that are no longer where they were. */
export function resizeOnGrid(before: Rect, rect: Rect): Rect {
  const [left, right] = edges(before.x, before.w, rect.x, rect.w)
  const [top, bottom] = edges(before.y, before.h, rect.y, rect.h)
  return { x: left, y: top, w: right - left, h: bottom - top }
}

function edges(start: number, size: number, newStart: number, newSize: number): [number, number] {
  const end = newStart + newSize
  return [
    Math.abs(newStart - start) < 1 ? start : snap(newStart),
    Math.abs(end - start - size) < 1 ? start + size : snap(end),
  ]
}

/** A step along the grid: from between two of its lines only to the next, never beyond where the step leads. */
export function stepOnGrid(from: number, by: number): number {
  if (by === 0) return 0
  const to = (from + by) / GRID
  return (by > 0 ? Math.floor(to) : Math.ceil(to)) * GRID - from
}

/** The middle that a rectangle of this size has when its corner is put on the grid. */
export function middleOnGrid(at: Point, size: { w: number; h: number }): Point {
  return {
    x: snap(at.x - size.w / 2) + size.w / 2,
    y: snap(at.y - size.h / 2) + size.h / 2,
  }
}
