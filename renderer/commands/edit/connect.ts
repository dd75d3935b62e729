import { connect, reverseEdges } from '#shared/operations/edges'
import { defineCommand, hasNodes } from '../define'

export default [
  defineCommand({
    id: 'edit.connect',
    title: 'Connect',
    area: 'Edit',
    keys: ['C'],
    also: 'connector arrow link edge selected nodes in order',
    when: hasNodes,
    run: ({ session, board, view }) => {
      // One alone is connected with what is named; several with each other, in the order in which they were chosen.
      if (view.selection.length === 1) {
        view.set({ quickAdd: 'connect' })
        return
      }
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
