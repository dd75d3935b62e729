import type { BoardView } from '../model/board-view'
import type { EditContext } from '../model/edit-context'
import type { Point, Rect } from '../model/geometry'
import { EdgeId, NodeId } from '../model/ids'
import type { Change, Patch } from '../model/patch'
import type { Facts } from '../model/records'
import { keysAfter } from '../operations/order'
import type { Template } from './define'
import { templateDrawing } from './drawing'
import { freePlace } from './free-place'

/** Between a template and what is on the board already. */
const GAP = 48

/**
 * Puts a template on the board as one edit, at the free place nearest to `at`, with ids of its own. Nothing that is on
 * the board moves, grows or takes it in.
 *
 * @returns ids of what is outermost in it, to be selected, and the place that it takes.
 */
export function insertTemplate(
  view: BoardView,
  template: Template,
  at: Point,
  edit: EditContext,
): { changes: Patch; ids: NodeId[]; rect: Rect } {
  const { view: drawn, rect } = templateDrawing(template)
  const place = freePlace(view.children(null), rect, at, GAP)
  const by = { x: place.x - rect.x, y: place.y - rect.y }
  const boardId = view.board.id
  const fresh = new Map(drawn.nodes.map(({ id }) => [id, NodeId.parse(edit.newId())]))
  const renamed = (id: NodeId): NodeId => fresh.get(id) ?? id
  const nodeOrders = keysAfter(view.nodes, drawn.nodes.length)
  const edgeOrders = keysAfter(view.edges, drawn.edges.length)
  return {
    ids: drawn.children(null).map(({ id }) => renamed(id)),
    rect: { ...rect, ...place },
    changes: [
      ...drawn.nodes.map((node, i): Change => ({
        op: 'addNode',
        node: {
          ...node,
          id: renamed(node.id),
          boardId,
          parentId: node.parentId === null ? null : renamed(node.parentId),
          x: node.x + by.x,
          y: node.y + by.y,
          order: nodeOrders[i] ?? node.order,
          facts: saidBy(node.facts, edit),
        },
      })),
      ...drawn.edges.map((edge, i): Change => ({
        op: 'addEdge',
        edge: {
          ...edge,
          id: EdgeId.parse(edit.newId()),
          boardId,
          source: renamed(edge.source),
          target: renamed(edge.target),
          order: edgeOrders[i] ?? edge.order,
          facts: saidBy(edge.facts, edit),
        },
      })),
    ],
  }
}

function saidBy(facts: Facts, { actor, now }: EditContext): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([key, fact]) => [key, { ...fact, by: actor, at: now }]),
  )
}
