import { Hocuspocus, type Connection } from '@hocuspocus/server'
import * as Y from 'yjs'
import { SessionId } from '../../shared/model/ids'
import type { HostMessage, RefusalCode } from '../../shared/protocol/handshake'
import { admit, type AdmissionRules } from './admission'
import type { Participant } from './participant'
import { CLOSE, PeerGate, type Transport } from './peer-gate'
import { Room } from './room'
import { RefusalError, type RoomStore } from './room-store'

export interface SessionHostOptions {
  store: RoomStore
  rules: AdmissionRules
  /** Title of a session, for the greeting. */
  titleOf(id: SessionId): string
  report(message: string, error: unknown): void
  /** Snapshot after this much quiet, and after this much time at most, in ms. */
  quietMs?: number
  atMostMs?: number
}

/** One peer's connection, driven by its adapter. */
export interface PeerLink {
  receive(bytes: Uint8Array): void
  closed(code: number, reason: string): void
}

const SWEEP_MS = 10_000
/** Update kinds of the sync protocol that carry edits. */
const EDITS = [1, 2]

/** Rooms for open sessions. Knows nothing of windows, sockets or files; adapters and the store do. */
export class SessionHost {
  readonly #server: Hocuspocus<Participant>
  readonly #rooms = new Map<SessionId, Room>()
  readonly #sweep: NodeJS.Timeout

