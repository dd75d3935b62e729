import type { Migration } from './step'

export const waiversPacksAndHistory: Migration = {
  from: 1,
  title: 'Waivers, rule packs and the history of posture came in',
  migrate(envelope) {
    const session = envelope['session']
    if (typeof session !== 'object' || session === null) return envelope
    return { ...envelope, session: { waivers: [], packs: [], history: [], ...session } }
  },
}
