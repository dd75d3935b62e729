/** Board units: 1 unit = 1 px at 100 % zoom. Positions are absolute on the board, never relative to a group. */
export interface Point {
  x: number
  y: number
}

export interface Size {
  w: number
  h: number
}

export interface Rect extends Point, Size {}

/** Grid that gestures snap to, in board units. */
export const GRID = 8

/** Edge length of a service's icon on the board and in pictures. */
export const ICON_SIZE = 48

/** Box of every service node: icon on top, up to two label lines under it. */
export const SERVICE_SIZE: Size = { w: 112, h: 88 }

/** Space a group keeps between its border and what is inside it. */
export const GROUP_PADDING = 16

/** Height of a group's header strip (corner icon and label). */
export const GROUP_HEADER = 32

/** Smallest a group may be made. */
export const MIN_GROUP_SIZE: Size = { w: 96, h: 72 }

export function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  )
}

export function containsPoint(rect: Rect, point: Point): boolean {
  return (
    point.x >= rect.x &&
    point.x <= rect.x + rect.w &&
    point.y >= rect.y &&
    point.y <= rect.y + rect.h
  )
}

export function intersects(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

/** What two rectangles have in common; `null` where they only touch, or do not even do that. */
export function clip(a: Rect, b: Rect): Rect | null {
  const x = Math.max(a.x, b.x)
  const y = Math.max(a.y, b.y)
  const w = Math.min(a.x + a.w, b.x + b.w) - x
  const h = Math.min(a.y + a.h, b.y + b.h) - y
  return w > 0 && h > 0 ? { x, y, w, h } : null
}

export function sameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h
}

export function center(rect: Rect): Point {
  return { x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 }
}

export function inflate(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, w: rect.w + 2 * by, h: rect.h + 2 * by }
}

/** Smallest rectangle around all of them; `null` for none. */
export function union(rects: Iterable<Rect>): Rect | null {
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (const r of rects) {
    left = Math.min(left, r.x)
    top = Math.min(top, r.y)
    right = Math.max(right, r.x + r.w)
    bottom = Math.max(bottom, r.y + r.h)
  }
  return left === Infinity ? null : { x: left, y: top, w: right - left, h: bottom - top }
}

export function snap(value: number): number {
  return Math.round(value / GRID) * GRID
}

/** The icon's square inside a service node's box: horizontally centred, at the top. */
export function iconRect(box: Rect): Rect {
  return { x: box.x + (box.w - ICON_SIZE) / 2, y: box.y, w: ICON_SIZE, h: ICON_SIZE }
}
