import type { Point } from '#shared/model/geometry'
import { isMac } from '../commands/registry'

/** What the left button does, from its first movement to its going up. */
export interface Gesture {
  /** Whether the board moves along at the canvas's edge. */
  readonly pans: boolean
  /** @param at where the pointer is, board units */
  move(at: Point, e: PointerEvent): void
  end(): void
  /** Leaves everything as it was before the button went down. */
  cancel(): void
}

export interface Modifiers {
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/** What a Mac takes for a right click. */
export function isControlClick(e: MouseEvent): boolean {
  return isMac && e.button === 0 && e.ctrlKey
}

/** Whether a press is of the other end of a pen, which rubs out. */
export function isEraserEnd(e: PointerEvent): boolean {
  return e.pointerType === 'pen' && e.button === 5
}

/** Whether what is pointed at is added to what is chosen. */
export function isAdding(e: Modifiers): boolean {
  return e.shiftKey || e.ctrlKey || e.metaKey
}

/** Whether a drag lines up with nothing. */
export function isFree(e: Modifiers): boolean {
  return e.ctrlKey || e.metaKey
}

/** How far a drag went; Shift keeps it on one axis. */
export function draggedBy(from: Point, at: Point, e: Modifiers): Point {
  const by = { x: at.x - from.x, y: at.y - from.y }
  if (!e.shiftKey) return by
  return Math.abs(by.x) > Math.abs(by.y) ? { x: by.x, y: 0 } : { x: 0, y: by.y }
}
