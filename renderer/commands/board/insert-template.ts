import { canEdit, defineCommand } from '../define'

export default defineCommand({
  id: 'board.insertTemplate',
  title: 'Insert a reference architecture…',
  area: 'Board',
  also: 'template pattern blueprint example start from three-tier serverless landing zone',
  when: canEdit,
  run: ({ view }) => view.set({ dialog: 'templates' }),
})
