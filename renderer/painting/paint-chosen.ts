import { iconRect, inflate, intersects, type Rect } from '#shared/model/geometry'
import type { EdgeId, NodeId } from '#shared/model/ids'
import type { BoardNode } from '#shared/model/records'
import type { BoardScene } from './board-scene'
import type { InFlight } from './in-flight'
import { paintEdges, paintPlates } from './paint-edges'
import { paintOverRing } from './paint-part'
import { DETAIL, type Context, type PaintStyle } from './paint-style'

/** What is chosen, and what is pointed at. */
export interface Chosen {
  nodes: ReadonlySet<NodeId>
  edges: ReadonlySet<EdgeId>
  /** The connector under the pointer. */
  hoveredEdge: EdgeId | null
  /** The group that would take what is dragged, or the end that a connector would get. */
  target: NodeId | null
}

/** Where everything is chosen the rings say so; that many connectors at most are drawn in the accent as well. */
const MOST_LIT = 500
/** More chosen nodes than this are looked for among those on screen, and get plain rings, none inside a chosen group. */
const MANY = 200

/**
 * Rings around what is chosen, and the accent on what is pointed at.
 *
 * @param seen the part of the board on screen; @param unit a CSS pixel in board units
 */
export function paintChosen(
  ctx: Context,
  scene: BoardScene,
  { nodes, edges, hoveredEdge, target }: Chosen,
  { overlay, routes }: InFlight,
  seen: Rect,
  unit: number,
  accent: string,
  style: PaintStyle,
): void {
  const lit = new Set(edges.size <= MOST_LIT ? edges : [])
  if (hoveredEdge) lit.add(hoveredEdge)
  const chosen = [...lit].flatMap((id) => {
    const known = scene.edge(id)
    const route = routes.get(id)
    return known ? (route ? { ...known, route } : known) : []
  })
  if (chosen.length > 0) paintEdges(ctx, chosen, style, undefined, accent)
  if (style.scale >= DETAIL.plates) {
    // Where there was no room for all that a connector says, it is said over what is there.
    const silent = chosen.flatMap((one) => {
      const { plateRoom, ...route } = one.route
      return plateRoom === undefined ? [] : [{ ...one, route }]
    })
    paintPlates(ctx, silent, style)
  }

  const ring = (node: BoardNode): Rect => {
    const at = overlay.get(node.id) ?? node
    return node.kind === 'service' ? iconRect(at) : at
  }
  const at = (ids: Iterable<NodeId>): BoardNode[] => [...ids].flatMap((id) => scene.node(id) ?? [])
  const isMany = nodes.size > MANY
  if (isMany) {
    // What is in a chosen group goes along with it, and the group's ring says so.
    const isShown = ({ id, parentId }: BoardNode): boolean =>
      nodes.has(id) && (parentId === null || !nodes.has(parentId))
    const rings = [...scene.nodesIn(seen), ...at(overlay.keys())].filter(isShown).map(ring)
    strokeRings(ctx, rings, 3 * unit, 2 * unit, accent, true)
  } else {
    const rings = at(nodes)
      .map(ring)
      .filter((rect) => intersects(rect, seen))
    strokeRings(ctx, rings, 3 * unit, 2 * unit, accent)
    strokeRings(ctx, rings, unit, 2 * unit, style.background)
    const shown = at(nodes).map((node): BoardNode => ({ ...node, ...overlay.get(node.id) }))
    const services = shown.filter((node) => node.kind === 'service')
    const groups = shown.filter((node) => node.kind === 'group')
    paintOverRing(ctx, { groups, services }, style)
  }

  const taking = target && scene.node(target)
  if (!taking) return
  const rect = ring(taking)
  ctx.fillStyle = accent
  ctx.globalAlpha = 0.1
  ctx.fillRect(rect.x, rect.y, rect.w, rect.h)
  ctx.globalAlpha = 1
  strokeRings(ctx, [rect], 2 * unit, 2 * unit, accent)
}

/** @param apart one by one with sharp corners: thousands are drawn several times faster than as one shape */
function strokeRings(
  ctx: Context,
  rects: readonly Rect[],
  by: number,
  width: number,
  color: string,
  apart = false,
): void {
  ctx.strokeStyle = color
  ctx.lineWidth = width
  ctx.lineJoin = apart ? 'miter' : 'round'
  const rings = rects.map((rect) => inflate(rect, by))
  if (apart) {
    for (const { x, y, w, h } of rings) ctx.strokeRect(x, y, w, h)
    return
  }
  ctx.beginPath()
  for (const { x, y, w, h } of rings) ctx.rect(x, y, w, h)
  ctx.stroke()
}
