import { ungroup, wrapInGroup } from '#shared/operations/nodes'
import { defineCommand, hasNodes } from '../define'

export default [
  defineCommand({
    id: 'arrange.group',
    title: 'Group selection',
    area: 'Arrange',
    keys: ['Mod+G'],
    also: 'wrap box',
    when: hasNodes,
    run: ({ session, board, view }) => {
      const made = wrapInGroup(
        board,
        view.selection,
        { groupKind: 'generic', label: 'Group' },
        session.editContext(),
      )
      if (session.edit(made.changes) && made.id) view.select([made.id])
    },
  }),
  defineCommand({
    id: 'arrange.ungroup',
    title: 'Ungroup',
    area: 'Arrange',
    keys: ['Mod+Shift+G'],
    when: ({ canEdit, view, board }) =>
      canEdit && view.selection.some((id) => board.node(id)?.kind === 'group'),
    run: ({ session, board, view }) => {
      const inside = view.selection.flatMap((id) => board.children(id).map((n) => n.id))
      session.edit(ungroup(board, view.selection))
      view.select(inside)
    },
  }),
]
