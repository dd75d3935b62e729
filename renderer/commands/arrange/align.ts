import { scopeOf } from '#shared/catalogue/scope-of'
import { align, distribute, type Alignment } from '#shared/operations/arrange'
import { atLeastThings, chosenIn, defineCommand } from '../define'

const ALIGNMENTS: readonly [Alignment, string, string][] = [
  ['left', 'Align left', 'Alt+A'],
  ['center', 'Align centers', 'Alt+H'],
  ['right', 'Align right', 'Alt+D'],
  ['top', 'Align top', 'Alt+W'],
  ['middle', 'Align middles', 'Alt+V'],
  ['bottom', 'Align bottom', 'Alt+S'],
]

export default [
  ...ALIGNMENTS.map(([to, title, key]) =>
    defineCommand({
      id: `arrange.align.${to}`,
      title,
      area: 'Arrange',
      keys: [key],
      when: atLeastThings(2),
      run: ({ session, board, view }) => {
        session.edit(align(board, chosenIn(view), to, scopeOf).changes)
      },
    }),
  ),
  ...(['horizontal', 'vertical'] as const).map((along) =>
    defineCommand({
      id: `arrange.distribute.${along}`,
      title: along === 'horizontal' ? 'Distribute horizontally' : 'Distribute vertically',
      area: 'Arrange',
      keys: [along === 'horizontal' ? 'Alt+Shift+H' : 'Alt+Shift+V'],
      when: atLeastThings(3),
      run: ({ session, board, view }) => {
        session.edit(distribute(board, chosenIn(view), along, scopeOf).changes)
      },
    }),
  ),
]
