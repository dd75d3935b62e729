import type { SessionId } from '../../shared/model/ids'
import type { Role } from '../../shared/ipc/contract'

/** Who is at the other end of a connection; travels as the connection's context. */
export interface Participant {
  /** The only session this connection may enter. */
  sessionId: SessionId
  /** `owner` is known by how the connection arrived, everyone else presents an invitation. */
  arrivedAs: 'owner' | 'guest'
  /** Set when admitted. */
  role?: Role
  invitationId?: string
  /** Ends the transport, with a reason the peer can read. */
  disconnect(reason: string): void
  /** Called once when the host has let the peer in. */
  admitted?(): void
}
