import { OutgoingMessage, type Connection, type Document } from '@hocuspocus/server'
import * as Y from 'yjs'
import type { SessionId } from '../../shared/model/ids'
import type { HostMessage } from '../../shared/protocol/handshake'
import { HOST_LIMITS } from './limits'
import { PresenceGuard } from './presence-guard'
import type { RoomLog } from './room-store'

const RETRY_MS = 2_000

/**
 * One open session: its document, its log, and the law that an edit is acknowledged only when it is durable.
 *
 * While the disk refuses, edits are still taken and shown to everyone, but their acknowledgements are held back until a
 * copy of the whole document is on disk.
 */
export class Room {
  readonly presence: PresenceGuard
  #failure: string | null = null
  #heldAcks: (() => void)[] = []
  #retry: NodeJS.Timeout | undefined
  #needsFinalSave = false
  #pendingLogged: unknown = null
  #closed = false

  constructor(
    readonly id: SessionId,
    readonly doc: Document,
    private readonly log: RoomLog,
    private readonly report: (message: string, error: unknown) => void,
    /** Called when a failed disk works again. */
    private readonly onRecovered: (room: Room) => void,
  ) {
    this.presence = new PresenceGuard(doc.clientID)
    doc.transact(() => {
      for (const update of log.updates) Y.applyUpdate(doc, update, ROOM_LOAD)
    }, ROOM_LOAD)
    this.#pendingLogged = doc.store.pendingStructs
    // Never throws: an error inside an update handler would leave the document's transactions stuck.
    doc.on('update', this.#onUpdate)
  }

  /** Why nothing is acknowledged at the moment; `null` while all is well. */
  get failure(): string | null {
    return this.#failure
  }

  get notice(): string | null {
    return this.log.notice
  }

  /** Lets a positive acknowledgement through once everything it speaks for is durable. */
  acknowledge(send: () => void): void {
    if (this.#failure === null) this.#logPending()
    if (this.#failure === null) send()
    else this.#heldAcks.push(send)
  }

  /** Writes the whole document. `true` when it is on disk. */
  save(final: boolean): boolean {
    if (this.#closed) return true
    if (final && !this.#needsFinalSave && this.#failure === null) return true
    try {
      this.log.save(this.doc, final)
    } catch (error) {
      this.#fail(error)
      return false
    }
    if (final) this.#needsFinalSave = false
    if (this.#failure !== null) this.#recover()
    return true
  }

  broadcast(message: HostMessage): void {
    this.doc.broadcastStateless(JSON.stringify(message))
  }

  /** A presence message about nobody: providers reconnect when they hear nothing for half a minute. */
  keepAlive(connection: Connection): void {
    connection.send(
      new OutgoingMessage(connection.messageAddress)
        .createAwarenessUpdateMessage(this.doc.awareness, [])
        .toUint8Array(),
    )
  }

  /** Frees the presences of connections that have ended. */
  forgetAbsent(): void {
    this.presence.keepOnly(new Set(this.doc.getConnections()))
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    clearTimeout(this.#retry)
    this.doc.off('update', this.#onUpdate)
    this.#heldAcks = []
    this.log.close()
  }

  readonly #onUpdate = (update: Uint8Array): void => {
    this.#needsFinalSave = true
    if (this.#failure !== null) return
    try {
      this.log.append(update)
    } catch (error) {
      this.#fail(error)
    }
  }

  /**
   * Edits that wait for others they build on cause no update event, yet are acknowledged: keep them too.
   * Read from Yjs's own store, which has no public name for it.
   */
  #logPending(): void {
    const pending = this.doc.store.pendingStructs
    if (pending === this.#pendingLogged) return
    this.#pendingLogged = pending
    if (!pending) return
    if (pending.update.byteLength > HOST_LIMITS.pendingBytes) {
      this.doc.store.pendingStructs = null
      this.#pendingLogged = null
      this.report('Edits without what they build on were dropped: too many of them.', this.id)
      return
    }
    this.#onUpdate(Y.convertUpdateFormatV2ToV1(pending.update))
  }

  #fail(error: unknown): void {
    const message = error instanceof Error ? error.message : 'The disk refused to save.'
    if (this.#failure === null) this.report(`Saving session ${this.id} failed: ${message}`, error)
    if (this.#failure !== message) this.broadcast({ kind: 'storage', ok: false, message })
    this.#failure = message
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => this.save(false), RETRY_MS)
  }

  #recover(): void {
    this.#failure = null
    clearTimeout(this.#retry)
    this.#pendingLogged = this.doc.store.pendingStructs
    const held = this.#heldAcks
    this.#heldAcks = []
    for (const send of held) send()
    this.broadcast({ kind: 'storage', ok: true })
    this.onRecovered(this)
  }
}

/** Origin of what comes from disk when a room opens. */
const ROOM_LOAD = { source: 'local' as const, skipStoreHooks: true }
