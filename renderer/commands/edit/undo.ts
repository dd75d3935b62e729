import { defineCommand } from '../define'

export default defineCommand({
  id: 'edit.undo',
  title: 'Undo',
  area: 'Edit',
  keys: ['Mod+Z'],
  when: ({ session, canEdit }) => canEdit && session.undo.canUndo(),
  run: ({ session }) => {
    session.undo.undo()
  },
})
