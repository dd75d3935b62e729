import { containsPoint, GROUP_HEADER, type Point, type Rect } from '#shared/model/geometry'
import type { EdgeId, MarkId, NodeId } from '#shared/model/ids'
import type { BoardScene, SceneEdge } from '../painting/board-scene'
import { distanceTo, hitsMark, isInsideShape } from './marks/mark-shape'

/** What is under the pointer. A group is taken hold of at its border and header; elsewhere it is `around`. */
export type Picked =
  | { kind: 'node'; id: NodeId }
  | { kind: 'edge'; id: EdgeId }
  | { kind: 'mark'; id: MarkId }
  | { kind: 'around'; id: NodeId }
  | null

/** How near to a connector or a border the pointer must come, CSS px. */
const NEAR_PX = 6

/** What a press at a point would take hold of: marks, but for the inside of shapes, before services before connectors before groups, inner before outer. */
export function pickAt(scene: BoardScene, point: Point, zoom: number): Picked {
  const near = NEAR_PX / zoom
  const at: Rect = { x: point.x - near, y: point.y - near, w: 2 * near, h: 2 * near }
  const marks = scene.marksIn(at).toReversed()
  const mark = marks.find((one) => hitsMark(one, point, near))
  if (mark) return { kind: 'mark', id: mark.id }
  const nodes = scene.nodesIn(at).toReversed()
  const service = nodes.find((node) => node.kind === 'service' && containsPoint(node, point))
  if (service) return { kind: 'node', id: service.id }
  const groups = nodes.filter((node) => node.kind === 'group')
  // A name is read, and taken hold of, before the lines that run over it.
  const header = groups.find((group) => isOnHeader(group, point, zoom))
  if (header) return { kind: 'node', id: header.id }
  const grip = groups.find((group) => isOnBorder(group, point, near))
  const edge = nearestEdge(scene.edgesIn(at), point, near)
  if (edge) return { kind: 'edge', id: edge.edge.id }
  if (grip) return { kind: 'node', id: grip.id }
  const shape = marks.find((one) => isInsideShape(one, point))
  if (shape) return { kind: 'mark', id: shape.id }
  const around = groups.find((group) => containsPoint(group, point))
  return around ? { kind: 'around', id: around.id } : null
}

function isOnHeader(group: Rect, point: Point, zoom: number): boolean {
  // Far away the header stays tall enough to be hit, but never takes more than a quarter of the group.
  const h = Math.max(GROUP_HEADER - 4, Math.min(10 / zoom, group.h / 4))
  return containsPoint({ x: group.x, y: group.y, w: group.w, h }, point)
}

function isOnBorder(group: Rect, point: Point, near: number): boolean {
  const outer = {
    x: group.x - near,
    y: group.y - near,
    w: group.w + 2 * near,
    h: group.h + 2 * near,
  }
  return (
    containsPoint(outer, point) &&
    (point.y <= group.y ||
      point.y >= group.y + group.h - near / 2 ||
      point.x <= group.x + near / 2 ||
      point.x >= group.x + group.w - near / 2)
  )
}

function nearestEdge(edges: readonly SceneEdge[], point: Point, near: number): SceneEdge | null {
  let best: SceneEdge | null = null
  let least = near
  for (const one of edges) {
    const away = distanceTo(one.route.points, point)
    if (away <= least) {
      least = away
      best = one
    }
  }
  return best
}
