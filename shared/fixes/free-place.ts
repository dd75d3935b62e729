import type { BoardView } from '../model/board-view'
import {
  GROUP_HEADER,
  GROUP_PADDING,
  inflate,
  intersects,
  snap,
  type Point,
  type Rect,
  type Size,
} from '../model/geometry'
import type { NodeId } from '../model/ids'

const GAP = 24
const RINGS = 8

/**
 * A place for a new box near another, inside a group or at the top level, that covers nothing else there.
 *
 * Looks to the left and right first, then above and below, ring by ring; where all is taken, far to the right.
 */
export function freePlace(
  view: BoardView,
  parentId: NodeId | null,
  near: Rect | null,
  size: Size,
): Point {
  const parent = parentId === null ? undefined : view.node(parentId)
  const siblings = view.children(parentId)
  const inner: Point = parent
    ? { x: parent.x + GROUP_PADDING, y: parent.y + GROUP_HEADER + GROUP_PADDING / 2 }
    : { x: 0, y: 0 }
  const start = near ?? { ...inner, ...size }
  const stepX = size.w + GAP
  const stepY = size.h + GAP
  const isFree = (at: Point): boolean =>
    siblings.every((other) => !intersects(inflate({ ...at, ...size }, GAP / 4), other))
  const first = { x: snap(start.x), y: snap(start.y) }
  if (near === null && isFree(first)) return first
  for (let ring = 1; ring <= RINGS; ring++) {
    const left = { x: snap(start.x - ring * stepX), y: snap(start.y) }
    const right = { x: snap(start.x + start.w - size.w + ring * stepX), y: snap(start.y) }
    const above = { x: snap(start.x), y: snap(start.y - ring * stepY) }
    const below = { x: snap(start.x), y: snap(start.y + start.h - size.h + ring * stepY) }
    for (const at of [right, below, left, above]) if (isFree(at)) return at
  }
  const farRight = Math.max(start.x + start.w, ...siblings.map((other) => other.x + other.w))
  return { x: snap(farRight + GAP), y: snap(start.y) }
}
