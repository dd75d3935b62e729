import type { Handlers } from '../../shared/ipc/contract'
import type { SessionId } from '../../shared/model/ids'
import type { Sharing } from '../host/sharing'
import type { SessionLibrary } from '../sessions/session-library'

type SharingCalls = Pick<Handlers, Extract<keyof Handlers, `sharing.${string}`>>

export function sharingHandlers(sharing: Sharing, library: SessionLibrary): SharingCalls {
  /** @throws LibraryError `session.not-found`: nothing is opened to others for a session that is not there. */
  const known = (id: SessionId): SessionId => library.summary(id).id
  return {
    'sharing.state': ({ id }) => sharing.state(id),
    'sharing.start': ({ id }) => sharing.start(known(id)),
    'sharing.invite': ({ id, role, expiresInMs }) => sharing.invite(known(id), role, expiresInMs),
    'sharing.revoke': ({ id, invitationId }) => sharing.revoke(id, invitationId),
    'sharing.stop': ({ id }) => sharing.stop(id),
  }
}
