import { ipcMain, MessageChannelMain, type IpcMainInvokeEvent } from 'electron'
import type { Handlers, Reply } from '../../shared/ipc/contract'
import { SessionId } from '../../shared/model/ids'
import { servePort } from '../host/adapters/message-port'
import { bridgeRemote, parseJoinLink } from '../host/adapters/remote-port'
import type { SessionHost } from '../host/session-host'
import { answer, isOwnTopFrame } from './answer'
import { CHANNEL } from './channels'

export interface IpcParts {
  handlers: Handlers
  host: SessionHost
  report(message: string, error: unknown): void
}

const STRANGER: Reply<never> = {
  ok: false,
  error: { code: 'sender.refused', message: 'This page may not ask.' },
}

/** Answers the window. Whoever is not the top frame of our own page gets nothing. */
export function serveIpc({ handlers, host, report }: IpcParts): void {
  ipcMain.handle(CHANNEL.call, (event, name: unknown, input: unknown) =>
    isOwnTopFrame(event.senderFrame) ? answer(handlers, name, input, report) : STRANGER,
  )
  ipcMain.handle(CHANNEL.openDocument, (event, id: unknown, requestId: unknown): Reply<null> => {
    if (!isOwnTopFrame(event.senderFrame)) return STRANGER
    const sessionId = SessionId.safeParse(id)
    if (!sessionId.success) return invalid('This session has no valid name.')
    const port = handOver(event, sessionId.data, requestId)
    servePort(host, sessionId.data, port)
    return { ok: true, value: null }
  })
  ipcMain.handle(CHANNEL.connectRemote, (event, link: unknown, requestId: unknown): Reply<null> => {
    if (!isOwnTopFrame(event.senderFrame)) return STRANGER
    const target = typeof link === 'string' ? parseJoinLink(link.trim()) : null
    if (!target)
      return invalid('This is not an invitation link. Copy the whole link and try again.')
    bridgeRemote(target, handOver(event, target.sessionId, requestId))
    return { ok: true, value: null }
  })
}

/** Sends one end of a new channel to the page and gives the other. */
function handOver(
  event: IpcMainInvokeEvent,
  sessionId: SessionId,
  requestId: unknown,
): Electron.MessagePortMain {
  const { port1, port2 } = new MessageChannelMain()
  event.senderFrame?.postMessage(CHANNEL.port, { sessionId, requestId }, [port2])
  return port1
}

function invalid(message: string): Reply<never> {
  return { ok: false, error: { code: 'input.invalid', message } }
}
