import type { IncomingMessage, ServerResponse } from 'node:http'
import { isIP } from 'node:net'

/** What pages may load and reach. `connect` adds to their own origin. */
export function contentSecurityPolicy(connect: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Headers of every answer, whatever it is. */
export function securityHeaders(host: string | undefined): Record<string, string> {
  const socket = host && isAllowedHost(host) ? [`ws://${host}`] : []
  return {
    'Content-Security-Policy': contentSecurityPolicy(socket),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  }
}

/**
 * Whether a Host header names this server by address. A page that made its own name point here (DNS rebinding) carries
 * that name, and is refused.
 */
export function isAllowedHost(host: string | undefined): boolean {
  if (!host || !/^[\w.:[\]-]+$/.test(host)) return false
  const name = host.replace(/:\d{1,5}$/, '')
  if (name === 'localhost') return true
  return isIP(name.startsWith('[') ? name.slice(1, -1) : name) !== 0
}

/** Whether a request comes from a page of this very server, or from no page at all (`allowNone`). */
export function isOwnOrigin(request: IncomingMessage, allowNone: boolean): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return allowNone
  return host !== undefined && origin === `http://${host}`
}

export function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, {
    ...securityHeaders(response.req.headers.host),
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  response.end(message)
}
