import type {
  CallInput,
  CallName,
  CallOutput,
  EventName,
  EventPayload,
  Reply,
} from '#shared/ipc/contract'
import { BridgeError, type AppBridge } from './app-bridge'
import { portSocketClass, receivePorts } from './port-socket'

/** What the preload script puts on the page. Its own side is typed by the same contract. */
export interface DesktopApi {
  call<K extends CallName>(name: K, input: CallInput<K>): Promise<Reply<CallOutput<K>>>
  on<K extends EventName>(event: K, listener: (payload: EventPayload<K>) => void): () => void
  openDocument(sessionId: string): Promise<number>
  connectRemote(link: string): Promise<number>
}

declare global {
  interface Window {
    drawbridge?: DesktopApi
  }
}

/** The bridge of a desktop window: calls and document ports to the main process. */
export function desktopBridge(api: DesktopApi): AppBridge {
  receivePorts()
  async function call<K extends CallName>(name: K, input: CallInput<K>): Promise<CallOutput<K>> {
    const reply = await api.call(name, input)
    if (!reply.ok) throw new BridgeError(reply.error.code, reply.error.message)
    return reply.value
  }
  return {
    kind: 'desktop',
    call,
    on: (event, listener) => api.on(event, listener),
    address(target) {
      if (target.kind === 'own')
        return {
          name: target.sessionId,
          url: 'ws://port.invalid/',
          socket: portSocketClass(() => api.openDocument(target.sessionId)),
          invitation: undefined,
        }
      const invitation = invitationOf(target.link)
      return {
        name: sessionOf(invitation),
        url: 'ws://port.invalid/',
        socket: portSocketClass(() => api.connectRemote(target.link)),
        invitation,
      }
    },
    readClipboard: async () => (await call('clipboard.read', {})).text,
    async saveFile({ name, content }) {
      const bytes = new Uint8Array(await content.arrayBuffer())
      return call('files.save', { suggestedName: name, mime: content.type, bytes })
    },
  }
}

/** The invitation in a join link. */
export function invitationOf(link: string): string {
  return link.slice(link.indexOf('#') + 1)
}

/** The session an invitation is for: its first part. */
export function sessionOf(invitation: string): string {
  return invitation.split('.', 1)[0] ?? ''
}
