import { defineCommand } from '../define'

export default defineCommand({
  id: 'view.coverage',
  title: 'Coverage and posture',
  area: 'View',
  also: 'well-architected best practices history pillars principles known holds score report',
  run: ({ view }) => view.set({ dialog: 'coverage' }),
})
