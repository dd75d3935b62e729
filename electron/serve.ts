import { join } from 'node:path'
import { parseArgs } from 'node:util'
import log from 'electron-log/node'
import { version } from '../package.json'
import { createBackend } from './backend'
import { dataFolder } from './data-folder'
import { startWebServer } from './host/adapters/web-server'
import { answer } from './ipc/answer'
import { sessionFormats } from './session-formats'
import { LibraryError } from './sessions/errors'
import { OwnerAccess } from './web/owner-access'
import { OwnerRoutes } from './web/owner-routes'

const USAGE = `Drawbridge in a browser

  --port <number>   port for your own browser (default: any free one)
  --data <folder>   where your sessions are (default: the same as the desktop app's)
  --share-on <ip>   interface for guests, once you share (default: 0.0.0.0)
`

/** Serves the app to this computer's own browser and prints the link to open. */
async function serve(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      'share-on': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    say(USAGE)
    return
  }
  const built = import.meta.dirname
  const rendererFolder = join(built, '../renderer')
  const report = (message: string, error: unknown): void => log.error(message, error)
  log.transports.file.level = false
  log.transports.console.level = 'warn'

  const access = new OwnerAccess()
  const routes: OwnerRoutes = new OwnerRoutes(access, (name, input) =>
    answer(backend.handlers, name, input, report),
  )
  const backend = createBackend({
    dataFolder: values.data ?? dataFolder(),
    rendererFolder,
    formats: sessionFormats({ rendererFolder, version, report }),
    surroundings: {
      info: { version, platform: process.platform, desktop: false },
      // The page downloads by itself; it is the one that runs in a browser.
      saveFile: () => ({ saved: false }),
      readClipboard: () => '',
      setFullScreen: () => undefined,
    },
    emit: (event, payload) => routes.emit(event, payload),
    report,
    ...(values['share-on'] === undefined
      ? {}
      : { shareOn: values['share-on'], addressForOthers: () => values['share-on'] ?? '' }),
  })
  const server = await startWebServer({
    host: backend.host,
    rendererFolder,
    listenOn: '127.0.0.1',
    port: Number(values.port),
    owner: routes,
    report,
  })
  say(
    `Drawbridge is ready. Open this link; it works once:\n\n  http://127.0.0.1:${server.port}${access.path ?? '/'}\n`,
  )

  let closing = false
  const stop = async (): Promise<void> => {
    if (closing) return
    closing = true
    routes.dispose()
    await server.close()
    const unsaved = await backend.close()
    if (unsaved.length > 0)
      log.error(
        `The last edits of ${unsaved.length} sessions could not be saved: the disk refuses.`,
      )
    process.exit(unsaved.length > 0 ? 1 : 0)
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

serve().catch((error: unknown) => {
  const message = error instanceof LibraryError ? error.message : String(error)
  process.stderr.write(`Drawbridge cannot start. ${message}\n`)
  process.exit(1)
})
