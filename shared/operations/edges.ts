import type { BoardView } from '../model/board-view'
import type { EditContext } from '../model/edit-context'
import { EdgeId, type NodeId } from '../model/ids'
import type { EdgeFields, Patch } from '../model/patch'
import type { BoardEdge, EdgeKind, FactSource, FactValue } from '../model/records'
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
    return edge
      ? [{ op: 'setEdge' as const, id, set: { source: edge.target, target: edge.source } }]
      : []
  })
}
