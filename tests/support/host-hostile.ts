import { WebSocket } from 'ws'
import { PROTOCOL_VERSION, SCHEMA_VERSION } from '../../shared/protocol/handshake'
import { until } from './host-peer'

/** A client without any manners: sends what it is told and notes what comes back. */
export interface RawSocket {
  send(bytes: Uint8Array): void
  close(): void
  /** Answers to edits: taken or not, in order. */
  readonly statuses: boolean[]
  /** The host ended it, by closing the socket or by saying so. */
  readonly ended: boolean
}

/** A message as bytes: address, kind, kind within sync, counted payload. */
export function rawMessage(
  address: string,
  type: number,
  kind: number,
  payload: Uint8Array,
): Uint8Array {
  const name = new TextEncoder().encode(address)
  return Uint8Array.from([
    ...varUint(name.byteLength),
    ...name,
    ...varUint(type),
    ...varUint(kind),
    ...varUint(payload.byteLength),
    ...payload,
  ])
}

/** Connects by a link; `greet: false` says nothing, otherwise it is admitted when this resolves. */
export async function rawSocket(link: string, { greet = true } = {}): Promise<RawSocket> {
  const url = new URL(link)
  const invitation = url.hash.slice(1)
  const sessionId = invitation.split('.')[0] ?? ''
  const socket = new WebSocket(`ws://127.0.0.1:${url.port}/sync/${sessionId}`)
  const statuses: boolean[] = []
  let ended = false
  let admitted = false
  const header = new TextEncoder().encode(sessionId).byteLength + 1
  socket.on('message', (data: Buffer) => {
    const type = data[header]
    if (type === 2 && data[header + 1] === 2) admitted = true
    if (type === 8) statuses.push(data[header + 1] === 1)
    if (type === 7) ended = true
  })
  socket.on('close', () => (ended = true))
  socket.on('error', () => undefined)
  await until(() => socket.readyState === WebSocket.OPEN, 'socket did not open')
  if (greet) {
    const token = JSON.stringify({
      protocol: PROTOCOL_VERSION,
      schema: SCHEMA_VERSION,
      app: 'test',
      name: 'Mallory',
      invitation,
    })
    socket.send(rawMessage(sessionId, 2, 0, new TextEncoder().encode(token)))
    await until(() => admitted, 'not admitted')
  }
  return {
    send: (bytes) => socket.send(bytes),
    close: () => socket.terminate(),
    statuses,
    get ended() {
      return ended
    },
  }
}

function varUint(value: number): number[] {
  const bytes: number[] = []
  let left = value
  while (left > 127) {
    bytes.push((left & 127) | 128)
    left = Math.floor(left / 128)
  }
  return [...bytes, left]
}
