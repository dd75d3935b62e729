import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  MAX_IMPORT_BYTES,
  type EventName,
  type EventPayload,
  type Reply,
} from '../../shared/ipc/contract'
import { fromWire, toWire } from '../../shared/ipc/wire'
import { isOwnOrigin, refuse, securityHeaders } from '../host/adapters/http-guards'
import type { OwnerAccess } from './owner-access'

/** Base64 and JSON make a file a third larger. */
const MAX_BODY = Math.ceil(MAX_IMPORT_BYTES * 1.4)
const KEEP_ALIVE_MS = 20_000

/**
 * The owner's routes in a browser: `GET /?token=…`, `POST /api/call`, `GET /api/events`.
 *
 * A call must come from our own page: cookie, same origin, and a header that no form can send.
 */
export class OwnerRoutes {
  readonly #listeners = new Set<ServerResponse>()

  constructor(
    private readonly access: OwnerAccess,
    private readonly answerCall: (name: unknown, input: unknown) => Promise<Reply<unknown>>,
  ) {}

  isOwner(request: IncomingMessage): boolean {
    return this.access.isOwner(request)
  }

  emit<K extends EventName>(event: K, payload: EventPayload<K>): void {
    const line = `data: ${toWire({ event, payload })}\n\n`
    for (const listener of this.#listeners) listener.write(line)
  }

  /** `true` when the request was one of ours. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const url = new URL(request.url ?? '/', 'http://host.invalid')
    const token = url.searchParams.get('token')
    if (url.pathname === '/' && token !== null) {
      this.#enter(token, request, response)
      return true
    }
    const isOwner = this.access.isOwner(request)
    if (url.pathname === '/' && !isOwner) {
      refuse(response, 401, 'Open the link that Drawbridge printed when it started.')
      return true
    }
    if (!url.pathname.startsWith('/api/')) return false
    const site = request.headers['sec-fetch-site']
    if (!isOwner || (site !== undefined && site !== 'same-origin'))
      refuse(response, 401, 'Only the owner’s own page may ask.')
    else if (url.pathname === '/api/events' && request.method === 'GET')
      this.#listen(request, response)
    else if (url.pathname === '/api/call' && request.method === 'POST')
      await this.#call(request, response)
    else refuse(response, 404, 'There is no such call.')
    return true
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.end()
    this.#listeners.clear()
  }

  #enter(token: string, request: IncomingMessage, response: ServerResponse): void {
    const cookie = this.access.exchange(token, request.socket.localPort ?? 0)
    if (cookie === null && !this.access.isOwner(request)) {
      refuse(response, 401, 'This link was used already. Restart Drawbridge to get a new one.')
      return
    }
    response.writeHead(303, {
      ...securityHeaders(request.headers.host),
      'Cache-Control': 'no-store',
      Location: '/',
      ...(cookie === null ? {} : { 'Set-Cookie': cookie }),
    })
    response.end()
  }

  async #call(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOwnOrigin(request, false) || request.headers['x-drawbridge'] !== '1') {
      refuse(response, 403, 'Only our own page may ask.')
      return
    }
    const body = await readBody(request)
    let message: unknown
    try {
      message = body === null ? null : fromWire(body)
    } catch {
      message = null
    }
    if (typeof message !== 'object' || message === null) {
      refuse(response, body === null ? 413 : 400, 'This call cannot be understood.')
      return
    }
    const reply = await this.answerCall(Reflect.get(message, 'name'), Reflect.get(message, 'input'))
    response.writeHead(200, {
      ...securityHeaders(request.headers.host),
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
    })
    response.end(toWire(reply))
  }

  #listen(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, {
      ...securityHeaders(request.headers.host),
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
    })
    response.write(': hello\n\n')
    this.#listeners.add(response)
    const keepAlive = setInterval(() => response.write(': still here\n\n'), KEEP_ALIVE_MS)
    response.on('close', () => {
      clearInterval(keepAlive)
      this.#listeners.delete(response)
    })
  }
}

/** `null` when it is larger than any call may be. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    // A request without an encoding set gives buffers.
    const bytes = part as Buffer
    size += bytes.byteLength
    if (size > MAX_BODY) return null
    parts.push(bytes)
  }
  return Buffer.concat(parts).toString('utf8')
}
