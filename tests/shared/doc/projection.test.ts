import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  applyPatch,
  createDocument,
  LocalEdit,
  projectSession,
  writeContent,
} from '#shared/doc/document'
import { createProjection } from '#shared/doc/projection'
import { seededRandom } from '#shared/lib/random'
import type { SessionContent } from '#shared/model/session'
import { addService } from '#shared/operations/nodes'
import { newSession } from '#shared/operations/new-session'
import { testContext } from '../../support/edit-context'
import { randomGesture, scopeOf } from '../../support/gestures'

function drawn(seed: number, gestures = 60): Y.Doc {
  const edit = testContext(`s${seed}-`)
  const random = seededRandom(seed)
  const doc = createDocument(newSession({ title: 'T', customer: 'C' }, edit))
  const projection = createProjection(doc)
  for (let i = 0; i < gestures; i++) {
    const { content, board } = projection.snapshot()
    const view = board(content.boards[0]!.id)!
    applyPatch(doc, randomGesture(view, random, edit).patch, new LocalEdit('me'))
  }
  projection.dispose()
  return doc
}

describe('a document', () => {
  it('gives back exactly the content that was written', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const content = projectSession(drawn(seed)).content
      const copy = new Y.Doc()
      writeContent(copy, content)
      expect(projectSession(copy).content).toEqual(content)
    }
  })

  it('keeps the identity of records and views that an edit did not touch', () => {
    const doc = drawn(7)
    const projection = createProjection(doc)
    const before = projection.snapshot()
    const board = before.content.boards[0]!
    const view = before.board(board.id)!
    const target = view.nodes.find((n) => n.kind === 'service')!
    applyPatch(
      doc,
      [{ op: 'setNode', id: target.id, set: { label: 'renamed' } }],
      new LocalEdit('me'),
    )
    const after = projection.snapshot()
    const same = after.content.nodes.filter((n) => before.content.nodes.includes(n))
    expect(same).toHaveLength(before.content.nodes.length - 1)
    expect(after.content.edges).toBe(before.content.edges)
    applyPatch(doc, [{ op: 'setMeta', set: { title: 'New' } }], new LocalEdit('me'))
    expect(projection.snapshot().board(board.id)).toBe(after.board(board.id))
  })

  it('tells listeners once per transaction, with the state after it', () => {
    const doc = drawn(8, 10)
    const projection = createProjection(doc)
    const heard: SessionContent[] = []
    projection.subscribe((snapshot) => heard.push(snapshot.content))
    const edit = testContext('n')
    const view = projection.snapshot().board(projection.snapshot().content.boards[0]!.id)!
    const added = addService(
      view,
      { serviceId: 'ec2', label: 'EC2', at: { x: 0, y: 0 } },
      scopeOf,
      edit,
    )
    applyPatch(doc, added.changes, new LocalEdit('me'))
    expect(heard).toHaveLength(1)
    expect(heard[0]!.nodes.some((n) => n.id === added.id)).toBe(true)
  })

  it('lifts a parent loop made by two peers the same way on both, without writing', () => {
    const edit = testContext('c')
    const base = createDocument(newSession({ title: 'T', customer: '' }, edit))
    const boardId = projectSession(base).content.boards[0]!.id
    const group = (id: string): void =>
      applyPatch(
        base,
        [
          {
            op: 'addNode',
            node: {
              id: id as never,
              boardId,
              kind: 'group',
              groupKind: 'generic',
              parentId: null,
              x: 0,
              y: 0,
              w: 100,
              h: 100,
              label: id,
              order: 'a0',
              facts: {},
            },
          },
        ],
        new LocalEdit('me'),
      )
    group('ga')
    group('gb')
    const peer = new Y.Doc()
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(base))
    applyPatch(
      base,
      [{ op: 'setNode', id: 'ga' as never, set: { parentId: 'gb' as never } }],
      new LocalEdit('a'),
    )
    applyPatch(
      peer,
      [{ op: 'setNode', id: 'gb' as never, set: { parentId: 'ga' as never } }],
      new LocalEdit('b'),
    )
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(base))
    Y.applyUpdate(base, Y.encodeStateAsUpdate(peer))
    const a = projectSession(base).content.nodes
    expect(a).toEqual(projectSession(peer).content.nodes)
    expect(a.map((n) => [n.id, n.parentId])).toEqual([
      ['ga', null],
      ['gb', 'ga'],
    ])
  })

  it('sets records it cannot read aside and never throws', () => {
    const doc = drawn(9, 20)
    const good = projectSession(doc).content.nodes.length
    doc.getMap('nodes').set('not-a-map', 42)
    const broken = new Y.Map<unknown>()
    broken.set('kind', 'service')
    broken.set('at', 'nowhere')
    doc.getMap('nodes').set('broken', broken)
    doc.getMap('meta').set('title', { evil: true })
    const read = projectSession(doc)
    expect(read.content.nodes).toHaveLength(good)
    expect(read.unreadable.map((u) => u.id).sort()).toEqual(['broken', 'not-a-map'])
    expect(read.content.meta.title).toBe('Untitled session')
    expect(doc.getMap('nodes').has('broken')).toBe(true)
  })

  it('converges between peers that edit at random and sync at random, without dangling references', () => {
    for (const seed of [11, 12, 13]) {
      const random = seededRandom(seed)
      const origin = drawn(seed, 15)
      const peers = [0, 1, 2].map((i) => {
        const doc = new Y.Doc()
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(origin))
        return { doc, projection: createProjection(doc), edit: testContext(`p${i}x`) }
      })
      for (let step = 0; step < 120; step++) {
        const peer = peers[Math.floor(random() * 3)]!
        const { content, board } = peer.projection.snapshot()
        const view = board(content.boards[0]!.id)!
        applyPatch(peer.doc, randomGesture(view, random, peer.edit).patch, new LocalEdit('x'))
        if (random() < 0.2) {
          const other = peers[Math.floor(random() * 3)]!
          Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(peer.doc))
        }
      }
      for (const a of peers)
        for (const b of peers) Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc))
      const [one, two, three] = peers.map((p) => p.projection.snapshot().content)
      expect(two, `seed ${seed}`).toEqual(one)
      expect(three, `seed ${seed}`).toEqual(one)
      const ids = new Set(one!.nodes.map((n) => n.id))
      for (const n of one!.nodes) if (n.parentId !== null) expect(ids.has(n.parentId)).toBe(true)
      for (const e of one!.edges) expect(ids.has(e.source) && ids.has(e.target)).toBe(true)
    }
  })
})
