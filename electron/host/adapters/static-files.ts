import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { refuse, securityHeaders } from './http-guards'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/** Media type by a file's name. */
export function mediaType(path: string): string {
  return TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream'
}

/**
 * The file that a URL path names inside `folder`, or `null`. `/` and `/join` are the app itself.
 *
 * Links are resolved before the check, so nothing outside the folder is ever given away.
 */
export async function resolveInside(folder: string, urlPath: string): Promise<string | null> {
  let path: string
  try {
    path = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  if (path === '/' || path === '/join') path = '/index.html'
  if (/[\0\\]/.test(path) || path.split('/').some((part) => part.startsWith('.'))) return null
  try {
    const root = await realpath(folder)
    const found = await realpath(join(root, path))
    if (!found.startsWith(root + sep) || !(await stat(found)).isFile()) return null
    return found
  } catch {
    return null
  }
}

/** Answers a request for a file of the built window. */
export async function serveFile(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://host.invalid')
  const found = await resolveInside(folder, pathname)
  if (!found) {
    refuse(response, 404, 'There is no such page here.')
    return
  }
  const { size } = await stat(found)
  // Built files carry a hash in their name; the page itself must always be the newest.
  const isHashed = pathname.startsWith('/assets/')
  response.writeHead(200, {
    ...securityHeaders(request.headers.host),
    'Content-Type': mediaType(found),
    'Content-Length': size,
    'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  const stream = createReadStream(found)
  stream.on('error', () => response.destroy())
  response.on('close', () => stream.destroy())
  stream.pipe(response)
}
