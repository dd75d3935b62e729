import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { contentSecurityPolicy } from '../host/adapters/http-guards'
import { mediaType, resolveInside } from '../host/adapters/static-files'

export const APP_URL = 'app://drawbridge/'

/** Must run before the app is ready: from then on pages of this scheme have an origin of their own. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ])
}

/** Serves the built window at {@link APP_URL}, and nothing outside its folder. */
export function serveApp(rendererFolder: string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    const found =
      url.host === 'drawbridge' && request.method === 'GET'
        ? await resolveInside(rendererFolder, url.pathname)
        : null
    const headers = {
      'Content-Security-Policy': contentSecurityPolicy(),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    }
    if (!found) return new Response('There is no such page here.', { status: 404, headers })
    return new Response(await readFile(found), {
      headers: { ...headers, 'Content-Type': mediaType(found) },
    })
  })
}
