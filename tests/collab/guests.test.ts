import { createHmac } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { SessionId } from '../../shared/model/ids'
import type { Presence } from '../../shared/protocol/presence'
import { isFree, startHost, type TestHost } from '../support/host-backend'
import { ownFolder } from '../support/host-folder'
import { join, joinByLink, until, type TestPeer } from '../support/host-peer'
import { rawMessage, rawSocket } from '../support/host-hostile'

const presence: Presence = {
  name: 'Tess',
  color: '#112233',
  boardId: null,
  cursor: null,
  selection: [],
  drag: null,
  laser: null,
}

async function refusal(peer: TestPeer): Promise<string> {
  try {
    await until(() => peer.refusals.length > 0, 'never refused', 5_000)
    return peer.refusals[0] ?? ''
  } finally {
    peer.leave()
  }
}

async function keysOfHost(host: TestHost): Promise<string[]> {
  const owner = host.owner()
  await owner.settled()
  return [...owner.doc.getMap('nodes').keys()]
}

describe('a viewer', () => {
  it('sees every edit and cannot make one, even with a window that tries', async () => {
    const host = await startHost(ownFolder())
    const owner = host.owner()
    const viewer = await host.guest('viewer')
    await owner.settled()
    await viewer.synced()
    await until(() => viewer.heard.length > 0, 'not greeted')
    expect(viewer.heard[0]).toMatchObject({ kind: 'welcome', role: 'viewer' })
    owner.doc.getMap('nodes').set('theirs', 1)
    await until(() => viewer.doc.getMap('nodes').has('theirs'), 'the viewer does not see')
    viewer.doc.getMap('nodes').set('mine', 1)
    viewer.provider.forceSync()
    owner.doc.getMap('nodes').set('later', 1)
    await until(() => viewer.doc.getMap('nodes').has('later'), 'the viewer does not follow')
    expect(viewer.provider.hasUnsyncedChanges).toBe(true)
    expect(await keysOfHost(host)).toEqual(['theirs', 'later'])
  })

  it.each([
    ['an update', 2],
    ['a second sync step', 1],
  ])('is refused when a hand-made client sends %s', async (_, kind) => {
    const host = await startHost(ownFolder())
    const link = await host.link('viewer')
    const socket = await rawSocket(link)
    const doc = new Y.Doc()
    doc.getMap('nodes').set('forged', 1)
    socket.send(rawMessage(host.sessionId, 0, kind, Y.encodeStateAsUpdate(doc)))
    socket.send(rawMessage(host.sessionId, 4, kind, Y.encodeStateAsUpdate(doc)))
    await until(() => socket.statuses.length >= 2, 'no answer')
    expect(socket.statuses).toEqual([false, false])
    socket.close()
    expect(await keysOfHost(host)).toEqual([])
  })
})

