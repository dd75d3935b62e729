import type { Handlers, Preferences } from '../../shared/ipc/contract'
import type { PreferenceFile } from '../preferences/preferences'

type PreferenceCalls = Pick<Handlers, Extract<keyof Handlers, `preferences.${string}`>>

export function preferenceHandlers(
  file: PreferenceFile,
  onChanged: (now: Preferences) => void,
): PreferenceCalls {
  return {
    'preferences.get': () => file.preferences,
    'preferences.set': (change) => {
      const now = file.set(change)
      onChanged(now)
      return now
    },
  }
}
