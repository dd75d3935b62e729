import { newSession } from '../../shared/operations/new-session'
import type { Handlers } from '../../shared/ipc/contract'
import type { SessionId } from '../../shared/model/ids'
import type { SessionHost } from '../host/session-host'
import type { Sharing } from '../host/sharing'
import { LibraryError } from '../sessions/errors'
import type { SessionLibrary } from '../sessions/session-library'

type SessionCalls = Pick<Handlers, Extract<keyof Handlers, `sessions.${string}`>>

export interface SessionParts {
  library: SessionLibrary
  host: SessionHost
  sharing: Sharing
  newId(): string
  now(): number
}

const CLOSE_WAIT_MS = 3_000

export function sessionHandlers({
  library,
  host,
  sharing,
  newId,
  now,
}: SessionParts): SessionCalls {
  /** Ends everything that has the session open, guests included. */
  async function close(id: SessionId): Promise<void> {
    if (sharing.isShared(id)) await sharing.stop(id)
    host.disconnect(id, 'session.not-found')
    const giveUpAt = now() + CLOSE_WAIT_MS
    while (host.isOpen(id)) {
      if (now() > giveUpAt)
        throw new LibraryError('session.in-use', 'This session is still being saved. Try again.')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  return {
    'sessions.list': () => library.list(),
    'sessions.create': ({ title, customer }) =>
      library.create(newSession({ title, customer }, { newId, now: now(), actor: '' })),
    'sessions.duplicate': ({ id }) => library.duplicate(id),
    'sessions.rename': ({ id, title, customer }) => {
      const change: Parameters<SessionLibrary['edit']>[1] = (doc) => {
        doc.getMap('meta').set('title', title)
        doc.getMap('meta').set('customer', customer)
      }
      if (host.edit(id, change)) {
        host.flush(id)
        return library.summary(id)
      }
      return library.edit(id, change)
    },
    'sessions.trash': async ({ id }) => {
      await close(id)
      return library.trash(id)
    },
    'sessions.restore': ({ id }) => library.restore(id),
    'sessions.deleteForever': async ({ id }) => {
      await close(id)
      library.deleteForever(id)
      return {}
    },
    'sessions.thumbnail': ({ id }) => library.thumbnail(id),
    'sessions.import': ({ name, bytes }) => library.importBytes(name, bytes),
  }
}
