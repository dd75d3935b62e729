import { hasText } from '../../canvas/marks/mark-names'
import { defineCommand } from '../define'

export default defineCommand({
  id: 'edit.label',
  title: 'Edit label',
  area: 'Edit',
  keys: ['F2', 'Enter'],
  also: 'rename text',
  when: ({ canEdit, view }) =>
    canEdit && view.selection.length + view.selectedEdges.length + view.selectedMarks.length === 1,
  run: ({ view, board }) => {
    const [node] = view.selection
    const [edge] = view.selectedEdges
    const [mark] = view.selectedMarks
    if (node) view.set({ editing: { kind: 'node', id: node } })
    else if (edge) view.set({ editing: { kind: 'edge', id: edge } })
    else if (mark && hasText(board.marks.find(({ id }) => id === mark)))
      view.set({ editing: { kind: 'mark', id: mark } })
  },
})
