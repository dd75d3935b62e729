import { connectedTo, sameKind } from '#shared/operations/choose'
import { defineCommand } from '../define'

export default [
  defineCommand({
    id: 'edit.selectSameKind',
    title: 'Select all of the same kind',
    area: 'Edit',
    keys: ['Mod+Shift+A'],
    when: ({ view }) => view.selection.length > 0,
    run: ({ board, view }) => view.select(sameKind(board, view.selection)),
  }),
  defineCommand({
    id: 'edit.selectConnected',
    title: 'Select what is connected',
    area: 'Edit',
    keys: ['Mod+Shift+K'],
    also: 'neighbours neighbors',
    when: ({ view }) => view.selection.length > 0,
    run: ({ board, view }) => {
      const { nodes, edges } = connectedTo(board, view.selection)
      view.select(nodes, edges)
    },
  }),
]
