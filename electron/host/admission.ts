import type { Role } from '../../shared/ipc/contract'
import type { SessionId } from '../../shared/model/ids'
import {
  Handshake,
  PROTOCOL_VERSION,
  SCHEMA_VERSION,
  type RefusalCode,
} from '../../shared/protocol/handshake'
import type { Invitations } from './invitations'
import type { Participant } from './participant'

export type Admission =
  { ok: true; role: Role; invitationId?: string } | { ok: false; reason: RefusalCode }

export interface AdmissionRules {
  invitations: Pick<Invitations, 'check' | 'standing'>
  isShared(id: SessionId): boolean
}

/** Decides whether a peer may enter, and as what. `token` is the handshake as the peer sent it. */
export function admit(
  participant: Participant,
  documentName: string,
  token: string,
  rules: AdmissionRules,
): Admission {
  if (documentName !== participant.sessionId) return { ok: false, reason: 'session.not-found' }
  const handshake = parseHandshake(token)
  if (!handshake) return { ok: false, reason: 'invitation.invalid' }
  if (handshake.protocol !== PROTOCOL_VERSION)
    return {
      ok: false,
      reason: handshake.protocol < PROTOCOL_VERSION ? 'peer.too-old' : 'peer.too-new',
    }
  if (handshake.schema !== SCHEMA_VERSION)
    return {
      ok: false,
      reason: handshake.schema < SCHEMA_VERSION ? 'peer.too-old' : 'peer.too-new',
    }
  if (participant.arrivedAs === 'owner') return { ok: true, role: 'owner' }
  if (handshake.invitation === undefined) return { ok: false, reason: 'invitation.invalid' }
  const checked = rules.invitations.check(handshake.invitation, participant.sessionId)
  if (!checked.ok) return checked
  if (!rules.isShared(participant.sessionId)) return { ok: false, reason: 'sharing.stopped' }
  return { ok: true, role: checked.invitation.role, invitationId: checked.invitation.id }
}

function parseHandshake(token: string): Handshake | null {
  if (token.length > 4000) return null
  try {
    const parsed = Handshake.safeParse(JSON.parse(token))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
