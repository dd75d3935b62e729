import { defineCommand } from '../define'

export default defineCommand({
  id: 'arrange.swap',
  title: 'Swap service…',
  area: 'Arrange',
  keys: ['R'],
  also: 'replace change type convert',
  when: ({ canEdit, board, view }) =>
    canEdit && view.selection.some((id) => board.node(id)?.kind === 'service'),
  run: ({ view }) => view.set({ quickAdd: 'swap' }),
})
