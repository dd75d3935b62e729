import { WebSocket, type RawData } from 'ws'
import { SessionId } from '../../../shared/model/ids'
import { portBytes, type PortLike, type PortNote } from './message-port'

export interface JoinTarget {
  sessionId: SessionId
  /** The whole invitation, to be sent in the handshake. */
  invitation: string
  socketUrl: string
}

/** Reads a join link: `http://<address>:<port>/join#<invitation>`. `null` when it is not one. */
export function parseJoinLink(link: string): JoinTarget | null {
  let url: URL
  try {
    url = new URL(link)
  } catch {
    return null
  }
  const invitation = url.hash.slice(1)
  const id = SessionId.safeParse(invitation.split('.')[0])
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  if (!isWeb || url.pathname !== '/join' || !id.success || invitation.length > 2000) return null
  const scheme = url.protocol === 'https:' ? 'wss' : 'ws'
  return {
    sessionId: id.data,
    invitation,
    socketUrl: `${scheme}://${url.host}/sync/${encodeURIComponent(id.data)}`,
  }
}

const CONNECT_MS = 10_000

/**
 * Carries a port's bytes to another computer's host and back. The window sends the handshake itself; a port serves one
 * connection, so a window that reconnects asks for a new port.
 */
export function bridgeRemote(target: JoinTarget, port: PortLike): void {
  const socket = new WebSocket(target.socketUrl, {
    handshakeTimeout: CONNECT_MS,
    perMessageDeflate: false,
    maxPayload: 256 * 1024 * 1024,
  })
  socket.binaryType = 'nodebuffer'
  let isOpen = true
  const end = (code: number, reason: string): void => {
    if (!isOpen) return
    isOpen = false
    port.postMessage({ kind: 'close', code, reason } satisfies PortNote)
    port.close()
  }
  socket.on('open', () => port.postMessage({ kind: 'open' } satisfies PortNote))
  socket.on('message', (data: RawData, isBinary: boolean) => {
    // A copy of its own: Node's buffers are windows into a shared pool, which a port would send whole.
    if (isOpen && isBinary && Buffer.isBuffer(data)) port.postMessage(new Uint8Array(data))
  })
  socket.on('close', (code, reason) => end(code, reason.toString()))
  socket.on('error', () => end(4404, 'host.unreachable'))
  port.on('message', (message) => {
    const bytes = portBytes(message)
    if (bytes && socket.readyState === WebSocket.OPEN) socket.send(bytes)
  })
  port.on('close', () => {
    isOpen = false
    socket.close()
  })
  port.start()
}
