import { z } from 'zod'

/** Version of the messages between a peer and a host. Peers of another version are refused with a readable reason. */
export const PROTOCOL_VERSION = 2

/** Version of the document's layout and of the session file. */
export const SCHEMA_VERSION = 3

/** What a peer says when it connects; sent as the connection's token. */
export const Handshake = z.object({
  protocol: z.number().int(),
  schema: z.number().int(),
  app: z.string().max(40),
  /** Absent only on the owner's own connection, which the host trusts by how it arrived. */
  invitation: z.string().max(2000).optional(),
  name: z.string().max(80),
})
export type Handshake = z.infer<typeof Handshake>

/** Why a host refuses or ends a connection. Sent as the close or authentication-failure reason. */
export const RefusalCode = z.enum([
  'invitation.invalid',
  'invitation.expired',
  'invitation.revoked',
  'sharing.stopped',
  'peer.too-old',
  'peer.too-new',
  'session.not-found',
  'session.damaged',
  'message.too-large',
])
export type RefusalCode = z.infer<typeof RefusalCode>

/** Out-of-band messages from host to peer (Hocuspocus "stateless" payloads, JSON). */
export const HostMessage = z.discriminatedUnion('kind', [
  /** Whether the host can write to its disk. While `ok` is false nothing new is acknowledged. */
  z.object({ kind: z.literal('storage'), ok: z.boolean(), message: z.string().optional() }),
  /** The role this peer has. */
  z.object({
    kind: z.literal('welcome'),
    role: z.enum(['owner', 'editor', 'commenter', 'viewer']),
    title: z.string(),
  }),
])
export type HostMessage = z.infer<typeof HostMessage>