  constructor(private readonly options: SessionHostOptions) {
    this.#server = new Hocuspocus<Participant>({
      quiet: true,
      debounce: options.quietMs ?? 2_000,
      maxDebounce: options.atMostMs ?? 10_000,
      // Dead peers are noticed by the adapters; strangers by the gate.
      timeout: 24 * 3_600_000,
      maxUnauthenticatedQueueSize: 256 * 1024 * 1024,
      maxUnauthenticatedQueueMessages: 10_000,
      maxPendingDocuments: 2,
      onAuthenticate: async ({ token, documentName, context, connectionConfig }) => {
        const admission = admit(context, documentName, token, options.rules)
        if (!admission.ok) {
          // After the refusal has been read; a stranger has no business keeping the connection.
          setTimeout(() => context.disconnect(admission.reason), 100)
          throw new RefusalError(admission.reason)
        }
        connectionConfig.readOnly = admission.role === 'viewer' || admission.role === 'commenter'
        context.admitted?.()
        return { role: admission.role, invitationId: admission.invitationId }
      },
      onLoadDocument: async ({ documentName, document }) => {
        const id = SessionId.parse(documentName)
        this.#rooms.get(id)?.close()
        const room = new Room(id, document, options.store.open(id), options.report, (healed) => {
          void this.#server.unloadDocument(healed.doc)
        })
        this.#rooms.set(id, room)
      },
      connected: async ({ connection, context, documentName }) =>
        this.#greet(documentName, connection, context),
      beforeSync: async ({ type, payload, connection }) => {
        // Yjs reports a malformed update to the console and goes on; here it ends the connection instead.
        if (EDITS.includes(type) && !connection.readOnly) Y.decodeUpdate(payload)
      },
      beforeHandleAwareness: async ({ connection, documentName, states }) => {
        if (connection) this.#room(documentName)?.presence.filter(connection, states)
      },
      onStoreDocument: async ({ documentName }) => {
        this.#room(documentName)?.save(false)
      },
      beforeUnloadDocument: async ({ documentName, document }) => {
        const room = this.#room(documentName)
        // Refusing keeps the document in memory: it is the only place that has the last edits.
        if (room?.doc === document && !room.save(true)) throw new RefusalError('session.damaged')
      },
      afterUnloadDocument: async ({ documentName }) => {
        const room = this.#room(documentName)
        if (room?.doc.isDestroyed) {
          room.close()
          this.#rooms.delete(room.id)
        }
      },
      onDisconnect: async ({ documentName }) => {
        this.#room(documentName)?.forgetAbsent()
      },
    })
    this.#sweep = setInterval(() => this.sweep(), SWEEP_MS)
    this.#sweep.unref()
  }

  /** Takes in a peer. The adapter passes on what arrives and says when the transport has ended. */
  connect(transport: Transport, participant: Participant, request: Request): PeerLink {
    const gate: PeerGate = new PeerGate(transport, participant, {
      acknowledge: (send) => {
        const room = this.#rooms.get(participant.sessionId)
        if (room) room.acknowledge(send)
      },
      deliver: (bytes) => client.handleMessage(bytes),
    })
    const client = this.#server.handleConnection(gate, request, {
      ...participant,
      admitted: () => gate.admit(),
    })
    let ended = false
    return {
      receive: (bytes) => gate.receive(bytes),
      closed: (code, reason) => {
        if (ended) return
        ended = true
        gate.ended()
        client.handleClose({ code, reason })
      },
    }
  }

  isOpen(id: SessionId): boolean {
    return this.#rooms.has(id)
  }

  /** Edits an open session on everyone's screen. `false` when it is not open. */
  edit(id: SessionId, change: (doc: Y.Doc) => void): boolean {
    const room = this.#rooms.get(id)
    if (!room) return false
    room.doc.transact(() => change(room.doc), { source: 'local' })
    return true
  }

  /** Writes an open session now, its copies included. */
  flush(id: SessionId): void {
    this.#rooms.get(id)?.save(true)
  }

  /** Ends connections and tells their peers why. */
  disconnect(
    id: SessionId,
    reason: RefusalCode,
    which: (participant: Participant) => boolean = () => true,
  ): void {
    for (const connection of this.#connections(id)) {
      if (!which(connection.context)) continue
      connection.close({ code: CLOSE.refused, reason })
      connection.context.disconnect(reason)
    }
  }

  /** Sends away guests whose invitation has ended meanwhile, and keeps the others' lines open. Runs by itself. */
  sweep(): void {
    for (const room of this.#rooms.values())
      for (const connection of this.#connections(room.id)) {
        const refusal = this.#withdrawn(connection.context)
        if (refusal) {
          connection.close({ code: CLOSE.refused, reason: refusal })
          connection.context.disconnect(refusal)
        } else room.keepAlive(connection)
      }
  }

  /** Number of peers in a session's room. */
  peers(id: SessionId): number {
    return this.#connections(id).length
  }

  /**
   * Saves everything and closes. Gives the sessions whose last edits could not be written; they are still in memory and
   * a second call tries again.
   */
  async dispose(): Promise<SessionId[]> {
    const unsaved: SessionId[] = []
    for (const room of this.#rooms.values()) if (!room.save(true)) unsaved.push(room.id)
    if (unsaved.length > 0) return unsaved
    clearInterval(this.#sweep)
    for (const room of this.#rooms.values()) this.disconnect(room.id, 'sharing.stopped')
    // Hocuspocus unloads in later turns; nothing is left to write by then.
    for (let i = 0; i < 100 && this.#rooms.size > 0; i++)
      await new Promise((resolve) => setTimeout(resolve, 10))
    for (const room of this.#rooms.values()) {
      room.save(true)
      room.close()
    }
    this.#rooms.clear()
    return unsaved
  }

  #room(documentName: string): Room | undefined {
    const id = SessionId.safeParse(documentName)
    return id.success ? this.#rooms.get(id.data) : undefined
  }

  #connections(id: SessionId): Connection<Participant>[] {
    // The document was made by our server, so its connections carry our context.
    return (this.#rooms.get(id)?.doc.getConnections() ?? []) as Connection<Participant>[]
  }

  #greet(documentName: string, connection: Connection, participant: Participant): void {
    const room = this.#room(documentName)
    if (!room) return
    const role = participant.role ?? 'viewer'
    const refusal = this.#withdrawn(participant)
    if (refusal) {
      connection.close({ code: CLOSE.refused, reason: refusal })
      participant.disconnect(refusal)
      return
    }
    const say = (message: HostMessage): void => connection.sendStateless(JSON.stringify(message))
    say({ kind: 'welcome', role, title: this.options.titleOf(room.id) })
    if (room.failure !== null) say({ kind: 'storage', ok: false, message: room.failure })
    else if (role === 'owner' && room.notice !== null)
      say({ kind: 'storage', ok: true, message: room.notice })
  }

  /** Why an admitted guest may stay no longer, or `null`. */
  #withdrawn(participant: Participant): RefusalCode | null {
    if (participant.arrivedAs === 'owner') return null
    const { invitations, isShared } = this.options.rules
    if (!isShared(participant.sessionId)) return 'sharing.stopped'
    return participant.invitationId === undefined
      ? 'invitation.invalid'
      : invitations.standing(participant.sessionId, participant.invitationId)
  }
}