describe('an invitation', () => {
  it('that is none, forged, for another session or altered is refused', async () => {
    const host = await startHost(ownFolder())
    const link = await host.link('viewer')
    const [base = '', token = ''] = link.split('#')
    const [session = '', claims = '', signature = ''] = token.split('.')
    const stronger = Buffer.from(
      Buffer.from(claims, 'base64url').toString().replace('viewer', 'editor'),
    ).toString('base64url')
    const longer = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(claims, 'base64url').toString()), e: 9e15 }),
    ).toString('base64url')
    const ownKey = createHmac('sha256', 'guess')
      .update(`${session}.${stronger}`)
      .digest('base64url')
    for (const forged of [
      `${session}.${stronger}.${signature}`,
      `${session}.${stronger}.${ownKey}`,
      `${session}.${longer}.${signature}`,
      `${session}.${claims}.${'A'.repeat(signature.length)}`,
      `${session}.${claims}.`,
      `${session}.${claims}`,
      `${session}.${claims}.${signature}.x`,
      session,
    ])
      expect(await refusal(joinByLink(`${base}#${forged}`))).toBe('invitation.invalid')
    const { id: other } = host.backend.library.create({
      meta: { title: 'Other', customer: '', createdAt: 1 },
      boards: [],
      nodes: [],
      edges: [],
      marks: [],
      frames: [],
      discovery: [],
      waivers: [],
      packs: [],
      history: [],
    })
    await host.backend.sharing.start(other)
    const url = `ws://${new URL(base).host}/sync/${other}`
    expect(await refusal(join({ url, sessionId: other, handshake: { invitation: token } }))).toBe(
      'invitation.invalid',
    )
    expect(await refusal(join({ url, sessionId: other }))).toBe('invitation.invalid')
  })

  it('opens only the session it names, even when the socket is another one', async () => {
    const host = await startHost(ownFolder())
    const token = (await host.link('editor')).split('#')[1] ?? ''
    const port = host.backend.sharing.openPort ?? 0
    const elsewhere = join({
      url: `ws://127.0.0.1:${port}/sync/elsewhere`,
      sessionId: host.sessionId,
      handshake: { invitation: token },
    })
    await until(() => elsewhere.closes.includes('session.not-found'), 'was let in')
    elsewhere.leave()
  })

  it('that has expired is refused, and ends who came by it', async () => {
    const host = await startHost(ownFolder())
    const link = await host.link('editor', 60_000)
    const early = joinByLink(link)
    await early.synced()
    host.later(61_000)
    host.backend.host.sweep()
    await until(() => early.closes.includes('invitation.expired'), 'may still be here')
    expect(await refusal(early)).toBe('invitation.expired')
    expect(await refusal(joinByLink(link))).toBe('invitation.expired')
    expect(host.backend.sharing.state(host.sessionId).invitations).toEqual([])
  })

  it('that is revoked ends its live connections, no others, and stays revoked after a restart', async () => {
    const folder = ownFolder()
    const host = await startHost(folder)
    const link = await host.link('editor')
    const gone = joinByLink(link)
    const stays = await host.guest('editor')
    await gone.synced()
    await stays.synced()
    const { invitations } = host.backend.sharing.state(host.sessionId)
    const id = invitations.find((i) => i.link === link)?.id ?? ''
    host.backend.sharing.revoke(host.sessionId, id)
    await until(() => gone.closes.includes('invitation.revoked'), 'not told why')
    expect(await refusal(gone)).toBe('invitation.revoked')
    stays.doc.getMap('nodes').set('still here', 1)
    await stays.settled()
    await host.stop()
    const again = await startHost(folder)
    await again.backend.sharing.start(again.sessionId)
    expect(
      await refusal(joinByLink(link.replace(/:\d+\//, `:${again.backend.sharing.openPort}/`))),
    ).toBe('invitation.revoked')
  })
})

describe('a peer of another version', () => {
  it.each([
    [{ protocol: 0 }, 'peer.too-old'],
    [{ protocol: 99 }, 'peer.too-new'],
    [{ schema: 0 }, 'peer.too-old'],
    [{ schema: 99 }, 'peer.too-new'],
  ])('%j is refused with %s', async (handshake, reason) => {
    const host = await startHost(ownFolder())
    expect(await refusal(joinByLink(await host.link('editor'), { handshake }))).toBe(reason)
  })
})

describe('sharing', () => {
  it('opens no port before, one for all sessions, and closes it with the last', async () => {
    const host = await startHost(ownFolder())
    expect(host.backend.sharing.openPort).toBeNull()
    expect(host.backend.sharing.state(host.sessionId)).toEqual({ address: null, invitations: [] })
    const guest = await host.guest('editor')
    await guest.synced()
    const port = host.backend.sharing.openPort ?? 0
    expect(await isFree(port)).toBe(false)
    const other = SessionId.parse('other')
    await host.backend.sharing.start(other)
    expect(host.backend.sharing.openPort).toBe(port)
    await host.backend.sharing.stop(other)
    expect(await isFree(port)).toBe(false)
    await host.backend.sharing.stop(host.sessionId)
    await until(() => guest.closes.includes('sharing.stopped'), 'the guest was not told')
    expect(await isFree(port)).toBe(true)
    expect(host.backend.sharing.state(host.sessionId).address).toBeNull()
  })

  it('refuses guests of a session that is no longer shared while another one is', async () => {
    const host = await startHost(ownFolder())
    const link = await host.link('editor')
    await host.backend.sharing.start(SessionId.parse('other'))
    await host.backend.sharing.stop(host.sessionId)
    expect(await refusal(joinByLink(link))).toBe('sharing.stopped')
  })
})

describe('a hostile guest', () => {
  it('who sends malformed bytes loses its connection and hurts nobody', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const host = await startHost(ownFolder())
    const owner = host.owner()
    await owner.settled()
    const link = await host.link('editor')
    const hostile: Uint8Array[] = [
      new Uint8Array(0),
      new Uint8Array([255, 255, 255, 255, 255, 255]),
      rawMessage('__proto__', 0, 2, new Uint8Array([1])),
      rawMessage(host.sessionId, 0, 2, new Uint8Array([9, 9, 9, 9, 9])),
      rawMessage(host.sessionId, 0, 1, new Uint8Array([1, 2, 3, 4, 5, 6, 7])),
      rawMessage(host.sessionId, 0, 77, new Uint8Array([0])),
      rawMessage(host.sessionId, 6, 3, new Uint8Array([65, 66, 67])),
      rawMessage(host.sessionId, 1, 200, new Uint8Array([1])),
      rawMessage(host.sessionId, 1, 0, new Uint8Array(300_000)),
    ]
    for (const [n, bytes] of hostile.entries()) {
      const socket = await rawSocket(link)
      socket.send(bytes)
      await until(() => socket.ended, `message ${n} was tolerated`, 3_000)
    }
    const tooLarge = await rawSocket(link)
    tooLarge.send(rawMessage(host.sessionId, 0, 2, new Uint8Array(17 * 1024 * 1024)))
    await until(() => tooLarge.ended, 'a huge message was tolerated')
    owner.doc.getMap('nodes').set('fine', 1)
    await owner.settled()
    const guest = await host.guest('editor')
    await until(() => guest.doc.getMap('nodes').has('fine'), 'the room is hurt')
  })

  it('who has not been admitted can neither flood nor wait for ever', async () => {
    const host = await startHost(ownFolder())
    const link = await host.link('editor')
    const socket = await rawSocket(link, { greet: false })
    for (let n = 0; n < 60; n++) socket.send(rawMessage(host.sessionId, 0, 0, new Uint8Array([0])))
    await until(() => socket.ended, 'flooding was tolerated')
  })

  it('cannot speak as somebody else', async () => {
    const host = await startHost(ownFolder())
    const owner = host.owner()
    await owner.settled()
    owner.awareness.setLocalState({ ...presence, name: 'Olga' })
    const watcher = await host.guest('viewer')
    await until(
      () => watcher.awareness.getStates().has(owner.doc.clientID),
      'presence is not shown',
    )

    // A window that claims the owner's client id, with a later clock.
    const doc = new Y.Doc()
    doc.clientID = owner.doc.clientID
    const liar = joinByLink(await host.link('editor'), { doc })
    await liar.synced()
    for (let n = 0; n < 5; n++) liar.awareness.setLocalState({ ...presence, name: 'Not Olga' })
    const honest = await host.guest('editor')
    await honest.synced()
    honest.awareness.setLocalState({ ...presence, name: 'Hanna' })
    await until(
      () => watcher.awareness.getStates().has(honest.doc.clientID),
      'honest presence is not shown',
    )
    expect(watcher.awareness.getStates().get(owner.doc.clientID)).toMatchObject({ name: 'Olga' })
    const shown = [...watcher.awareness.getStates().values()].map((s) => (s as Presence).name)
    expect(shown.sort()).toEqual(['Hanna', 'Olga'])
    liar.leave()
    await until(() => host.backend.host.peers(host.sessionId) === 3, 'the liar is still here')
    expect(watcher.awareness.getStates().has(owner.doc.clientID)).toBe(true)
  })
})

