import { chosenMarks } from '#shared/operations/chosen'
import { hasText } from '../../canvas/marks/mark-names'
import { defineCommand } from '../define'

export default defineCommand({
  id: 'edit.label',
  title: 'Edit label',
  area: 'Edit',
  keys: ['F2', 'Enter'],
  also: 'rename text',
  when: ({ canEdit, view, board }) =>
    canEdit &&
    view.selection.length + view.selectedEdges.length + view.selectedMarks.length === 1 &&
    chosenMarks(board, view.selectedMarks).every(hasText),
  run: ({ view }) => {
    const [node] = view.selection
    const [edge] = view.selectedEdges
    const [mark] = view.selectedMarks
    if (node) view.set({ editing: { kind: 'node', id: node } })
    else if (edge) view.set({ editing: { kind: 'edge', id: edge } })
    else if (mark) view.set({ editing: { kind: 'mark', id: mark } })
  },
})
