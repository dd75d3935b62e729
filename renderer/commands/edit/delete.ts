import { removeEdges } from '#shared/operations/edges'
import { removeMarks } from '#shared/operations/marks'
import { removeNodes } from '#shared/operations/nodes'
import { defineCommand, hasAny } from '../define'

export default defineCommand({
  id: 'edit.delete',
  title: 'Delete',
  area: 'Edit',
  keys: ['Delete', 'Backspace'],
  when: (context) => hasAny(context) || (context.canEdit && context.view.selectedMarks.length > 0),
  run: ({ session, board, view }) => {
    const nodes = removeNodes(board, view.selection)
    const alreadyGone = new Set(nodes.flatMap((c) => (c.op === 'removeEdge' ? [c.id] : [])))
    const edges = removeEdges(view.selectedEdges.filter((id) => !alreadyGone.has(id)))
    session.edit([...nodes, ...edges, ...removeMarks(board, view.selectedMarks)])
  },
})
