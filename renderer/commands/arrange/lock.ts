import { defineCommand, hasNodes } from '../define'

export default defineCommand({
  id: 'arrange.lock',
  title: 'Lock or unlock',
  area: 'Arrange',
  keys: ['Mod+L'],
  also: 'pin fix in place',
  when: hasNodes,
  run: ({ session, board, view }) => {
    const nodes = view.selection.flatMap((id) => board.node(id) ?? [])
    const isLocked = nodes.every((node) => node.locked === true)
    session.edit(
      nodes.map(({ id }) => ({
        op: 'setNode',
        id,
        set: { locked: isLocked ? undefined : true },
      })),
    )
    const what = nodes.length === 1 ? (nodes[0]?.label ?? 'It') : `${nodes.length} nodes`
    view.showHint(isLocked ? `${what} can be moved again.` : `${what} stays in place now.`)
  },
})
