import type { BoardView } from '../model/board-view'
import type { Point } from '../model/geometry'
import type { EdgeId, MarkId, NodeId } from '../model/ids'
import type { Change, Patch } from '../model/patch'
import type { BoardNode, Mark } from '../model/records'
import { removeEdges } from './edges'
import { moveMarks, removeMarks } from './marks'
import { moveNodes, removeNodes } from './nodes'
import type { ScopeOf } from './scope'
import type { Settled } from './settle'

/** What takes a place on a board and is chosen there. */
export interface Chosen {
  nodes: readonly NodeId[]
  marks: readonly MarkId[]
}

/** The marks among `ids`, in drawing order. */
export function chosenMarks(view: BoardView, ids: readonly MarkId[]): Mark[] {
  if (ids.length === 0) return []
  const wanted = new Set(ids)
  return view.marks.filter(({ id }) => wanted.has(id))
}

/** The nodes and marks that are chosen. */
export function chosenThings(
  view: BoardView,
  { nodes, marks }: Chosen,
): readonly (BoardNode | Mark)[] {
  return [...nodes.flatMap((id) => view.node(id) ?? []), ...chosenMarks(view, marks)]
}

/** Moves nodes and marks by one distance; see {@link moveNodes}. Locked ones stay. */
export function moveChosen(
  view: BoardView,
  { nodes, marks }: Chosen,
  by: Point,
  scopeOf: ScopeOf,
  options: { reparent?: boolean } = {},
): Settled {
  if (by.x === 0 && by.y === 0) return { changes: [], hint: null }
  const { changes, hint } = moveNodes(view, nodes, by, scopeOf, options)
  return { changes: [...changes, ...moveMarks(view, marks, by)], hint }
}

/** Removes what is chosen, with what hangs on it; locked nodes and marks stay. */
export function removeChosen(
  view: BoardView,
  { nodes, marks, edges = [] }: Chosen & { edges?: readonly EdgeId[] },
): Patch {
  const removed = removeNodes(view, nodes)
  const gone = new Set(removed.flatMap((change) => (change.op === 'removeEdge' ? change.id : [])))
  const loose = chosenMarks(view, marks).flatMap(({ id, locked }) => (locked ? [] : id))
  return [
    ...removed,
    ...removeEdges(edges.filter((id) => !gone.has(id))),
    ...removeMarks(view, loose),
  ]
}

/** Pins nodes and marks in their place, or lets them be moved again. */
export function setLocked(view: BoardView, chosen: Chosen, isLocked: boolean): Patch {
  const set = { locked: isLocked ? true : undefined }
  return [
    ...chosen.nodes.flatMap((id): Change[] => (view.node(id) ? [{ op: 'setNode', id, set }] : [])),
    ...chosenMarks(view, chosen.marks).map(({ id }): Change => ({ op: 'setMark', id, set })),
  ]
}
