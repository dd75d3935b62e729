import type { CallOutput, Handlers } from '../../shared/ipc/contract'
import { parseClipboard } from '../../shared/operations/clipboard'

type AppCalls = Pick<
  Handlers,
  'app.info' | 'clipboard.read' | 'files.save' | 'window.setFullScreen'
>

/** What only the place the app runs in can do: a desktop window has dialogs, a browser tab has its own. */
export interface Surroundings {
  info: CallOutput<'app.info'>
  saveFile: Handlers['files.save']
  /** Text on the clipboard; empty where a browser tab reads its own. */
  readClipboard(): string | Promise<string>
  setFullScreen(on: boolean): void
}

export function appHandlers(surroundings: Surroundings): AppCalls {
  return {
    'app.info': () => surroundings.info,
    'clipboard.read': async () => {
      const text = await surroundings.readClipboard()
      return { text: parseClipboard(text) ? text : '' }
    },
    'files.save': (file) => surroundings.saveFile(file),
    'window.setFullScreen': ({ on }) => {
      surroundings.setFullScreen(on)
      return {}
    },
  }
}
