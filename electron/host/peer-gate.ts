import type { WebSocketLike } from '@hocuspocus/server'
import type { RefusalCode } from '../../shared/protocol/handshake'
import { HOST_LIMITS, TokenBucket } from './limits'
import type { Participant } from './participant'
import { readHeader, WIRE } from './wire-message'

/** Close codes that the host uses itself; browsers pass 4000-4999 through. */
export const CLOSE = { refused: 4403, broken: 4400, tooMuch: 4413, stopped: 4410 } as const

/** The way bytes reach one peer. */
export interface Transport {
  readonly isOpen: boolean
  /** Bytes accepted but not yet sent, where that is known. */
  readonly bufferedBytes?: number
  send(bytes: Uint8Array): void
  close(code: number, reason: string): void
}

export interface GateRules {
  /** Passes an acknowledgement on, now or when the edit is durable. */
  acknowledge(send: () => void): void
  deliver(bytes: Uint8Array): void
}

const MAX_BUFFERED = 64 * 1024 * 1024

/**
 * Stands between one peer and the room server: what is malformed, too large, too much or for another session ends this
 * connection here, and an acknowledgement leaves only when its edit is durable.
 */
export class PeerGate implements WebSocketLike {
  #admitted: boolean
  #messages = 0
  #bytes = 0
  readonly #rate = new TokenBucket(HOST_LIMITS.messagesPerSecond, HOST_LIMITS.messageBurst)
  readonly #deadline: NodeJS.Timeout | undefined

  constructor(
    private readonly transport: Transport,
    private readonly participant: Participant,
    private readonly rules: GateRules,
  ) {
    this.#admitted = participant.arrivedAs === 'owner'
    if (!this.#admitted)
      this.#deadline = setTimeout(
        () => this.close(CLOSE.refused, 'invitation.invalid'),
        HOST_LIMITS.admissionMs,
      )
  }

  get readyState(): number {
    return this.transport.isOpen ? 1 : 3
  }

  /** The peer showed a valid invitation. */
  admit(): void {
    this.#admitted = true
    clearTimeout(this.#deadline)
  }

  receive(bytes: Uint8Array): void {
    if (!this.transport.isOpen) return
    const header = readHeader(bytes)
    if (!header || header.address !== this.participant.sessionId) {
      this.close(CLOSE.broken, header ? 'session.not-found' : 'message.malformed')
      return
    }
    if (this.participant.arrivedAs === 'guest' && !this.#withinLimits(bytes, header.type)) {
      this.close(CLOSE.tooMuch, 'message.too-large' satisfies RefusalCode)
      return
    }
    this.rules.deliver(bytes)
  }

  send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    // Hocuspocus sends nothing but the bytes of its own messages.
    if (!(data instanceof Uint8Array)) return
    if ((this.transport.bufferedBytes ?? 0) > MAX_BUFFERED) {
      this.close(CLOSE.tooMuch, 'peer.too-slow')
      return
    }
    const header = readHeader(data)
    if (header?.type === WIRE.syncStatus && header.accepted)
      this.rules.acknowledge(() => this.#pass(data))
    else this.#pass(data)
  }

  close(code: number = CLOSE.broken, reason = ''): void {
    clearTimeout(this.#deadline)
    if (this.transport.isOpen) this.transport.close(code, reason)
  }

  /** The transport has ended. */
  ended(): void {
    clearTimeout(this.#deadline)
  }

  #pass(data: Uint8Array): void {
    if (this.transport.isOpen) this.transport.send(data)
  }

  #withinLimits(bytes: Uint8Array, type: number): boolean {
    if (!this.#admitted) {
      this.#messages += 1
      this.#bytes += bytes.byteLength
      return (
        this.#messages <= HOST_LIMITS.strangerMessages && this.#bytes <= HOST_LIMITS.strangerBytes
      )
    }
    const largest = type === WIRE.awareness ? HOST_LIMITS.presenceBytes : HOST_LIMITS.messageBytes
    return bytes.byteLength <= largest && this.#rate.take()
  }
}
