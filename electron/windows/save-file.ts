import { basename, dirname, join } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import type { Handlers } from '../../shared/ipc/contract'
import { replaceFile } from '../sessions/disk'
import { errorCode, LibraryError } from '../sessions/errors'

/**
 * Asks where to save and writes the file as a whole.
 *
 * With `folder` nothing is asked and the file goes there under its suggested name (for tests).
 */
export function fileSaver(
  window: () => BrowserWindow | null,
  folder: string | undefined,
): Handlers['files.save'] {
  return async ({ suggestedName, bytes }) => {
    const name = safeName(suggestedName)
    const path = folder ? join(folder, name) : await ask(window(), name)
    if (path === null) return { saved: false }
    try {
      // Not `<name>.tmp`: this is the person's own folder, and that may be a file of theirs.
      const beside = join(dirname(path), `.${basename(path)}.drawbridge-${process.pid}`)
      replaceFile(path, bytes, { beside, mode: 0o666 })
    } catch (error) {
      throw saveError(error, basename(path))
    }
    return { saved: true, name: basename(path) }
  }
}

async function ask(window: BrowserWindow | null, name: string): Promise<string | null> {
  const extension = name.includes('.') ? (name.split('.').at(-1) ?? '') : ''
  const options: Electron.SaveDialogOptions = {
    defaultPath: name,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
    ...(extension ? { filters: [{ name: extension.toUpperCase(), extensions: [extension] }] } : {}),
  }
  const chosen = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options)
  return chosen.canceled || !chosen.filePath ? null : chosen.filePath
}

/** A file name that every system takes, without any folder in it. */
export function safeName(name: string): string {
  const plain = name
    .replace(/[/\\:*?"<>|\p{Cc}]/gu, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 150)
  return plain || 'drawbridge'
}

function saveError(error: unknown, name: string): LibraryError {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new LibraryError(
        'storage.full',
        `The disk is full, so “${name}” was not saved. Free some space or choose another folder.`,
        { cause: error },
      )
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new LibraryError(
        'storage.failed',
        `You may not write in that folder, so “${name}” was not saved. Choose another one.`,
        { cause: error },
      )
    default:
      return new LibraryError(
        'storage.failed',
        `“${name}” could not be saved (${errorCode(error) || 'unknown problem'}).`,
        { cause: error },
      )
  }
}
