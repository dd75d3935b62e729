import type { CallOutput, Handlers } from '../../shared/ipc/contract'

type AppCalls = Pick<Handlers, 'app.info' | 'files.save' | 'window.setFullScreen'>

/** What only the place the app runs in can do: a desktop window has dialogs, a browser tab has its own. */
export interface Surroundings {
  info: CallOutput<'app.info'>
  saveFile: Handlers['files.save']
  setFullScreen(on: boolean): void
}

export function appHandlers(surroundings: Surroundings): AppCalls {
  return {
    'app.info': () => surroundings.info,
    'files.save': (file) => surroundings.saveFile(file),
    'window.setFullScreen': ({ on }) => {
      surroundings.setFullScreen(on)
      return {}
    },
  }
}
