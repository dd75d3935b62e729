import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { nanoid } from 'nanoid'
import * as Y from 'yjs'
import { Awareness } from 'y-protocols/awareness'
import { ROOTS } from '#shared/doc/codec'
import { applyPatch, LocalEdit } from '#shared/doc/document'
import { createProjection, type Projection, type SessionSnapshot } from '#shared/doc/projection'
import type { EditContext } from '#shared/model/edit-context'
import type { Patch } from '#shared/model/patch'
import {
  HostMessage,
  PROTOCOL_VERSION,
  SCHEMA_VERSION,
  type Handshake,
} from '#shared/protocol/handshake'
import type { AppBridge, DocumentTarget } from '../bridge/app-bridge'
import { createBoardStore, type BoardStore } from '../stores/board-store'
import { createConnectionStore, type ConnectionStore } from '../stores/connection-store'
import { createVerdictStore, type VerdictStore } from '../stores/verdict-store'
import { createViewStore, type ViewStore } from '../stores/view-store'
import { createPresence, type PresenceLink } from './presence'
import { recordHistory } from './record-history'

const APP_VERSION = __APP_VERSION__

/** One session open in this window: its replica, its link to the host, its undo history and its stores. */
export class OpenSession {
  readonly presence: PresenceLink
  readonly board: BoardStore
  readonly view: ViewStore
  readonly verdicts: VerdictStore
  readonly connection: ConnectionStore
  readonly undo: Y.UndoManager
  readonly #projection: Projection
  readonly #socket: HocuspocusProviderWebsocket
  readonly #provider: HocuspocusProvider
  readonly #awareness: Awareness
  readonly #displayName: () => string
  readonly #stops: (() => void)[] = []

  constructor(
    bridge: AppBridge,
    readonly target: DocumentTarget,
    displayName: () => string,
    /** The replica; what it holds already is not fetched again. */
    readonly doc = new Y.Doc(),
  ) {
    this.#displayName = displayName
    const address = bridge.address(target)
    this.#projection = createProjection(this.doc)
    this.connection = createConnectionStore()
    this.view = createViewStore()
    this.board = createBoardStore(this.#projection, this.view)
    this.verdicts = createVerdictStore(this.board, this.view)
    this.undo = new Y.UndoManager(
      ROOTS.map((root) => this.doc.getMap(root)),
      { trackedOrigins: new Set([LocalEdit]), captureTimeout: 0 },
    )
    this.#awareness = new Awareness(this.doc)
    this.presence = createPresence(this.#awareness, this.view, displayName())

    const handshake = (): string =>
      JSON.stringify({
        protocol: PROTOCOL_VERSION,
        schema: SCHEMA_VERSION,
        app: APP_VERSION,
        name: displayName(),
        ...(address.invitation ? { invitation: address.invitation } : {}),
      } satisfies Handshake)

    this.#socket = new HocuspocusProviderWebsocket({
      url: address.url,
      delay: 500,
      minDelay: 300,
      maxDelay: 5000,
      ...(address.socket ? { WebSocketPolyfill: address.socket } : {}),
    })
    this.#provider = new HocuspocusProvider({
      name: address.name,
      document: this.doc,
      awareness: this.#awareness,
      websocketProvider: this.#socket,
      token: handshake,
      onSynced: () => this.connection.getState().synced(),
      onUnsyncedChanges: ({ number }) => this.connection.getState().unsynced(number),
      onAuthenticationFailed: ({ reason }) => {
        this.connection.getState().refused(reason)
        this.#socket.disconnect()
      },
      onClose: ({ event }) => {
        this.connection.getState().lost(event.reason)
        if (this.connection.getState().link.kind === 'refused') this.#socket.disconnect()
      },
      onStateless: ({ payload }) => this.#hear(payload),
    })
    this.#provider.attach()
    this.#stops.push(() => this.presence.dispose(), recordHistory(this))
  }

  /** Latest state of the document. */
  get snapshot(): SessionSnapshot {
    return this.#projection.snapshot()
  }

  get canEdit(): boolean {
    const { role } = this.connection.getState()
    return role === 'owner' || role === 'editor'
  }

  /** Ids, time and person for one edit. */
  editContext(): EditContext {
    return { newId: () => nanoid(12), now: Date.now(), actor: this.#displayName() }
  }

  /** Carries out an edit of this person's: one transaction, one undo step. Viewers' edits are ignored. */
  edit(patch: Patch): boolean {
    if (!this.canEdit || patch.length === 0) return false
    applyPatch(this.doc, patch, new LocalEdit(this.#displayName()))
    return true
  }

  dispose(): void {
    for (const stop of this.#stops) stop()
    this.verdicts.dispose()
    this.board.dispose()
    this.#provider.destroy()
    this.#socket.destroy()
    this.#projection.dispose()
    this.undo.destroy()
    this.doc.destroy()
  }

  #hear(payload: string): void {
    let message: unknown
    try {
      message = JSON.parse(payload)
    } catch {
      return
    }
    const parsed = HostMessage.safeParse(message)
    if (!parsed.success) return
    if (parsed.data.kind === 'storage')
      this.connection.getState().storage(parsed.data.ok, parsed.data.message)
    else this.connection.getState().welcomed(parsed.data.role)
  }
}
