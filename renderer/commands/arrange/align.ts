import { scopeOf } from '#shared/catalogue/scope-of'
import { alignNodes, distributeNodes, type Alignment } from '#shared/operations/arrange'
import { atLeastNodes, defineCommand } from '../define'

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
      when: atLeastNodes(2),
      run: ({ session, board, view }) => {
        session.edit(alignNodes(board, view.selection, to, scopeOf).changes)
      },
    }),
  ),
  ...(['horizontal', 'vertical'] as const).map((along) =>
    defineCommand({
      id: `arrange.distribute.${along}`,
      title: along === 'horizontal' ? 'Distribute horizontally' : 'Distribute vertically',
      area: 'Arrange',
      keys: [along === 'horizontal' ? 'Alt+Shift+H' : 'Alt+Shift+V'],
      when: atLeastNodes(3),
      run: ({ session, board, view }) => {
        session.edit(distributeNodes(board, view.selection, along, scopeOf).changes)
      },
    }),
  ),
]
