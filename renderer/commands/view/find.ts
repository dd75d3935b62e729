import { defineCommand } from '../define'

export default defineCommand({
  id: 'view.find',
  title: 'Find on board',
  area: 'View',
  keys: ['Mod+F'],
  also: 'search',
  run: ({ view }) => view.set({ find: true }),
})
