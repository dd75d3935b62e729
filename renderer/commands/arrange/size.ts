import { scopeOf } from '#shared/catalogue/scope-of'
import { sameSize } from '#shared/operations/arrange'
import { defineCommand } from '../define'

const EXTENTS = [
  ['both', 'Make groups the same size'],
  ['width', 'Make groups the same width'],
  ['height', 'Make groups the same height'],
] as const

export default EXTENTS.map(([extent, title]) =>
  defineCommand({
    id: `arrange.size.${extent}`,
    title,
    area: 'Arrange',
    when: ({ canEdit, board, view }) =>
      canEdit && view.selection.filter((id) => board.node(id)?.kind === 'group').length > 1,
    run: ({ session, board, view }) => {
      session.edit(sameSize(board, view.selection, extent, scopeOf))
    },
  }),
)
