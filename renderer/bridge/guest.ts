import type { CallInput, CallName, CallOutput, Preferences } from '#shared/ipc/contract'
import { BridgeError, type AppBridge } from './app-bridge'
import { invitationOf, sessionOf } from './desktop'
import { download } from './download'
import { readClipboard } from './read-clipboard'
import { socketUrl } from './web'

const STORED = 'drawbridge.guest'

/**
 * The bridge of somebody who joined by a link in a browser: one session and nothing else. How the app looks is kept in
 * this browser.
 */
export function guestBridge(): AppBridge {
  let preferences = storedPreferences()
  return {
    kind: 'guest',
    async call<K extends CallName>(name: K, input: CallInput<K>): Promise<CallOutput<K>> {
      const answer = await answerHere(name, input)
      // Each branch below gives what the contract says for its name.
      return answer as CallOutput<K>
    },
    on: () => () => undefined,
    address(target) {
      const invitation = target.kind === 'invited' ? invitationOf(target.link) : ''
      const name = sessionOf(invitation)
      return { name, url: socketUrl(name), socket: undefined, invitation }
    },
    readClipboard,
    saveFile: (file) => Promise.resolve(download(file)),
  }

  async function answerHere(name: CallName, input: unknown): Promise<unknown> {
    switch (name) {
      case 'preferences.get':
        return preferences
      case 'preferences.set':
        preferences = { ...preferences, ...(input as Partial<Preferences>) }
        try {
          window.localStorage.setItem(STORED, JSON.stringify(preferences))
        } catch {
          // A browser that keeps nothing: preferences last as long as the tab.
        }
        return preferences
      case 'window.setFullScreen': {
        const { on } = input as CallInput<'window.setFullScreen'>
        if (on) await document.documentElement.requestFullscreen().catch(() => undefined)
        else if (document.fullscreenElement) await document.exitFullscreen()
        return {}
      }
      default:
        throw new BridgeError('guest.refused', 'Guests cannot do this.')
    }
  }
}

function storedPreferences(): Preferences {
  const start: Preferences = { theme: 'system', displayName: '', layout: {} }
  try {
    const known: unknown = JSON.parse(window.localStorage.getItem(STORED) ?? 'null')
    if (typeof known !== 'object' || known === null) return start
    const theme: unknown = Reflect.get(known, 'theme')
    const name: unknown = Reflect.get(known, 'displayName')
    return {
      ...start,
      ...(theme === 'light' || theme === 'dark' || theme === 'system' ? { theme } : {}),
      ...(typeof name === 'string' ? { displayName: name.slice(0, 80) } : {}),
    }
  } catch {
    return start
  }
}
