import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { expect, it, describe } from 'vitest'
import { servePort } from '../../electron/host/adapters/message-port'
import { bridgeRemote, parseJoinLink } from '../../electron/host/adapters/remote-port'
import { startHost } from '../support/host-backend'
import { ownFolder } from '../support/host-folder'
import { join, until } from '../support/host-peer'

/** What the window makes of a document port: something the sync provider takes for a socket. */
function portSocket(open: () => MessagePort): typeof WebSocket {
  class PortSocket extends EventTarget {
    readyState = 0
    binaryType = 'arraybuffer'
    readonly #port = open()
    constructor() {
      super()
      this.#port.on('message', (data: unknown) => {
        if (data instanceof Uint8Array)
          this.dispatchEvent(new MessageEvent('message', { data: data.slice().buffer }))
        else if (JSON.stringify(data) === '{"kind":"open"}') {
          this.readyState = 1
          this.dispatchEvent(new Event('open'))
        } else this.#end(data as { code: number; reason: string })
      })
    }
    send(bytes: Uint8Array): void {
      this.#port.postMessage(bytes)
    }
    close(): void {
      this.#port.close()
      this.#end({ code: 1000, reason: '' })
    }
    #end({ code, reason }: { code: number; reason: string }): void {
      if (this.readyState === 3) return
      this.readyState = 3
      this.dispatchEvent(Object.assign(new Event('close'), { code, reason }))
    }
  }
  // It has what the sync provider uses of a socket.
  return PortSocket as unknown as typeof WebSocket
}

function channel(serve: (port: MessagePort) => void): () => MessagePort {
  return () => {
    const { port1, port2 } = new MessageChannel()
    serve(port1)
    return port2
  }
}

describe('a document port', () => {
  it('serves the owner’s window without any socket, and the window’s end is noticed', async () => {
    const host = await startHost(ownFolder())
    const owner = join({
      url: 'ws://port.invalid/',
      sessionId: host.sessionId,
      socket: portSocket(channel((port) => servePort(host.backend.host, host.sessionId, port))),
    })
    await owner.settled()
    expect(owner.heard[0]).toMatchObject({ kind: 'welcome', role: 'owner', title: 'Acme' })
    owner.doc.getMap('meta').set('title', 'From the window')
    await owner.settled()
    expect(host.backend.sharing.openPort).toBeNull()
    owner.leave()
    await until(() => !host.backend.host.isOpen(host.sessionId), 'the room stays open')
    expect(host.backend.library.summary(host.sessionId).title).toBe('From the window')
  })

  it('tells a window why a session cannot be opened', async () => {
    const host = await startHost(ownFolder())
    const lost = join({
      url: 'ws://port.invalid/',
      sessionId: 'nowhere',
      socket: portSocket(
        // A session id that the library does not have.
        channel((port) => servePort(host.backend.host, 'nowhere' as typeof host.sessionId, port)),
      ),
    })
    await until(() => lost.refusals.includes('session.not-found'), 'not told')
    lost.leave()
  })

  it('carries a guest’s window to another computer’s host and brings its answers back', async () => {
    const host = await startHost(ownFolder())
    const owner = host.owner()
    const link = await host.link('editor')
    const target = parseJoinLink(link)
    if (!target) throw new Error('the link cannot be read')
    expect(target.sessionId).toBe(host.sessionId)
    const guest = join({
      url: 'ws://port.invalid/',
      sessionId: target.sessionId,
      handshake: { invitation: target.invitation },
      socket: portSocket(channel((port) => bridgeRemote(target, port))),
    })
    await guest.settled()
    guest.doc.getMap('nodes').set('from afar', 1)
    await guest.settled()
    await until(() => owner.doc.getMap('nodes').has('from afar'), 'did not arrive')
    const id = host.backend.sharing.state(host.sessionId).invitations[0]?.id ?? ''
    host.backend.sharing.revoke(host.sessionId, id)
    await until(() => guest.closes.includes('invitation.revoked'), 'not told why')
    await until(() => guest.refusals.includes('invitation.revoked'), 'not refused on return')
    guest.leave()
  })

  it('says that a host cannot be reached', async () => {
    const notes: unknown[] = []
    const { port1, port2 } = new MessageChannel()
    port2.on('message', (note: unknown) => notes.push(note))
    const target = parseJoinLink('http://127.0.0.1:9/join#abc.x.y')
    if (!target) throw new Error('the link cannot be read')
    bridgeRemote(target, port1)
    await until(() => notes.length > 0, 'nothing was said')
    expect(notes).toEqual([{ kind: 'close', code: 4404, reason: 'host.unreachable' }])
  })

  it.each([
    '',
    'hello',
    'javascript:alert(1)',
    'file:///join#a.b.c',
    'http://x/other#a.b.c',
    'http://x/join',
    'http://x/join#../../etc.b.c',
    `http://x/join#${'a'.repeat(65)}.b.c`,
  ])('is not asked for by %j', (link) => {
    expect(parseJoinLink(link)).toBeNull()
  })
})
