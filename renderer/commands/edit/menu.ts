import { defineCommand } from '../define'

export default defineCommand({
  id: 'edit.menu',
  title: 'Open the menu',
  area: 'Edit',
  keys: ['Shift+F10', 'ContextMenu'],
  also: 'context menu right click',
  run: ({ view }) => view.set({ menu: 'asked' }),
})
