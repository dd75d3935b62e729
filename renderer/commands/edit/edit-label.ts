import { defineCommand } from '../define'

export default defineCommand({
  id: 'edit.label',
  title: 'Edit label',
  area: 'Edit',
  keys: ['F2', 'Enter'],
  also: 'rename text',
  when: ({ canEdit, view }) => canEdit && view.selection.length + view.selectedEdges.length === 1,
  run: ({ view }) => {
    const [node] = view.selection
    const [edge] = view.selectedEdges
    if (node) view.set({ editing: { kind: 'node', id: node } })
    else if (edge) view.set({ editing: { kind: 'edge', id: edge } })
  },
})
