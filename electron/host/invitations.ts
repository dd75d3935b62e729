import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { SessionId } from '../../shared/model/ids'
import type { RefusalCode } from '../../shared/protocol/handshake'

const Issued = z.object({
  id: z.string(),
  sessionId: SessionId,
  role: z.enum(['editor', 'viewer']),
  createdAt: z.number(),
  expiresAt: z.number(),
  revoked: z.boolean(),
})
export type IssuedInvitation = z.infer<typeof Issued>

export const InvitationFile = z.object({
  /** Base64url; whoever has it can make invitations. */
  secret: z.string().min(40),
  invitations: z.array(Issued),
  /** Port used last, so that links still work after a restart; 0 when there was none. */
  port: z.number().int().min(0).max(65_535),
})
export type InvitationFile = z.infer<typeof InvitationFile>

/** Where invitations are remembered. */
export interface InvitationStore {
  /** `null` when nothing was saved yet. */
  load(): unknown
  save(file: InvitationFile): void
}

/** What an invitation says about itself; the signature covers it together with the session's id. */
const Claims = z.object({ i: z.string(), r: z.enum(['editor', 'viewer']), e: z.number() })

export type CheckedInvitation =
  { ok: true; invitation: IssuedInvitation } | { ok: false; reason: RefusalCode }

const KEEP_EXPIRED_MS = 30 * 24 * 3_600_000

/**
 * Issues, checks and revokes invitations.
 *
 * An invitation is `<session id>.<claims>.<signature>`: claims are JSON in base64url, the signature is HMAC-SHA256 over
 * what stands before it. The session id comes first so that a joining window knows which session to ask for.
 */
export class Invitations {
  #file: InvitationFile

  constructor(
    private readonly store: InvitationStore,
    private readonly now: () => number,
  ) {
    const known = InvitationFile.safeParse(store.load())
    this.#file = known.success
      ? known.data
      : { secret: randomBytes(32).toString('base64url'), invitations: [], port: 0 }
    if (!known.success) store.save(this.#file)
  }

  get port(): number {
    return this.#file.port
  }

  rememberPort(port: number): void {
    if (port !== this.#file.port) this.#save({ ...this.#file, port })
  }

  issue(
    sessionId: SessionId,
    role: 'editor' | 'viewer',
    expiresInMs: number,
  ): { invitation: IssuedInvitation; token: string } {
    const invitation: IssuedInvitation = {
      id: randomBytes(12).toString('base64url'),
      sessionId,
      role,
      createdAt: this.now(),
      expiresAt: this.now() + expiresInMs,
      revoked: false,
    }
    const kept = this.#file.invitations.filter((i) => i.expiresAt > this.now() - KEEP_EXPIRED_MS)
    this.#save({ ...this.#file, invitations: [...kept, invitation] })
    return { invitation, token: this.token(invitation) }
  }

  /** The text to put into a link. The same invitation always gives the same text. */
  token(invitation: IssuedInvitation): string {
    const claims = { i: invitation.id, r: invitation.role, e: invitation.expiresAt }
    const body = `${invitation.sessionId}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`
    return `${body}.${this.#sign(body)}`
  }

  /** Invitations of a session that have not expired, oldest first; revoked ones included. */
  of(sessionId: SessionId): IssuedInvitation[] {
    return this.#file.invitations.filter(
      (i) => i.sessionId === sessionId && i.expiresAt > this.now(),
    )
  }

  /** `true` when there was something to revoke. It is on disk when this returns. */
  revoke(sessionId: SessionId, id: string): boolean {
    const found = this.#file.invitations.some((i) => i.id === id && i.sessionId === sessionId)
    if (found)
      this.#save({
        ...this.#file,
        invitations: this.#file.invitations.map((i) => (i.id === id ? { ...i, revoked: true } : i)),
      })
    return found
  }

  check(token: string, sessionId: SessionId): CheckedInvitation {
    const [session, claimsText, signature, ...rest] = token.split('.')
    if (!session || !claimsText || !signature || rest.length > 0 || session !== sessionId)
      return { ok: false, reason: 'invitation.invalid' }
    const expected = Buffer.from(this.#sign(`${session}.${claimsText}`))
    const given = Buffer.from(signature)
    if (expected.length !== given.length || !timingSafeEqual(expected, given))
      return { ok: false, reason: 'invitation.invalid' }
    const claims = parseClaims(claimsText)
    if (!claims) return { ok: false, reason: 'invitation.invalid' }
    if (claims.e <= this.now()) return { ok: false, reason: 'invitation.expired' }
    const issued = this.#file.invitations.find(
      (i) => i.id === claims.i && i.sessionId === sessionId,
    )
    // Signed by us and not expired, but not remembered: then a revocation would not be remembered either.
    if (!issued || issued.role !== claims.r) return { ok: false, reason: 'invitation.invalid' }
    if (issued.revoked) return { ok: false, reason: 'invitation.revoked' }
    return { ok: true, invitation: issued }
  }

  /** Why someone who came with this invitation may stay no longer; `null` when they may. */
  standing(sessionId: SessionId, id: string): RefusalCode | null {
    const issued = this.#file.invitations.find((i) => i.id === id && i.sessionId === sessionId)
    if (!issued) return 'invitation.invalid'
    if (issued.revoked) return 'invitation.revoked'
    return issued.expiresAt <= this.now() ? 'invitation.expired' : null
  }

  #sign(body: string): string {
    return createHmac('sha256', Buffer.from(this.#file.secret, 'base64url'))
      .update(body)
      .digest('base64url')
  }

  #save(file: InvitationFile): void {
    this.store.save(file)
    this.#file = file
  }
}

function parseClaims(text: string): z.infer<typeof Claims> | null {
  try {
    const parsed = Claims.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
