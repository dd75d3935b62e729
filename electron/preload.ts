import { contextBridge, ipcRenderer } from 'electron'
import type {
  CallInput,
  CallName,
  CallOutput,
  EventName,
  EventPayload,
  Reply,
} from '../shared/ipc/contract'
import { CHANNEL } from './ipc/channels'

/** What the page finds at `window.drawbridge`. Fixed functions; no channel name ever comes from the page. */
export interface DesktopApi {
  call<K extends CallName>(name: K, input: CallInput<K>): Promise<Reply<CallOutput<K>>>
  /** Gives back what stops listening. */
  on<K extends EventName>(event: K, listener: (payload: EventPayload<K>) => void): () => void
  /**
   * Opens a session of this computer. A message `{ kind: 'document-port', sessionId, requestId }` with one port follows
   * on the window; the promise gives the same `requestId`.
   */
  openDocument(sessionId: string): Promise<number>
  /** The same for someone else's session, by its join link. Rejects when the link is not one. */
  connectRemote(link: string): Promise<number>
}

let lastRequest = 0

async function request(channel: string, what: string): Promise<number> {
  const requestId = ++lastRequest
  // Both channels answer with an envelope, as calls do.
  const reply = (await ipcRenderer.invoke(channel, what, requestId)) as Reply<null>
  if (!reply.ok) throw new Error(reply.error.message)
  return requestId
}

const api: DesktopApi = {
  // Main answers each call by its own schema and handler, which is what the contract's types say.
  call: (name, input) => ipcRenderer.invoke(CHANNEL.call, name, input) as Promise<never>,
  on(event, listener) {
    const hear = (_: unknown, name: string, payload: unknown): void => {
      // Main sends the payload that belongs to the name.
      if (name === event) listener(payload as never)
    }
    ipcRenderer.on(CHANNEL.event, hear)
    return () => ipcRenderer.off(CHANNEL.event, hear)
  },
  openDocument: (sessionId) => request(CHANNEL.openDocument, sessionId),
  connectRemote: (link) => request(CHANNEL.connectRemote, link),
}

ipcRenderer.on(CHANNEL.port, (event, about: { sessionId: string; requestId: number }) => {
  window.postMessage({ kind: 'document-port', ...about }, window.location.origin, [...event.ports])
})

contextBridge.exposeInMainWorld('drawbridge', api)
