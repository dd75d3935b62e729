import type { Migration } from './step'

export const marks: Migration = {
  from: 2,
  title: 'Whiteboard marks came in',
  migrate(envelope) {
    const session = envelope['session']
    if (typeof session !== 'object' || session === null) return envelope
    return { ...envelope, session: { marks: [], ...session } }
  },
}
