import type { CallInput, CallName, CallOutput, EventName, Reply } from '#shared/ipc/contract'
import { fromWire, toWire } from '#shared/ipc/wire'
import { BridgeError, type AppBridge } from './app-bridge'
import { download } from './download'
import { readClipboard } from './read-clipboard'

/** The bridge of a browser tab whose host runs on this same computer. */
export function webBridge(): AppBridge {
  const listeners = new Map<EventName, Set<(payload: never) => void>>()
  const events = new EventSource('/api/events')
  events.addEventListener('message', (message: MessageEvent<string>) => {
    // The host sends only what the contract says.
    const news = fromWire(message.data) as { event: EventName; payload: never }
    for (const listener of listeners.get(news.event) ?? []) listener(news.payload)
  })
  // Covers what was missed while the connection was away.
  let wasOpen = false
  events.addEventListener('open', () => {
    if (wasOpen)
      for (const listener of listeners.get('sessions.changed') ?? []) listener({} as never)
    wasOpen = true
  })

  async function call<K extends CallName>(name: K, input: CallInput<K>): Promise<CallOutput<K>> {
    if (name === 'window.setFullScreen') {
      const { on } = input as CallInput<'window.setFullScreen'>
      if (on) await document.documentElement.requestFullscreen().catch(() => undefined)
      else if (document.fullscreenElement) await document.exitFullscreen()
      // This call's output is empty.
      return {} as CallOutput<K>
    }
    let response: Response
    try {
      response = await fetch('/api/call', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Drawbridge': '1' },
        body: toWire({ name, input }),
      })
    } catch {
      throw new BridgeError(
        'host.unreachable',
        'Drawbridge’s server does not answer. Check that it is still running; nothing that showed as saved is lost.',
      )
    }
    const text = await response.text()
    if (!response.ok) throw new BridgeError('host.refused', text)
    // The host answers by the contract's schema for this name.
    const reply = fromWire(text) as Reply<CallOutput<K>>
    if (!reply.ok) throw new BridgeError(reply.error.code, reply.error.message)
    return reply.value
  }

  return {
    kind: 'web',
    call,
    on(event, listener) {
      const known = listeners.get(event) ?? new Set()
      listeners.set(event, known)
      const heard = listener as (payload: never) => void
      known.add(heard)
      return () => known.delete(heard)
    },
    address: (target) => {
      if (target.kind === 'invited')
        throw new BridgeError('join.elsewhere', 'Open the link itself in this browser.')
      return {
        name: target.sessionId,
        url: socketUrl(target.sessionId),
        socket: undefined,
        invitation: undefined,
      }
    },
    readClipboard,
    saveFile: (file) => Promise.resolve(download(file)),
  }
}

export function socketUrl(sessionId: string): string {
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws'
  return `${scheme}://${window.location.host}/sync/${encodeURIComponent(sessionId)}`
}
