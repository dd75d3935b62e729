import type { PaletteHit } from '#shared/catalogue/search'
import { scopeOf } from '#shared/catalogue/scope-of'
import type { BoardView } from '#shared/model/board-view'
import {
  center,
  inflate,
  intersects,
  SERVICE_SIZE,
  snap,
  type Point,
  type Rect,
  type Size,
} from '#shared/model/geometry'
import type { EditContext } from '#shared/model/edit-context'
import type { NodeId } from '#shared/model/ids'
import { connect } from '#shared/operations/edges'
import { addGroup, addService, centredAt } from '#shared/operations/nodes'
import type { Patch } from '#shared/model/patch'
import { previewBoard } from '#shared/model/apply-patch'

export interface Placed {
  changes: Patch
  id: NodeId
  hint: string | null
}

/** Puts what was picked in the palette with its middle at `point`; a service may be meant for one group. */
export function placeAt(
  view: BoardView,
  hit: PaletteHit,
  point: Point,
  edit: EditContext,
  into?: NodeId | null,
): Placed {
  if (hit.kind === 'group') {
    const { groupKind, defaultSize } = hit.definition
    const label = shortGroupName(hit.definition.name)
    const size: Size = { w: defaultSize.w, h: defaultSize.h }
    const rect: Rect = { ...snapped(centredAt(point, size)), ...size }
    return addGroup(view, { groupKind, label, rect }, scopeOf, edit)
  }
  const { serviceId, shortName } = hit.definition
  const at = snapped(centredAt(point, SERVICE_SIZE))
  const service = { serviceId, label: shortName, at, ...(into === undefined ? {} : { into }) }
  return addService(view, service, scopeOf, edit)
}

/**
 * Puts what was picked beside the selected node, in the same group, and connects it; with nothing selected, at
 * `otherwise`. A group is not connected: it goes inside a selected group, or around nothing.
 */
export function placeBeside(
  view: BoardView,
  hit: PaletteHit,
  selected: NodeId | undefined,
  otherwise: Point,
  edit: EditContext,
): Placed {
  const from = selected ? view.node(selected) : undefined
  const size = hit.kind === 'group' ? hit.definition.defaultSize : SERVICE_SIZE
  if (!from) return placeAt(view, hit, freeSpot(view, null, otherwise, size), edit)
  if (from.kind === 'group') {
    const children = view.children(from.id)
    const start: Point =
      children.length === 0
        ? { x: from.x + 24 + size.w / 2, y: from.y + 48 + size.h / 2 }
        : {
            x: Math.max(...children.map((c) => c.x + c.w)) + 32 + size.w / 2,
            y: center(children.at(-1) ?? from).y,
          }
    const spot = freeSpot(view, from.id, start, size)
    return hit.kind === 'group'
      ? placeAt(view, hit, insideOf(from, spot), edit)
      : placeAt(view, hit, spot, edit, from.id)
  }
  const beside: Point = { x: from.x + from.w + 64 + size.w / 2, y: from.y + size.h / 2 }
  const spot = freeSpot(view, from.parentId, beside, size)
  const placed = placeAt(view, hit, spot, edit, from.parentId)
  if (hit.kind === 'group') return placed
  const after = previewBoard(view, placed.changes)
  const linked = connect(after, { source: from.id, target: placed.id }, edit)
  return { ...placed, changes: [...placed.changes, ...linked.changes] }
}

/** Nearest place below `point` where a box of `size` overlaps none of the children of `parentId`. */
function freeSpot(view: BoardView, parentId: NodeId | null, point: Point, size: Size): Point {
  const taken = view.children(parentId).map((n) => inflate(n, 8))
  for (let step = 0; step < 40; step++) {
    const at = { x: point.x, y: point.y + step * 32 }
    const box: Rect = { ...centredAt(at, size), ...size }
    if (!taken.some((t) => intersects(t, box))) return at
  }
  return point
}

/** The same point, moved into the group's box, so that the group under it is the one that was meant. */
function insideOf(group: Rect, point: Point): Point {
  return {
    x: Math.min(Math.max(point.x, group.x + 1), group.x + group.w - 1),
    y: Math.min(Math.max(point.y, group.y + 1), group.y + group.h - 1),
  }
}

function snapped(at: Point): Point {
  return { x: snap(at.x), y: snap(at.y) }
}

/** "Virtual private cloud (VPC)" is drawn as "VPC". */
function shortGroupName(name: string): string {
  return /\(([A-Z]+)\)$/.exec(name)?.[1] ?? name
}
