import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer, type RawData } from 'ws'
import { SessionId } from '../../../shared/model/ids'
import { AddressLimiter, HOST_LIMITS } from '../limits'
import { CLOSE } from '../peer-gate'
import type { SessionHost } from '../session-host'
import { isAllowedHost, isOwnOrigin, refuse } from './http-guards'
import { serveFile } from './static-files'

export interface WebServerOptions {
  host: SessionHost
  /** The built window. */
  rendererFolder: string
  /** Interface to listen on, `127.0.0.1` or `0.0.0.0`. */
  listenOn: string
  /** 0 takes any free port. */
  port: number
  /** Routes and rights of the owner, where the owner uses a browser. Guests have neither. */
  owner?: {
    isOwner(request: IncomingMessage): boolean
    /** `true` when it has answered. */
    answer(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  }
  report(message: string, error: unknown): void
}

export interface WebServer {
  readonly port: number
  /** Resolves when nothing listens any more. */
  close(): Promise<void>
}

const HEARTBEAT_MS = 15_000
const SYNC = /^\/sync\/([A-Za-z0-9_-]{1,64})$/

/**
 * Serves the window's files and the rooms over HTTP and WebSocket.
 * @throws the system's error (`EADDRINUSE`, `EACCES`) when the port cannot be had.
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const requests = new AddressLimiter(HOST_LIMITS.httpPerMinute)
  const attempts = new AddressLimiter(HOST_LIMITS.attemptsPerMinute)
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: HOST_LIMITS.messageBytes + 1024,
    perMessageDeflate: false,
  })
  const open = new Set<Socket>()
  const perAddress = new Map<string, number>()

  const server = createServer({ maxHeaderSize: 16 * 1024 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      options.report('A request failed.', error)
      if (response.headersSent) response.destroy()
      else refuse(response, 500, 'Something went wrong here.')
    })
  })
  server.headersTimeout = 10_000
  server.requestTimeout = 60_000
  server.on('connection', (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isAllowedHost(request.headers.host)) {
      refuse(response, 421, 'Use the address of this computer, not a name.')
      return
    }
    if (!options.owner?.isOwner(request) && !requests.take(addressOf(request))) {
      refuse(response, 429, 'Too many requests. Wait a moment.')
      return
    }
    if (options.owner && (await options.owner.answer(request, response))) return
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuse(response, 405, 'Only reading is possible here.')
      return
    }
    await serveFile(options.rendererFolder, request, response)
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const { pathname } = new URL(request.url ?? '/', 'http://host.invalid')
    const id = SessionId.safeParse(SYNC.exec(pathname)?.[1])
    const isOwner = options.owner?.isOwner(request) ?? false
    const address = addressOf(request)
    const count = perAddress.get(address) ?? 0
    // A cookie comes along from any page, so an owner must prove the page; a guest proves nothing by it.
    const status = !isAllowedHost(request.headers.host)
      ? 421
      : !isOwnOrigin(request, !isOwner)
        ? 403
        : !id.success
          ? 404
          : !isOwner &&
              (!attempts.take(address) ||
                sockets.clients.size >= HOST_LIMITS.connections ||
                count >= HOST_LIMITS.connectionsPerAddress)
            ? 429
            : null
    if (status !== null || !id.success) {
      socket.end(`HTTP/1.1 ${status ?? 404} Refused\r\nConnection: close\r\n\r\n`)
      return
    }
    sockets.handleUpgrade(request, socket, head, (ws) => {
      perAddress.set(address, (perAddress.get(address) ?? 0) + 1)
      ws.on('close', () => {
        const left = (perAddress.get(address) ?? 1) - 1
        if (left > 0) perAddress.set(address, left)
        else perAddress.delete(address)
      })
      serveSocket(options.host, id.data, isOwner ? 'owner' : 'guest', ws)
    })
  })

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.listenOn, () => {
      server.off('error', reject)
      resolve()
    })
  })
  server.on('error', (error) => options.report('The web server failed.', error))
  // A server that listens on a TCP port has an address record, never a pipe's name.
  const { port } = server.address() as AddressInfo

  return {
    port,
    async close() {
      for (const ws of sockets.clients) ws.close(CLOSE.stopped, 'sharing.stopped')
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      // Peers get a moment to read why; then the port is free whatever they do.
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 300))])
      for (const ws of sockets.clients) ws.terminate()
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}

function serveSocket(
  host: SessionHost,
  sessionId: SessionId,
  arrivedAs: 'owner' | 'guest',
  ws: WebSocket,
): void {
  const end = (code: number, reason: string): void => {
    ws.close(code, reason)
    // A peer that does not answer the close does not keep its place.
    setTimeout(() => ws.terminate(), 2_000).unref()
  }
  const link = host.connect(
    {
      get isOpen() {
        return ws.readyState === WebSocket.OPEN
      },
      get bufferedBytes() {
        return ws.bufferedAmount
      },
      send: (bytes) => ws.send(bytes),
      close: end,
    },
    { sessionId, arrivedAs, disconnect: (reason) => end(CLOSE.refused, reason) },
    new Request('http://guest.invalid/'),
  )
  let isAlive = true
  const heartbeat = setInterval(() => {
    if (!isAlive) ws.terminate()
    isAlive = false
    if (ws.readyState === WebSocket.OPEN) ws.ping()
  }, HEARTBEAT_MS)
  ws.on('pong', () => {
    isAlive = true
  })
  ws.on('message', (data: RawData, isBinary: boolean) => {
    isAlive = true
    if (!isBinary || !Buffer.isBuffer(data)) end(CLOSE.broken, 'message.malformed')
    else link.receive(data)
  })
  // A frame that breaks the protocol or the size limit; `ws` closes by itself.
  ws.on('error', () => undefined)
  ws.on('close', (code, reason) => {
    clearInterval(heartbeat)
    link.closed(code, reason.toString())
  })
}

function addressOf(request: IncomingMessage): string {
  return request.socket.remoteAddress ?? 'unknown'
}