describe('the web server', () => {
  async function ask(host: TestHost, path: string, init: RequestInit = {}): Promise<Response> {
    await host.backend.sharing.start(host.sessionId)
    return fetch(`http://127.0.0.1:${host.backend.sharing.openPort}${path}`, init)
  }

  it('gives guests the page with strict headers, and nothing outside the folder', async () => {
    const host = await startHost(ownFolder())
    const page = await ask(host, '/join')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Drawbridge')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    for (const path of [
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%2fpreferences.json',
      '/.hidden',
      '/library%00',
      '/%',
    ])
      expect((await ask(host, path)).status, path).toBe(404)
    expect((await ask(host, '/api/call', { method: 'POST', body: '{}' })).status).toBe(405)
  })

  it.each([
    ['a name instead of an address', { Host: 'evil.example' }, 421],
    ['a page of another site', { Origin: 'http://evil.example' }, 403],
  ])('refuses a socket with %s', async (_, headers, status) => {
    const host = await startHost(ownFolder())
    await host.backend.sharing.start(host.sessionId)
    const socket = new WebSocket(
      `ws://127.0.0.1:${host.backend.sharing.openPort}/sync/${host.sessionId}`,
      { headers },
    )
    const answered = await new Promise<number>((resolve) => {
      socket.on('unexpected-response', (request, response) => {
        resolve(response.statusCode ?? 0)
        request.destroy()
      })
      socket.on('open', () => resolve(101))
      socket.on('error', () => undefined)
    })
    socket.terminate()
    expect(answered).toBe(status)
  })
})
