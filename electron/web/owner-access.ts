import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const COOKIE = 'drawbridge'

/**
 * Lets the person who started the server in, and nobody else on this computer or beside it.
 *
 * The printed link carries a token that works once; it is exchanged for a cookie that scripts cannot read and other
 * sites cannot send.
 */
export class OwnerAccess {
  #token: string | null = randomBytes(24).toString('base64url')
  readonly #secret = randomBytes(32).toString('base64url')

  /** The part of the link behind the address; `null` once it has been used. */
  get path(): string | null {
    return this.#token === null ? null : `/?token=${this.#token}`
  }

  /** The cookie to set, when the token is right and has not been used. */
  exchange(token: string, port: number): string | null {
    if (this.#token === null || !same(token, this.#token)) return null
    this.#token = null
    return `${cookieName(port)}=${this.#secret}; HttpOnly; SameSite=Strict; Path=/`
  }

  isOwner(request: IncomingMessage): boolean {
    const port = request.socket.localPort ?? 0
    for (const pair of (request.headers.cookie ?? '').split(';')) {
      const [name, value] = pair.trim().split('=', 2)
      if (name === cookieName(port) && value !== undefined && same(value, this.#secret)) return true
    }
    return false
  }
}

/** Browsers do not tell ports apart when they send cookies, so the name does. */
function cookieName(port: number): string {
  return `${COOKIE}-${port}`
}

function same(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
