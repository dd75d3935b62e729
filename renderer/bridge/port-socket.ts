/** What travels over a document port beside the sync protocol's bytes; the host's side is its message-port adapter. */
type PortNote = { kind: 'open' } | { kind: 'close'; code: number; reason: string }

/** Asks for a port to a document's host; the answer names the request that the port then arrives with. */
export type RequestPort = () => Promise<number>

/** Ports that arrived before the answer that names them. */
const arrived = new Map<number, MessagePort>()
const awaited = new Map<number, (port: MessagePort) => void>()

/** Takes in the ports that the desktop's preload hands to the page. Call once, before the first connection. */
export function receivePorts(): void {
  window.addEventListener('message', (event) => {
    if (event.source !== window || event.origin !== window.location.origin) return
    const about: unknown = event.data
    const [port] = event.ports
    if (!port || typeof about !== 'object' || about === null) return
    if (Reflect.get(about, 'kind') !== 'document-port') return
    const requestId: unknown = Reflect.get(about, 'requestId')
    if (typeof requestId !== 'number') return
    const waiting = awaited.get(requestId)
    awaited.delete(requestId)
    if (waiting) waiting(port)
    else arrived.set(requestId, port)
  })
}

/**
 * A class that looks like `WebSocket` to the sync provider and talks over a message port to the main process instead.
 */
export function portSocketClass(request: RequestPort): typeof WebSocket {
  class PortSocket extends EventTarget {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSING = 2
    static readonly CLOSED = 3
    readyState: number = PortSocket.CONNECTING
    binaryType = 'arraybuffer'
    #port: MessagePort | null = null

    constructor() {
      super()
      request().then(
        (id) => {
          const port = arrived.get(id)
          arrived.delete(id)
          if (port) this.#take(port)
          else awaited.set(id, (late) => this.#take(late))
        },
        () => this.#end(4404, 'host.unreachable'),
      )
    }

    send(bytes: Uint8Array): void {
      if (this.readyState === PortSocket.OPEN) this.#port?.postMessage(bytes)
    }

    close(): void {
      if (this.readyState >= PortSocket.CLOSING) return
      this.#end(1000, '')
    }

    #take(port: MessagePort): void {
      if (this.readyState !== PortSocket.CONNECTING) {
        port.close()
        return
      }
      this.#port = port
      port.addEventListener('message', (event) => this.#hear(event.data))
      port.start()
    }

    #hear(data: unknown): void {
      if (data instanceof Uint8Array) {
        this.dispatchEvent(new MessageEvent('message', { data: data.slice().buffer }))
      } else if (data instanceof ArrayBuffer) {
        this.dispatchEvent(new MessageEvent('message', { data }))
      } else {
        // Everything else on a document port is one of the host's own notes.
        const note = data as PortNote
        if (note.kind === 'open') {
          this.readyState = PortSocket.OPEN
          this.dispatchEvent(new Event('open'))
        } else this.#end(note.code, note.reason)
      }
    }

    #end(code: number, reason: string): void {
      if (this.readyState === PortSocket.CLOSED) return
      this.readyState = PortSocket.CLOSED
      this.#port?.close()
      this.#port = null
      this.dispatchEvent(new CloseEvent('close', { code, reason }))
    }
  }
  // It has all of WebSocket that the sync provider uses: events, send, close, readyState, binaryType.
  return PortSocket as unknown as typeof WebSocket
}
