import { connect, reverseEdges } from '#shared/operations/edges'
import { defineCommand } from '../define'

export default [
  defineCommand({
    id: 'edit.connect',
    title: 'Connect selected nodes in order',
    area: 'Edit',
    keys: ['C'],
    also: 'connector arrow link edge',
    when: ({ canEdit, view }) => canEdit && view.selection.length >= 2,
    run: ({ session, board, view }) => {
      const edit = session.editContext()
      const made = view.selection.slice(1).map((target, i) => {
        const source = view.selection[i]
        return source ? connect(board, { source, target }, edit) : null
      })
      session.edit(made.flatMap((m) => m?.changes ?? []))
    },
  }),
  defineCommand({
    id: 'edit.reverseConnector',
    title: 'Reverse connector',
    area: 'Edit',
    also: 'flip direction arrow',
    when: ({ canEdit, view }) => canEdit && view.selectedEdges.length > 0,
    run: ({ session, board, view }) => {
      session.edit(reverseEdges(board, view.selectedEdges))
    },
  }),
]
