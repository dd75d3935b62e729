import { restack, restackMarks, type Restack } from '#shared/operations/stack'
import { defineCommand, hasThings } from '../define'

const MOVES: readonly [Restack, string, string][] = [
  ['front', 'Bring to front', 'Mod+]'],
  ['forward', 'Bring forward', ']'],
  ['backward', 'Send backward', '['],
  ['back', 'Send to back', 'Mod+['],
]

export default MOVES.map(([to, title, key]) =>
  defineCommand({
    id: `arrange.stack.${to}`,
    title,
    area: 'Arrange',
    keys: [key],
    also: 'order layer',
    when: hasThings,
    run: ({ session, board, view }) => {
      session.edit([
        ...restack(board, view.selection, to),
        ...restackMarks(board, view.selectedMarks, to),
      ])
    },
  }),
)
