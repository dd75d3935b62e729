import type { BoardView } from '../model/board-view'
import type { EditContext } from '../model/edit-context'
import { EdgeId, type NodeId } from '../model/ids'
import type { Point } from '../model/geometry'
import type { EdgeFields, Patch } from '../model/patch'
import type { BoardEdge, EdgeKind, EdgeShape, FactSource, FactValue } from '../model/records'
import { known } from './nodes'
import { keyAfter } from './order'

export interface NewEdge {
  source: NodeId
  target: NodeId
  kind?: EdgeKind
  label?: string
  facts?: Readonly<Record<string, FactValue>>
}

/** Why two nodes cannot be connected, in words for the person; `null` when they can. */
export function connectionRefusal(view: BoardView, source: NodeId, target: NodeId): string | null {
  if (source === target) return 'A connector needs two different ends.'
  if (!view.node(source) || !view.node(target)) return 'One end of the connector is gone.'
  return null
}

/** Draws a connector. Both ends may be services or groups; a refused one gives no change and a `null` id. */
export function connect(
  view: BoardView,
  edge: NewEdge,
  edit: EditContext,
): { changes: Patch; id: EdgeId | null; hint: string | null } {
  const hint = connectionRefusal(view, edge.source, edge.target)
  if (hint) return { changes: [], id: null, hint }
  const made: BoardEdge = {
    id: EdgeId.parse(edit.newId()),
    boardId: view.board.id,
    source: edge.source,
    target: edge.target,
    kind: edge.kind ?? 'request',
    label: edge.label ?? '',
    order: keyAfter(view.edges),
    facts: Object.fromEntries(
      Object.entries(edge.facts ?? {}).map(([key, value]) => [key, known(value, edit)]),
    ),
  }
  return { changes: [{ op: 'addEdge', edge: made }], id: made.id, hint: null }
}

export function setEdge(ids: readonly EdgeId[], set: EdgeFields): Patch {
  return ids.map((id) => ({ op: 'setEdge', id, set }))
}

/** Says a fact about connectors; `null` makes it unknown again. */
export function setEdgeFact(
  ids: readonly EdgeId[],
  key: string,
  value: FactValue | null,
  edit: EditContext,
  source: FactSource = 'user',
): Patch {
  const fact = value === null ? null : known(value, edit, source)
  return ids.map((id) => ({ op: 'setEdge', id, facts: { [key]: fact } }))
}

export function removeEdges(ids: readonly EdgeId[]): Patch {
  return ids.map((id) => ({ op: 'removeEdge', id }))
}

/** Turns connectors round. */
export function reverseEdges(view: BoardView, ids: readonly EdgeId[]): Patch {
  return ids.flatMap((id) => {
    const edge = view.edge(id)
    if (!edge) return []
    const { source, target, waypoints } = edge
    const turned = waypoints ? { waypoints: waypoints.toReversed() } : {}
    return [{ op: 'setEdge' as const, id, set: { source: target, target: source, ...turned } }]
  })
}

/** How connectors run. */
export function setShape(ids: readonly EdgeId[], shape: EdgeShape): Patch {
  // Orthogonal is what a connector is when nothing is said.
  return setEdge(ids, { shape: shape === 'orthogonal' ? undefined : shape })
}

/** As many as a record holds. */
const MOST_WAYPOINTS = 50

/** Puts a connector through points, from source to target; none lets it find its own way again. */
export function setWaypoints(
  view: BoardView,
  id: EdgeId,
  waypoints: readonly Point[],
): { changes: Patch; hint: string | null } {
  if (!view.edge(id)) return { changes: [], hint: 'The connector is gone.' }
  if (waypoints.length > MOST_WAYPOINTS)
    return { changes: [], hint: `A connector goes through ${MOST_WAYPOINTS} points at most.` }
  const through = waypoints.map(({ x, y }) => ({ x: rounded(x), y: rounded(y) }))
  const set = { waypoints: through.length > 0 ? through : undefined }
  return { changes: [{ op: 'setEdge', id, set }], hint: null }
}

/** Quarters of a unit: finer than anybody sees, and exact in a file. */
function rounded(value: number): number {
  return Math.round(value * 4) / 4
}

/**
 * Moves one end of a connector to another node. Its facts, its words and the points it was put through stay.
 *
 * Refused where the two nodes cannot be connected; back on the same node it changes nothing.
 */
export function reattach(
  view: BoardView,
  id: EdgeId,
  end: 'source' | 'target',
  nodeId: NodeId,
): { changes: Patch; hint: string | null } {
  const edge = view.edge(id)
  if (!edge) return { changes: [], hint: 'The connector is gone.' }
  if (edge[end] === nodeId) return { changes: [], hint: null }
  const ends = { source: edge.source, target: edge.target, [end]: nodeId }
  const hint = connectionRefusal(view, ends.source, ends.target)
  if (hint) return { changes: [], hint }
  return { changes: [{ op: 'setEdge', id, set: { [end]: nodeId } }], hint: null }
}
