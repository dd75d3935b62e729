import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Role } from '#shared/ipc/contract'
import { RefusalCode } from '#shared/protocol/handshake'

export type LinkState =
  | { kind: 'joining' }
  | { kind: 'live' }
  | { kind: 'offline' }
  | { kind: 'refused'; code: RefusalCode }

export interface ConnectionState {
  link: LinkState
  /** What the host allows; `null` until it has said so. */
  role: Role | null
  /** Edits the host has not yet acknowledged as written to disk. */
  unacknowledged: number
  /** Why the host cannot write, in words; `null` while it can. */
  storageProblem: string | null
  /** Something the host has to say, such as that the session was recovered; `null` when it has nothing. */
  notice: string | null
  everSynced: boolean
  synced(): void
  unsynced(count: number): void
  lost(reason?: string): void
  refused(reason: string): void
  welcomed(role: Role): void
  storage(ok: boolean, message?: string): void
}

export type ConnectionStore = StoreApi<ConnectionState>

export function createConnectionStore(): ConnectionStore {
  return createStore<ConnectionState>((set, get) => ({
    link: { kind: 'joining' },
    role: null,
    unacknowledged: 0,
    storageProblem: null,
    notice: null,
    everSynced: false,
    synced: () => set({ link: { kind: 'live' }, everSynced: true }),
    unsynced: (unacknowledged) => set({ unacknowledged }),
    lost(reason) {
      if (get().link.kind === 'refused') return
      const code = RefusalCode.safeParse(reason)
      if (code.success) set({ link: { kind: 'refused', code: code.data } })
      else set({ link: get().everSynced ? { kind: 'offline' } : { kind: 'joining' } })
    },
    refused(reason) {
      const code = RefusalCode.safeParse(reason)
      set({ link: { kind: 'refused', code: code.success ? code.data : 'invitation.invalid' } })
    },
    welcomed: (role) => set({ role }),
    storage: (ok, message) =>
      set(
        ok
          ? { storageProblem: null, notice: message ?? null }
          : { storageProblem: message ?? 'The session cannot be written to disk.' },
      ),
  }))
}

export const REFUSALS: Record<RefusalCode, { title: string; advice: string }> = {
  'invitation.invalid': {
    title: 'This link does not work',
    advice: 'Check that the whole link was copied, or ask for a new one.',
  },
  'invitation.expired': {
    title: 'This invitation has expired',
    advice: 'Ask the person who shared the session for a new link.',
  },
  'invitation.revoked': {
    title: 'This invitation was withdrawn',
    advice: 'Ask the person who shared the session if you should still have access.',
  },
  'sharing.stopped': {
    title: 'The session is no longer shared',
    advice:
      'The person who shared it has stopped. Nothing of yours was lost: all edits that showed as saved are in their session.',
  },
  'peer.too-old': {
    title: 'This Drawbridge is too old for the session',
    advice: 'Update the app, then open the link again.',
  },
  'peer.too-new': {
    title: 'The host runs an older Drawbridge',
    advice: 'Ask the person who shared the session to update the app.',
  },
  'session.not-found': {
    title: 'This session is not there any more',
    advice: 'It may have been moved to the trash. Go back to the library and look there.',
  },
  'session.damaged': {
    title: 'This session cannot be read',
    advice:
      'Its files were left untouched. Restore a backup of the session’s folder, or import a JSON copy.',
  },
  'message.too-large': {
    title: 'An edit was too large to send',
    advice: 'Undo the last paste or import and do it in smaller parts.',
  },
}
