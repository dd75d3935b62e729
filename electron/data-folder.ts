import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where this person's sessions live: the same folder for the window and for a browser, or `DRAWBRIDGE_DATA`. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env): string {
  const chosen = env['DRAWBRIDGE_DATA']
  if (chosen) return chosen
  const name = 'Drawbridge'
  switch (process.platform) {
    case 'win32':
      return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), name)
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', name)
    default:
      return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), name)
  }
}
