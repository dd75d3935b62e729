import { setNode } from '#shared/operations/nodes'
import type { BoardNode } from '#shared/model/records'
import { openLink } from '../../bridge/open-link'
import { defineCommand, type CommandContext } from '../define'

export default [
  defineCommand({
    id: 'edit.openLink',
    title: 'Open link',
    area: 'Edit',
    keys: ['Mod+Enter'],
    also: 'hyperlink url web address page browser visit',
    when: (context) => linked(context).length === 1,
    run: (context) => {
      const [node] = linked(context)
      if (node?.link !== undefined) openLink(node.link)
    },
  }),
  defineCommand({
    id: 'edit.link',
    title: 'Add or change link…',
    area: 'Edit',
    keys: ['Alt+K'],
    also: 'hyperlink url web address',
    when: ({ canEdit, view, board }) =>
      canEdit && view.selection.filter((id) => board.node(id)).length === 1,
    run: ({ view }) => {
      const [id] = view.selection
      if (id)
        view.set({
          panel: 'inspector',
          panelOpen: true,
          chromeHidden: false,
          editing: { kind: 'link', id },
        })
    },
  }),
  defineCommand({
    id: 'edit.removeLink',
    title: 'Remove link',
    area: 'Edit',
    also: 'hyperlink url web address',
    when: (context) => context.canEdit && linked(context).length > 0,
    run: (context) => {
      context.session.edit(linked(context).flatMap(({ id }) => setNode(id, { link: undefined })))
    },
  }),
]

function linked({ view, board }: CommandContext): BoardNode[] {
  return view.selection
    .flatMap((id) => board.node(id) ?? [])
    .filter(({ link }) => link !== undefined)
}
