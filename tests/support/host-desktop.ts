import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { electronRuntime } from '../../electron/runtime.mjs'

export interface DesktopApp {
  app: ElectronApplication
  page: Page
  /** Everything this app keeps. */
  dataFolder: string
  /** Where `files.save` puts files without asking. */
  saveFolder: string
  /** Closes as a person does; the data stays. */
  close(): Promise<void>
  /** Removes the data too. */
  dispose(): Promise<void>
}

/** Starts the built desktop app with data of its own, or with that of an earlier start. */
export async function startDesktop(options: { dataFolder?: string } = {}): Promise<DesktopApp> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'drawbridge-desktop-'))
  const saveFolder = mkdtempSync(join(tmpdir(), 'drawbridge-saved-'))
  const { executable } = await electronRuntime()
  const isRoot = process.getuid?.() === 0
  const app = await _electron.launch({
    executablePath: executable,
    args: [join(import.meta.dirname, '../..'), ...(isRoot ? ['--no-sandbox'] : [])],
    env: { ...process.env, DRAWBRIDGE_DATA: dataFolder, DRAWBRIDGE_SAVE_DIR: saveFolder },
  })
  const page = await app.firstWindow()
  let closed = false
  const close = async (): Promise<void> => {
    if (closed) return
    closed = true
    await app.close()
  }
  return {
    app,
    page,
    dataFolder,
    saveFolder,
    close,
    async dispose() {
      await close()
      rmSync(dataFolder, { recursive: true, force: true })
      rmSync(saveFolder, { recursive: true, force: true })
    },
  }
}
