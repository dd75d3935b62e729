import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { WebSocket } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { PROTOCOL_VERSION, SCHEMA_VERSION, type Handshake } from '../../shared/protocol/handshake'

/** A browser's socket: it says which page it belongs to. */
class PageSocket extends WebSocket {
  constructor(url: string) {
    super(url, { origin: `http://${new URL(url).host}` })
    // Closing before it is open is reported as an error, and is none.
    this.on('error', () => undefined)
  }
}

/** One person's window, as far as the host can tell. */
export interface TestPeer {
  readonly doc: Y.Doc
  readonly provider: HocuspocusProvider
  readonly awareness: Awareness
  /** Reasons of refusals and of ended connections, in order. */
  readonly refusals: string[]
  readonly closes: string[]
  /** Out-of-band messages of the host. */
  readonly heard: unknown[]
  synced(): Promise<void>
  /** Resolves when the host has acknowledged everything. */
  settled(): Promise<void>
  onUnsynced(listener: (open: number) => void): void
  goOffline(): Promise<void>
  goOnline(): void
  leave(): void
}

export interface PeerOptions {
  url: string
  sessionId: string
  handshake?: Partial<Handshake>
  doc?: Y.Doc
  /** Stands in for a browser's socket. */
  socket?: typeof globalThis.WebSocket
}

export function joinAsOwner(url: string, sessionId: string): TestPeer {
  return join({ url: `${url}/sync/${sessionId}`, sessionId })
}

/** Joins by an invitation link, as a guest's window does. */
export function joinByLink(link: string, options: Partial<PeerOptions> = {}): TestPeer {
  const url = new URL(link)
  const invitation = url.hash.slice(1)
  const sessionId = invitation.split('.')[0] ?? ''
  return join({
    url: `ws://127.0.0.1:${url.port}/sync/${sessionId}`,
    sessionId,
    ...options,
    handshake: { invitation, ...options.handshake },
  })
}

export function join({
  url,
  sessionId,
  handshake,
  doc = new Y.Doc(),
  socket: Socket,
}: PeerOptions): TestPeer {
  const refusals: string[] = []
  const closes: string[] = []
  const heard: unknown[] = []
  const listeners: ((open: number) => void)[] = []
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  const socket = new HocuspocusProviderWebsocket({
    url,
    WebSocketPolyfill: Socket ?? PageSocket,
    delay: 50,
    minDelay: 20,
    maxDelay: 200,
  })
  const provider = new HocuspocusProvider({
    name: sessionId,
    document: doc,
    awareness,
    websocketProvider: socket,
    token: JSON.stringify({
      protocol: PROTOCOL_VERSION,
      schema: SCHEMA_VERSION,
      app: 'test',
      name: 'Tess',
      ...handshake,
    }),
    onAuthenticationFailed: ({ reason }) => {
      refusals.push(reason)
      socket.disconnect()
    },
    onClose: ({ event }) => {
      closes.push(event.reason)
    },
    onStateless: ({ payload }) => heard.push(JSON.parse(payload)),
    onUnsyncedChanges: ({ number }) => {
      for (const listener of listeners) listener(number)
    },
  })
  provider.attach()
  return {
    doc,
    provider,
    awareness,
    refusals,
    closes,
    heard,
    synced: () => until(() => provider.isSynced, 'never synced'),
    settled: () =>
      until(
        () => provider.isSynced && !provider.hasUnsyncedChanges,
        () =>
          `never acknowledged: ${socket.status}, synced ${provider.isSynced}, ` +
          `${provider.unsyncedChanges} open, closes ${closes.join()}, refusals ${refusals.join()}`,
      ),
    onUnsynced: (listener) => void listeners.push(listener),
    async goOffline() {
      socket.disconnect()
      // Connecting while the socket is still closing would do nothing.
      await until(() => String(socket.status) === 'disconnected', 'socket stays open')
    },
    goOnline: () => void socket.connect(),
    leave() {
      provider.destroy()
      socket.destroy()
    },
  }
}

/** Waits for a fact. */
export async function until(
  fact: () => boolean,
  otherwise: string | (() => string),
  withinMs = 10_000,
): Promise<void> {
  const giveUpAt = Date.now() + withinMs
  while (!fact()) {
    if (Date.now() > giveUpAt)
      throw new Error(
        `Waited ${withinMs} ms: ${typeof otherwise === 'string' ? otherwise : otherwise()}`,
      )
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
