import type { SessionId } from '../../../shared/model/ids'
import type { SessionHost } from '../session-host'

/**
 * What travels over a document port: the sync protocol's messages as bytes, and these notes.
 *
 * `open` comes first and says that messages may be sent; `close` comes last.
 */
export type PortNote = { kind: 'open' } | { kind: 'close'; code: number; reason: string }

/** The ends of a channel that the host can serve: Electron's `MessagePortMain` and Node's `MessagePort` alike. */
export interface PortLike {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start(): void
  close(): void
}

/** Serves the owner's own window over a port. Nobody else can hold the other end, so nothing is asked. */
export function servePort(host: SessionHost, sessionId: SessionId, port: PortLike): void {
  let isOpen = true
  const end = (code: number, reason: string): void => {
    if (!isOpen) return
    isOpen = false
    port.postMessage({ kind: 'close', code, reason } satisfies PortNote)
    port.close()
    link.closed(code, reason)
  }
  const link = host.connect(
    {
      get isOpen() {
        return isOpen
      },
      send: (bytes) => port.postMessage(bytes),
      close: end,
    },
    { sessionId, arrivedAs: 'owner', disconnect: (reason) => end(4403, reason) },
    new Request('http://port.invalid/'),
  )
  port.on('message', (message) => {
    const bytes = portBytes(message)
    if (bytes) link.receive(bytes)
  })
  port.on('close', () => {
    isOpen = false
    link.closed(1000, '')
  })
  port.start()
  port.postMessage({ kind: 'open' } satisfies PortNote)
}

/** Bytes of a port message, whether the port hands over the data itself (Node) or an event (Electron). */
export function portBytes(message: unknown): Uint8Array | null {
  const data =
    typeof message === 'object' && message !== null && 'data' in message ? message.data : message
  if (data instanceof Uint8Array) return data
  return data instanceof ArrayBuffer ? new Uint8Array(data) : null
}
