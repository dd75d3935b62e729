import { createServer } from 'node:net'
import { writeFileSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import { onTestFinished } from 'vitest'
import { createBackend, type Backend } from '../../electron/backend'
import { startWebServer, type WebServer } from '../../electron/host/adapters/web-server'
import type { SessionId } from '../../shared/model/ids'
import type { Disk } from '../../electron/sessions/disk'
import { emptyContent, plainFormats } from './host-formats'
import { joinAsOwner, joinByLink, type TestPeer } from './host-peer'

export interface TestHost {
  backend: Backend
  sessionId: SessionId
  owner(): TestPeer
  /** Shares the session and joins by a fresh link. */
  guest(role: 'editor' | 'viewer'): Promise<TestPeer>
  link(role: 'editor' | 'viewer', expiresInMs?: number): Promise<string>
  events: string[]
  problems: string[]
  /** Lets time pass for invitations. */
  later(ms: number): void
  stop(): Promise<void>
}

/** A whole host on `dataFolder` with one session, served on loopback; stopped when the test is over. */
export async function startHost(dataFolder: string, disk?: Disk): Promise<TestHost> {
  writeFileSync(joinPath(dataFolder, 'index.html'), '<!doctype html><title>Drawbridge</title>')
  let passedMs = 0
  const events: string[] = []
  const problems: string[] = []
  const report = (message: string): void => void problems.push(message)
  const backend = createBackend({
    dataFolder,
    rendererFolder: dataFolder,
    formats: plainFormats,
    surroundings: {
      info: { version: 'test', platform: 'test', desktop: false },
      saveFile: () => ({ saved: false }),
      readClipboard: () => '',
      setFullScreen: () => undefined,
    },
    emit: (event) => events.push(event),
    report,
    shareOn: '127.0.0.1',
    addressForOthers: () => '127.0.0.1',
    now: () => Date.now() + passedMs,
    ...(disk ? { disk } : {}),
  })
  const sessionId = backend.library.list()[0]?.id ?? backend.library.create(emptyContent).id
  const server: WebServer = await startWebServer({
    host: backend.host,
    rendererFolder: dataFolder,
    listenOn: '127.0.0.1',
    port: 0,
    owner: { isOwner: () => true, answer: () => Promise.resolve(false) },
    report,
  })
  const peers: TestPeer[] = []
  const keep = (peer: TestPeer): TestPeer => {
    peers.push(peer)
    return peer
  }
  const link: TestHost['link'] = async (role, expiresInMs = 3_600_000) => {
    const { invitations } = await backend.sharing.invite(sessionId, role, expiresInMs)
    return invitations.at(-1)?.link ?? ''
  }
  let stopped = false
  const stop = async (): Promise<void> => {
    if (stopped) return
    stopped = true
    for (const peer of peers) peer.leave()
    await server.close()
    await backend.close()
  }
  onTestFinished(stop)
  return {
    backend,
    sessionId,
    owner: () => keep(joinAsOwner(`ws://127.0.0.1:${server.port}`, sessionId)),
    guest: async (role) => keep(joinByLink(await link(role))),
    link,
    events,
    problems,
    later: (ms) => void (passedMs += ms),
    stop,
  }
}

/** Whether nothing listens on a port of this computer. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
