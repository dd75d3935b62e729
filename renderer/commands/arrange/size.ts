import { scopeOf } from '#shared/catalogue/scope-of'
import { sameSize, sizable } from '#shared/operations/arrange'
import { chosenIn, defineCommand } from '../define'

const EXTENTS = [
  ['both', 'Make the same size'],
  ['width', 'Make the same width'],
  ['height', 'Make the same height'],
] as const

export default EXTENTS.map(([extent, title]) =>
  defineCommand({
    id: `arrange.size.${extent}`,
    title,
    area: 'Arrange',
    also: 'groups notes shapes',
    when: ({ canEdit, board, view }) => canEdit && sizable(board, chosenIn(view)).length > 1,
    run: ({ session, board, view }) => {
      session.edit(sameSize(board, chosenIn(view), extent, scopeOf))
    },
  }),
)
