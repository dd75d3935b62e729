import { defineCommand } from '../define'

export default defineCommand({
  id: 'edit.selectAll',
  title: 'Select all',
  area: 'Edit',
  keys: ['Mod+A'],
  run: ({ board, view }) =>
    view.select(
      board.nodes.map((n) => n.id),
      board.edges.map((e) => e.id),
      board.marks.map((m) => m.id),
    ),
})
