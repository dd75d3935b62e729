import { goTo } from '../../stores/app-store'
import { defineCommand } from '../define'

export default [
  defineCommand({
    id: 'library.open',
    title: 'Back to the library',
    area: 'Session',
    also: 'home sessions close',
    when: ({ bridge }) => bridge.kind !== 'guest',
    run: () => goTo({ kind: 'library' }),
  }),
  defineCommand({
    id: 'session.export',
    title: 'Export picture or file',
    area: 'Session',
    keys: ['Mod+E'],
    also: 'png svg json save download image',
    run: ({ view }) => view.set({ dialog: 'export' }),
  }),
  defineCommand({
    id: 'session.share',
    title: 'Share this session',
    area: 'Session',
    also: 'invite link collaborate together',
    when: ({ session }) => session.connection.getState().role === 'owner',
    run: ({ view }) => view.set({ dialog: 'share' }),
  }),
]
