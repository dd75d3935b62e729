import { join } from 'node:path'
import { app, clipboard, dialog, type BrowserWindow } from 'electron'
import log from 'electron-log/main'
import { version } from '../package.json'
import type { EventName, EventPayload, Preferences } from '../shared/ipc/contract'
import { createBackend, type Backend } from './backend'
import { dataFolder } from './data-folder'
import { CHANNEL } from './ipc/channels'
import { serveIpc } from './ipc/serve'
import { sessionFormats } from './session-formats'
import { LibraryError } from './sessions/errors'
import { registerAppScheme, serveApp } from './windows/app-protocol'
import { guardPages } from './windows/guards'
import { openMainWindow, preloadPath } from './windows/main-window'
import { setMenu } from './windows/menu'
import { fileSaver } from './windows/save-file'

const built = import.meta.dirname
const rendererFolder = join(built, '../renderer')
const report = (message: string, error: unknown): void => log.error(message, error)

let window: BrowserWindow | null = null
let backend: Backend | null = null
let isSaved = false

app.setPath('userData', dataFolder())
log.transports.file.resolvePathFn = () => join(dataFolder(), 'logs', 'main.log')
log.transports.console.level = 'warn'
process.on('uncaughtException', (error) => report('Uncaught', error))
process.on('unhandledRejection', (error) => report('Unhandled', error))
registerAppScheme()

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    if (isSaved || !backend) return
    event.preventDefault()
    void saveAndQuit(backend)
  })
  app.whenReady().then(start, (error: unknown) => report('Not ready', error))
} else app.quit()

function start(): void {
  guardPages()
  serveApp(rendererFolder)
  try {
    backend = createBackend({
      dataFolder: dataFolder(),
      rendererFolder,
      formats: sessionFormats({ rendererFolder, version, report }),
      surroundings: {
        info: { version, platform: process.platform, desktop: true },
        saveFile: fileSaver(() => window, process.env['DRAWBRIDGE_SAVE_DIR']),
        readClipboard: () => clipboard.readText(),
        setFullScreen: (on) => window?.setFullScreen(on),
      },
      emit: (event, payload) => {
        emit(event, payload)
        if (event === 'preferences.changed' && backend) showMenu(backend.preferences.preferences)
      },
      report,
    })
  } catch (error) {
    const message = error instanceof LibraryError ? error.message : String(error)
    report('Cannot start', error)
    dialog.showErrorBox('Drawbridge cannot start', message)
    app.exit(1)
    return
  }
  serveIpc({ handlers: backend.handlers, host: backend.host, report })
  showMenu(backend.preferences.preferences)
  window = openMainWindow(preloadPath(built), backend.preferences)
  window.on('closed', () => {
    window = null
  })
}

/** The native menu shows the person's own shortcuts, and what they have switched on. */
function showMenu(preferences: Preferences): void {
  setMenu((commandId) => emit('menu.command', { commandId }), preferences)
}

function emit<K extends EventName>(event: K, payload: EventPayload<K>): void {
  if (window && !window.isDestroyed()) window.webContents.send(CHANNEL.event, event, payload)
}

/** Leaves only when everything is on disk, or when the person says to leave without it. */
async function saveAndQuit(open: Backend): Promise<void> {
  for (;;) {
    const unsaved = await open.close()
    if (unsaved.length === 0) break
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      title: 'Drawbridge',
      message: 'Your last edits are not saved: the disk refuses to take them.',
      detail: 'Free some space and try again. If you quit now, those edits are lost.',
      buttons: ['Try again', 'Quit and lose them'],
      defaultId: 0,
      cancelId: 0,
    })
    if (response === 1) break
  }
  isSaved = true
  app.quit()
}
