import { z } from 'zod'
import { SessionId } from '../model/ids'
import { LIMITS } from '../model/records'

/** Role of a participant. `owner` is the person whose host holds the session. */
export const Role = z.enum(['owner', 'editor', 'commenter', 'viewer'])
export type Role = z.infer<typeof Role>

/** What the library shows of a session without opening it. */
export const SessionSummary = z.object({
  id: SessionId,
  title: z.string(),
  customer: z.string(),
  /** Milliseconds since the epoch. */
  createdAt: z.number(),
  changedAt: z.number(),
  trashedAt: z.number().nullable(),
  boardCount: z.number(),
  nodeCount: z.number(),
  /** `damaged` and `newer` sessions are listed, never opened, and left untouched on disk. */
  state: z.enum(['ok', 'damaged', 'newer']),
  /** Why it cannot be opened, in words for the user. */
  problem: z.string().optional(),
})
export type SessionSummary = z.infer<typeof SessionSummary>

export const SampleSummary = z.object({
  sampleId: z.string(),
  title: z.string(),
  description: z.string(),
})
export type SampleSummary = z.infer<typeof SampleSummary>

export const Invitation = z.object({
  id: z.string(),
  role: z.enum(['editor', 'viewer']),
  /** The link to give away; anyone who has it joins with `role` until `expiresAt` or until it is revoked. */
  link: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
  revoked: z.boolean(),
})
export type Invitation = z.infer<typeof Invitation>

export const SharingState = z.object({
  /** `null`: not shared, no port is open for this session. */
  address: z.string().nullable(),
  invitations: z.array(Invitation),
})
export type SharingState = z.infer<typeof SharingState>

export const Preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  displayName: z.string().max(80),
  /** Width in px and open state of the side panels, and whatever else the window remembers. */
  layout: z.record(z.string().max(60), z.union([z.number(), z.boolean(), z.string().max(200)])),
  /** This person's own shortcuts by command, such as `Mod+Shift+L`; an empty text takes the command's own away. */
  shortcuts: z.record(z.string().max(60), z.string().max(60)).optional(),
})
export type Preferences = z.infer<typeof Preferences>

const title = z.string().trim().min(1).max(LIMITS.label)
const customer = z.string().trim().max(LIMITS.label)
const none = z.object({})
const byId = z.object({ id: SessionId })

/** Largest file taken for import, in bytes. */
export const MAX_IMPORT_BYTES = 256 * 1024 * 1024

/**
 * Every question the window may ask the main process. A call without a handler, or with a handler of another
 * type, does not compile. File paths never cross: sessions are named by id.
 */
export const calls = {
  'app.info': {
    input: none,
    output: z.object({ version: z.string(), platform: z.string(), desktop: z.boolean() }),
  },
  'sessions.list': { input: none, output: z.array(SessionSummary) },
  'sessions.create': { input: z.object({ title, customer }), output: SessionSummary },
  'sessions.duplicate': { input: byId, output: SessionSummary },
  'sessions.rename': {
    input: z.object({ id: SessionId, title, customer }),
    output: SessionSummary,
  },
  'sessions.trash': { input: byId, output: SessionSummary },
  'sessions.restore': { input: byId, output: SessionSummary },
  'sessions.deleteForever': { input: byId, output: none },
  /** SVG text rendered from the model, or `null` when there is nothing to show. */
  'sessions.thumbnail': { input: byId, output: z.string().nullable() },
  /** Session JSON, or a PNG or SVG that carries a session. Makes a new session; the file is untouched. */
  'sessions.import': {
    input: z.object({ name: z.string().max(500), bytes: z.instanceof(Uint8Array) }),
    output: SessionSummary,
  },
  'samples.list': { input: none, output: z.array(SampleSummary) },
  'samples.open': { input: z.object({ sampleId: z.string().max(100) }), output: SessionSummary },
  'sharing.state': { input: byId, output: SharingState },
  /** Opens the host's port (if no session is shared yet) for this session. */
  'sharing.start': { input: byId, output: SharingState },
  'sharing.invite': {
    input: z.object({
      id: SessionId,
      role: z.enum(['editor', 'viewer']),
      expiresInMs: z
        .number()
        .int()
        .min(60_000)
        .max(30 * 24 * 3_600_000),
    }),
    output: SharingState,
  },
  'sharing.revoke': {
    input: z.object({ id: SessionId, invitationId: z.string().max(64) }),
    output: SharingState,
  },
  /** Disconnects guests; the port closes with the last shared session. */
  'sharing.stop': { input: byId, output: SharingState },
  'preferences.get': { input: none, output: Preferences },
  'preferences.set': { input: Preferences.partial(), output: Preferences },
  /** Asks where to save (desktop) or downloads (browser). `saved: false` when the person cancelled. */
  'files.save': {
    input: z.object({
      suggestedName: z.string().min(1).max(200),
      mime: z.string().max(100),
      bytes: z.instanceof(Uint8Array),
    }),
    output: z.object({ saved: z.boolean(), name: z.string().optional() }),
  },
  /** What was copied from a board, if that is on the clipboard; nothing else of it is told. */
  'clipboard.read': { input: none, output: z.object({ text: z.string() }) },
  'window.setFullScreen': { input: z.object({ on: z.boolean() }), output: none },
} as const

export type CallName = keyof typeof calls
export type CallInput<K extends CallName> = z.input<(typeof calls)[K]['input']>
export type CallOutput<K extends CallName> = z.infer<(typeof calls)[K]['output']>
export type Handlers = {
  [K in CallName]: (
    input: z.output<(typeof calls)[K]['input']>,
  ) => CallOutput<K> | Promise<CallOutput<K>>
}

/** News the main process sends without being asked. */
export const events = {
  'sessions.changed': none,
  'sharing.changed': byId,
  'preferences.changed': Preferences,
  /** A native menu entry was chosen; the window runs the command of that id. */
  'menu.command': z.object({ commandId: z.string().max(100) }),
} as const

export type EventName = keyof typeof events
export type EventPayload<K extends EventName> = z.infer<(typeof events)[K]>

/** Stable codes the window may branch on; the message is for people. */
export const CallError = z.object({ code: z.string(), message: z.string() })
export type CallError = z.infer<typeof CallError>

export type Reply<T> = { ok: true; value: T } | { ok: false; error: CallError }
