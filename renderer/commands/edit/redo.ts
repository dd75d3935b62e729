import { defineCommand } from '../define'

export default defineCommand({
  id: 'edit.redo',
  title: 'Redo',
  area: 'Edit',
  keys: ['Mod+Shift+Z', 'Mod+Y'],
  when: ({ session, canEdit }) => canEdit && session.undo.canRedo(),
  run: ({ session }) => {
    session.undo.redo()
  },
})
