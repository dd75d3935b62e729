import type { BoardId } from '#shared/model/ids'
import type { BoardKind } from '#shared/model/records'
import { addBoard, BOARD_NAMES, copyBoard, markBoard, removeBoard } from '#shared/operations/boards'
import { canEdit, defineCommand, type CommandContext } from '../define'

function step(context: CommandContext, by: number): void {
  const boards = context.session.snapshot.content.boards
  const at = boards.findIndex((b) => b.id === context.board.board.id)
  const next = boards[(at + by + boards.length) % boards.length]
  if (next) show(context, next.id)
}

function show({ view }: CommandContext, boardId: BoardId): void {
  view.set({ boardId, selection: [], selectedEdges: [] })
}

const KINDS = Object.entries(BOARD_NAMES) as [BoardKind, string][]

export default [
  defineCommand({
    id: 'board.add',
    title: 'New board',
    area: 'Board',
    also: 'tab',
    when: canEdit,
    run: (context) => {
      const { session } = context
      const count = session.snapshot.content.boards.length
      const made = addBoard(
        session.snapshot.content,
        { name: `Board ${count + 1}`, kind: 'sketch' },
        session.editContext(),
      )
      if (session.edit(made.changes)) show(context, made.id)
    },
  }),
  defineCommand({
    id: 'board.copyToTarget',
    title: 'Copy this board to a target board',
    area: 'Board',
    also: 'copy current to target duplicate board',
    when: canEdit,
    run: (context) => {
      const { session, board } = context
      const made = copyBoard(
        session.snapshot.content,
        board.board.id,
        { name: BOARD_NAMES.target, kind: 'target' },
        session.editContext(),
      )
      if (session.edit(made.changes)) show(context, made.id)
    },
  }),
  defineCommand({
    id: 'board.rename',
    title: 'Rename this board',
    area: 'Board',
    when: canEdit,
    run: ({ view, board }) =>
      view.set({ chromeHidden: false, editing: { kind: 'board', id: board.board.id } }),
  }),
  ...KINDS.map(([kind, name]) =>
    defineCommand({
      id: `board.mark${name}`,
      title: `Mark this board as ${kind}`,
      area: 'Board',
      also: 'kind form',
      when: ({ canEdit: allowed, board }) => allowed && board.board.kind !== kind,
      run: ({ session, board }) => {
        session.edit(markBoard(board.board, kind))
      },
    }),
  ),
  defineCommand({
    id: 'board.delete',
    title: 'Delete this board',
    area: 'Board',
    when: ({ canEdit: allowed, session }) => allowed && session.snapshot.content.boards.length > 1,
    run: (context) => {
      const { session, board } = context
      step(context, -1)
      session.edit(removeBoard(session.snapshot.content, board.board.id))
    },
  }),
  defineCommand({
    id: 'board.next',
    title: 'Next board',
    area: 'Board',
    keys: ['Mod+PageDown'],
    run: (context) => step(context, 1),
  }),
  defineCommand({
    id: 'board.previous',
    title: 'Previous board',
    area: 'Board',
    keys: ['Mod+PageUp'],
    run: (context) => step(context, -1),
  }),
]
