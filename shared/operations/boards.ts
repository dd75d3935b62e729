import type { EditContext } from '../model/edit-context'
import { BoardId, EdgeId, MarkId, NodeId } from '../model/ids'
import type { Change, Patch } from '../model/patch'
import type { Board, BoardKind } from '../model/records'
import type { SessionContent } from '../model/session'
import { fittingMarks } from '../model/mark-room'
import { keyAfter } from './order'

export function addBoard(
  content: SessionContent,
  board: { name: string; kind: BoardKind },
  edit: EditContext,
): { changes: Patch; id: BoardId } {
  const made: Board = {
    id: BoardId.parse(edit.newId()),
    ...board,
    order: keyAfter(content.boards),
  }
  return { changes: [{ op: 'addBoard', board: made }], id: made.id }
}

/** What a board is called before somebody names it. */
export const BOARD_NAMES: Readonly<Record<BoardKind, string>> = {
  current: 'Current',
  target: 'Target',
  sketch: 'Sketch',
}

/** Says what a board shows. One that nobody named takes the new kind's name. */
export function markBoard({ id, name, kind: before }: Board, kind: BoardKind): Patch {
  const renamed = name === BOARD_NAMES[before] ? { name: BOARD_NAMES[kind] } : {}
  return [{ op: 'setBoard', id, set: { kind, ...renamed } }]
}

/** Removes a board with all that is on it. The last board of a session stays. */
export function removeBoard(content: SessionContent, id: BoardId): Patch {
  if (content.boards.length < 2) return []
  return [
    ...content.edges
      .filter((e) => e.boardId === id)
      .map((e): Change => ({ op: 'removeEdge', id: e.id })),
    ...content.nodes
      .filter((n) => n.boardId === id)
      .map((n): Change => ({ op: 'removeNode', id: n.id })),
    ...content.marks
      .filter((m) => m.boardId === id)
      .map((m): Change => ({ op: 'removeMark', id: m.id })),
    ...content.frames
      .filter((f) => f.boardId === id)
      .map((f): Change => ({ op: 'removeFrame', id: f.id })),
    ...content.waivers
      .filter((w) => w.boardId === id)
      .map((w): Change => ({ op: 'removeWaiver', id: w.id })),
    ...content.history
      .filter((p) => p.boardId === id)
      .map((p): Change => ({ op: 'removePoint', id: p.id })),
    { op: 'removeBoard', id },
  ]
}

/**
 * A new board with copies of everything on `from`: "copy current to target". Marks that a session has no more room for
 * are left out, large pictures first.
 */
export function copyBoard(
  content: SessionContent,
  from: BoardId,
  board: { name: string; kind: BoardKind },
  edit: EditContext,
): { changes: Patch; id: BoardId } {
  const { changes, id } = addBoard(content, board, edit)
  const nodes = content.nodes.filter((n) => n.boardId === from)
  const freshId = new Map(nodes.map((n) => [n.id, NodeId.parse(edit.newId())]))
  const fresh = (old: NodeId): NodeId => freshId.get(old) ?? old
  const copies: Change[] = nodes.map((node) => ({
    op: 'addNode',
    node: {
      ...node,
      id: fresh(node.id),
      boardId: id,
      parentId: node.parentId === null ? null : fresh(node.parentId),
    },
  }))
  for (const edge of content.edges) {
    if (edge.boardId !== from) continue
    copies.push({
      op: 'addEdge',
      edge: {
        ...edge,
        id: EdgeId.parse(edit.newId()),
        boardId: id,
        source: fresh(edge.source),
        target: fresh(edge.target),
      },
    })
  }
  for (const mark of fittingMarks(
    content.marks,
    content.marks.filter((m) => m.boardId === from),
  ))
    copies.push({
      op: 'addMark',
      mark: { ...mark, id: MarkId.parse(edit.newId()), boardId: id },
    })
  return { changes: [...changes, ...copies], id }
}
