import { canEdit, defineCommand, menuPoint } from '../define'

export default defineCommand({
  id: 'edit.quickAdd',
  title: 'Quick add a service or group',
  area: 'Edit',
  keys: ['A', '/'],
  also: 'insert new node search service',
  when: canEdit,
  run: ({ view }) => view.set({ quickAdd: 'add', addAt: menuPoint(view) }),
})
