import { defineCommand } from '../define'

export default [
  defineCommand({
    id: 'palette.open',
    title: 'All commands',
    area: 'Help',
    keys: ['Mod+K'],
    run: ({ view }) => view.set({ dialog: 'commands' }),
  }),
  defineCommand({
    id: 'help.shortcuts',
    title: 'Keyboard shortcuts',
    area: 'Help',
    keys: ['Shift+?', '?'],
    run: ({ view }) => view.set({ dialog: 'help' }),
  }),
]
