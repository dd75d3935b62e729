import { join } from 'node:path'
import { BrowserWindow, screen } from 'electron'
import type { PreferenceFile, WindowBounds } from '../preferences/preferences'
import { APP_URL } from './app-protocol'

const REMEMBER_AFTER_MS = 500

/** Opens the window where it was last time, if that is still on a screen. */
export function openMainWindow(preloadFile: string, preferences: PreferenceFile): BrowserWindow {
  const remembered = preferences.window
  const place = remembered && isOnScreen(remembered) ? remembered : null
  const window = new BrowserWindow({
    width: place?.width ?? 1440,
    height: place?.height ?? 900,
    ...(place ? { x: place.x, y: place.y } : {}),
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Drawbridge',
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  if (place?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  rememberPlace(window, preferences)
  void window.loadURL(APP_URL)
  return window
}

/** Path of the built preload script, from the folder of the built main script. */
export function preloadPath(builtMain: string): string {
  return join(builtMain, '../preload/preload.cjs')
}

function rememberPlace(window: BrowserWindow, preferences: PreferenceFile): void {
  let due: NodeJS.Timeout | undefined
  const remember = (): void => {
    clearTimeout(due)
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
    preferences.rememberWindow({ ...window.getNormalBounds(), maximized: window.isMaximized() })
  }
  const soon = (): void => {
    clearTimeout(due)
    due = setTimeout(remember, REMEMBER_AFTER_MS)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('maximize', soon)
  window.on('unmaximize', soon)
  window.on('close', remember)
}

function isOnScreen(bounds: WindowBounds): boolean {
  const { workArea } = screen.getDisplayMatching(bounds)
  const overlapX = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - bounds.x
  const overlapY = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - bounds.y
  return overlapX >= 100 && overlapY >= 60 && bounds.y >= workArea.y - 20
}
