import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { projectSession } from '../../shared/doc/document'
import { seededRandom } from '../../shared/lib/random'
import { readFolder } from '../../electron/sessions/session-folder'
import { nodeDisk } from '../../electron/sessions/disk'
import { documentOf } from '../../electron/sessions/session-library'
import { join } from 'node:path'
import { startHost } from '../support/host-backend'
import { failingDisk } from '../support/host-disk'
import { ownFolder, testSeed } from '../support/host-folder'
import { until, type TestPeer } from '../support/host-peer'

const PEERS = 4
const STEPS = 120

/** One random edit of the kind people make: add, move, rename, remove; garbage now and then. */
function edit(doc: Y.Doc, random: () => number, name: string): void {
  const nodes = doc.getMap('nodes')
  const known = [...nodes.keys()]
  const pick = known[Math.floor(random() * known.length)]
  const dice = random()
  if (dice < 0.5 || pick === undefined) {
    const node = new Y.Map<unknown>()
    node.set('label', name)
    node.set('at', [Math.floor(random() * 1000), 0])
    nodes.set(`n${Math.floor(random() * 1e9)}`, node)
  } else if (dice < 0.8) {
    const node = nodes.get(pick)
    if (node instanceof Y.Map) node.set('at', [Math.floor(random() * 1000), 1])
  } else if (dice < 0.95) nodes.delete(pick)
  else doc.getMap('edges').set(`e${Math.floor(random() * 1e9)}`, 'not a record')
}

function sameEverywhere(docs: Y.Doc[]): boolean {
  const [first = '', ...rest] = docs.map((doc) => JSON.stringify(fullState(doc)))
  return rest.every((state) => state === first)
}

function fullState(doc: Y.Doc): unknown {
  const sorted = (name: string): unknown =>
    Object.entries(doc.getMap(name).toJSON()).sort(([a], [b]) => (a < b ? -1 : 1))
  return [sorted('nodes'), sorted('edges'), sorted('meta')]
}

describe('peers of one session', () => {
  it('all see the same after random edits, partitions and returns, and so does the disk', async () => {
    const random = seededRandom(testSeed('convergence'))
    const folder = ownFolder()
    const host = await startHost(folder)
    const peers: TestPeer[] = [host.owner()]
    for (let n = 1; n < PEERS; n++) peers.push(await host.guest('editor'))
    for (const peer of peers) await peer.synced()
    const offline = new Set<TestPeer>()
    for (let step = 0; step < STEPS; step++) {
      const peer = peers[Math.floor(random() * PEERS)]
      if (!peer) continue
      edit(peer.doc, random, `step ${step}`)
      if (random() < 0.08 && !offline.has(peer)) {
        await peer.goOffline()
        offline.add(peer)
      } else if (random() < 0.15 && offline.has(peer)) {
        peer.goOnline()
        offline.delete(peer)
      }
      if (random() < 0.2) await new Promise((resolve) => setTimeout(resolve, random() * 10))
    }
    for (const peer of offline) peer.goOnline()
    for (const peer of peers) await peer.settled()
    await until(() => sameEverywhere(peers.map((p) => p.doc)), 'peers differ')
    expect(peers[0]?.doc.getMap('nodes').size).toBeGreaterThan(5)
    for (const peer of peers) expect(() => projectSession(peer.doc)).not.toThrow()

    const state = readFolder(nodeDisk, join(folder, 'library', host.sessionId))
    if (state.kind !== 'ok') expect.fail(state.problem)
    expect(sameEverywhere([documentOf(state.updates), ...peers.map((p) => p.doc)])).toBe(true)
  })

  it('keep what they did while the host was gone', async () => {
    const folder = ownFolder()
    const first = await startHost(folder)
    const before = first.owner()
    await before.synced()
    before.doc.getMap('nodes').set('a', 1)
    await before.settled()
    await first.stop()
    before.doc.getMap('nodes').set('b', 2)

    const second = await startHost(folder)
    expect(second.sessionId).toBe(first.sessionId)
    const returning = second.owner()
    Y.applyUpdate(returning.doc, Y.encodeStateAsUpdate(before.doc))
    const other = second.owner()
    await returning.settled()
    await until(() => other.doc.getMap('nodes').size === 2, 'the edit made offline did not arrive')
  })

  it('find the links of yesterday working after the host was restarted and shared again', async () => {
    const folder = ownFolder()
    const first = await startHost(folder)
    const link = await first.link('editor')
    await first.stop()
    const second = await startHost(folder)
    await second.backend.sharing.start(second.sessionId)
    expect(second.backend.sharing.state(second.sessionId).invitations.map((i) => i.link)).toContain(
      link,
    )
  })
})

describe('a disk that fills up while people work', () => {
  it('is told to everyone, nothing is acknowledged meanwhile, and everything is once it works again', async () => {
    const folder = ownFolder()
    const disk = failingDisk()
    const host = await startHost(folder, disk)
    const owner = host.owner()
    const guest = await host.guest('editor')
    await owner.settled()
    await guest.settled()
    disk.failure = 'ENOSPC'
    guest.doc.getMap('nodes').set('late', 1)
    await until(
      () => owner.heard.some((m) => JSON.stringify(m).includes('"ok":false')),
      'the owner was not told',
    )
    await until(() => owner.doc.getMap('nodes').has('late'), 'the edit is not shown')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(guest.provider.hasUnsyncedChanges).toBe(true)
    disk.failure = null
    await guest.settled()
    expect(owner.heard.at(-1)).toEqual({ kind: 'storage', ok: true })
    const state = readFolder(nodeDisk, join(folder, 'library', host.sessionId))
    if (state.kind !== 'ok') expect.fail(state.problem)
    expect(documentOf(state.updates).getMap('nodes').has('late')).toBe(true)
  })

  it('keeps the edits in memory when everyone leaves, and saves them later', async () => {
    const folder = ownFolder()
    const disk = failingDisk()
    const host = await startHost(folder, disk)
    const owner = host.owner()
    await owner.settled()
    disk.failure = 'EIO'
    owner.doc.getMap('nodes').set('late', 1)
    await until(() => owner.heard.length > 1, 'not told')
    owner.leave()
    await until(() => host.backend.host.peers(host.sessionId) === 0, 'still here')
    expect(host.backend.host.isOpen(host.sessionId)).toBe(true)
    expect(await host.backend.host.dispose()).toEqual([host.sessionId])
    disk.failure = null
    await until(() => !host.backend.host.isOpen(host.sessionId), 'never closed')
    expect(host.backend.library.content(host.sessionId)).toBeDefined()
    const state = readFolder(nodeDisk, join(folder, 'library', host.sessionId))
    if (state.kind !== 'ok') expect.fail(state.problem)
    expect(documentOf(state.updates).getMap('nodes').has('late')).toBe(true)
  })
})
