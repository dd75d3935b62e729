import type { CallInput, CallName, CallOutput, EventName, EventPayload } from '#shared/ipc/contract'

/** Where a document comes from: a session of this person's own library, or an invitation link. */
export type DocumentTarget = { kind: 'own'; sessionId: string } | { kind: 'invited'; link: string }

/** How to reach the host of one document. */
export interface DocumentAddress {
  /** The session's id on that host. */
  name: string
  url: string
  /** Stands in for `WebSocket` where the host is in another process of the same app. */
  socket: typeof WebSocket | undefined
  /** Sent in the handshake; absent for the owner. */
  invitation: string | undefined
}

/** The only door to where the app runs. A desktop window, a browser tab and a guest's browser each bring one. */
export interface AppBridge {
  readonly kind: 'desktop' | 'web' | 'guest'
  /** @throws BridgeError with the host's code and message. */
  call<K extends CallName>(name: K, input: CallInput<K>): Promise<CallOutput<K>>
  on<K extends EventName>(event: K, listener: (payload: EventPayload<K>) => void): () => void
  address(target: DocumentTarget): DocumentAddress
  /** Text on the clipboard; on the desktop only what came from a board. `null` where it may not be read. */
  readClipboard(): Promise<string | null>
  /** Saves a file where the person chooses (desktop) or downloads it (browser). */
  saveFile(file: {
    name: string
    /** With its media type. */
    content: Blob
  }): Promise<{ saved: boolean; name?: string | undefined }>
}

export class BridgeError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'BridgeError'
  }
}
