import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ROOTS } from '#shared/doc/codec'
import { applyPatch, createDocument, LocalEdit, projectSession } from '#shared/doc/document'
import { createProjection, type Projection } from '#shared/doc/projection'
import { NodeId } from '#shared/model/ids'
import type { Patch } from '#shared/model/patch'
import type { BoardNode } from '#shared/model/records'
import type { SessionContent } from '#shared/model/session'
import { newSession } from '#shared/operations/new-session'
import { testContext } from '../../support/edit-context'
import { applyNested, writeNested } from '../../support/nested-document'
import { onlySets, randomPatch } from '../../support/random-patch'
import { Chance } from '../rules/random-board'

const ME = new LocalEdit('me')
const START = newSession({ title: 'T', customer: 'C' }, testContext('b'))
const BOARD = START.boards[0]!.id
const A = NodeId.parse('a')

function nodeA(more: Partial<BoardNode> = {}): BoardNode {
  return {
    id: A,
    boardId: BOARD,
    parentId: null,
    kind: 'service',
    serviceId: 'ec2',
    x: 1,
    y: 2,
    w: 30,
    h: 40,
    label: 'A',
    order: 'a0',
    facts: { multiAz: { value: true, source: 'user' } },
    locked: true,
    ...more,
  } as BoardNode
}

/** A document with one node, written as today or as up to schema 2. */
function documentWith(encoding: 'flat' | 'nested'): Y.Doc {
  const content: SessionContent = { ...START, nodes: [nodeA()] }
  if (encoding === 'flat') return createDocument(content)
  const doc = new Y.Doc()
  writeNested(doc, content)
  return doc
}

function replica(doc: Y.Doc, clientId?: number): Y.Doc {
  const copy = new Y.Doc()
  if (clientId !== undefined) copy.clientID = clientId
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function merge(...docs: Y.Doc[]): void {
  const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc))
  for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update)
}

function undoOf(doc: Y.Doc): Y.UndoManager {
  return new Y.UndoManager(
    ROOTS.map((root) => doc.getMap(root)),
    { trackedOrigins: new Set([LocalEdit]), captureTimeout: 0 },
  )
}

const set = (set: object): Patch => [{ op: 'setNode', id: A, set }]
const only = (doc: Y.Doc): BoardNode | undefined => projectSession(doc).content.nodes[0]

describe.each(['flat', 'nested'] as const)('a record of a %s document', (encoding) => {
  it('merges edits of different fields and facts, and moves as a whole', () => {
    const one = documentWith(encoding)
    const two = replica(one)
    applyPatch(one, set({ x: 100, y: 200 }), ME)
    applyPatch(one, [{ op: 'setNode', id: A, facts: { one: { value: 1, source: 'user' } } }], ME)
    applyPatch(two, set({ x: 500, y: 600 }), ME)
    applyPatch(two, set({ label: 'B', w: 99 }), ME)
    applyPatch(two, [{ op: 'setNode', id: A, facts: { two: { value: 2, source: 'user' } } }], ME)
    merge(one, two)
    const node = only(one)
    expect(node).toEqual(only(two))
    expect(node).toMatchObject({ label: 'B', w: 99, h: 40 })
    expect(Object.keys(node!.facts).sort()).toEqual(['multiAz', 'one', 'two'])
    expect([
      [100, 200],
      [500, 600],
    ]).toContainEqual([node!.x, node!.y])
  })

  it('gives up a field and a fact, and gets them back by undo', () => {
    const doc = documentWith(encoding)
    const undo = undoOf(doc)
    applyPatch(
      doc,
      [{ op: 'setNode', id: A, set: { locked: undefined }, facts: { multiAz: null } }],
      ME,
    )
    const { locked: _, ...rest } = nodeA({ facts: {} })
    expect(only(doc)).toStrictEqual(rest)
    expect(only(replica(doc))).toStrictEqual(rest)
    undo.undo()
    expect(only(doc)).toStrictEqual(nodeA())
    undo.redo()
    expect(only(doc)).toStrictEqual(rest)
  })

  it('comes back by undo exactly as it was, and goes again by redo', () => {
    const doc = documentWith(encoding)
    const undo = undoOf(doc)
    applyPatch(doc, set({ x: 7, label: 'changed', locked: undefined }), ME)
    const before = only(doc)
    applyPatch(doc, [{ op: 'removeNode', id: A }], ME)
    expect([...doc.getMap('nodes').keys()]).toEqual([])
    undo.undo()
    expect(only(doc)).toStrictEqual(before)
    undo.undo()
    expect(only(doc)).toStrictEqual(nodeA())
    undo.redo()
    undo.redo()
    expect(only(doc)).toBeUndefined()
  })

  it('stays away when somebody changed it while it was removed', () => {
    const one = documentWith(encoding)
    const two = replica(one)
    applyPatch(one, [{ op: 'removeNode', id: A }], ME)
    applyPatch(two, set({ label: 'late' }), ME)
    merge(one, two)
    for (const doc of [one, two])
      expect(projectSession(doc)).toMatchObject({ content: { nodes: [] }, unreadable: [] })
    applyPatch(one, [{ op: 'addNode', node: nodeA({ label: 'new' }) }], ME)
    merge(one, two)
    for (const doc of [one, two]) expect(only(doc)).toStrictEqual(nodeA({ label: 'new' }))
  })

  it('takes the newest of several edits, after any number of round trips', () => {
    let doc = documentWith(encoding)
    for (let i = 0; i < 5; i++) {
      applyPatch(doc, set({ label: `L${i}`, x: i }), ME)
      doc = replica(doc)
    }
    expect(only(doc)).toStrictEqual(nodeA({ label: 'L4', x: 4 }))
  })
})

describe('a damaged document', () => {
  it('reports what is no record, ignores what belongs to none, and lets nothing change an id', () => {
    const doc = documentWith('flat')
    const nodes = doc.getMap('nodes')
    for (const [id, junk] of Object.entries({
      n1: 42,
      n2: '{',
      n3: '[]',
      n4: 'null',
      n5: '{}',
      n6: { x: 1 },
    }))
      nodes.set(id, junk)
    nodes.set('nobody/label', 'late')
    nodes.set('a/id', 'other')
    nodes.set('a/x', 'far')
    nodes.set('a/__proto__', { x: 3 })
    nodes.set('a/fact:odd', 'no fact')
    nodes.set('a/at', undefined)
    const { content, unreadable } = projectSession(doc)
    expect(unreadable.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3', 'n4', 'n5', 'n6'])
    expect(content.nodes).toStrictEqual([nodeA()])
    nodes.set('a/label', 5)
    expect(projectSession(doc).unreadable).toHaveLength(7)
  })
})

/** What the projection shows, whatever way it came to it. */
function shown(projection: Projection): unknown {
  const { content, unreadable, board } = projection.snapshot()
  const views = content.boards.map(({ id }) => {
    const view = board(id)!
    return [
      view.nodes,
      view.edges,
      view.nodes.map((n) => [view.children(n.id), view.edgesIn(n.id)]),
    ]
  })
  return { content, views, unreadable: new Map(unreadable.map((u) => [`${u.root}/${u.id}`, u])) }
}

const JUNK: unknown[] = [42, '{"kind":', null, undefined, 'text', [1], { x: 'far' }]

function damage(doc: Y.Doc, chance: Chance): void {
  const map = doc.getMap(chance.pick(['nodes', 'edges', 'boards', 'frames'] as const))
  const ids = [...map.keys(), 'nobody'].map((key) => key.split('/')[0])
  const field = chance.pick(['', '', '/at', '/label', '/fact:multiAz', '/kind', '/order'])
  map.set(`${chance.pick(ids)}${field}`, chance.pick(JUNK))
}

describe('a projection', () => {
  it.each([
    ['flat', false],
    ['flat', true],
    ['nested', false],
    ['nested', true],
  ] as const)(
    'of a %s document shows what one made afresh shows, after everything that may happen (damage: %s)',
    (encoding, isDamaged) => {
      for (let seed = 1; seed <= 25; seed++) {
        const chance = new Chance(seed)
        const origin = documentWith(encoding)
        const peers = [0, 1].map((n) => {
          const doc = replica(origin)
          return { doc, projection: createProjection(doc), undo: undoOf(doc), name: `p${n}` }
        })
        for (let step = 0; step < 60; step++) {
          const peer = chance.pick(peers)
          const where = `seed ${seed}, step ${step}, ${peer.name}`
          const dice = chance.int(10)
          if (dice === 0) peer.undo.undo()
          else if (dice === 1) peer.undo.redo()
          else if (dice === 2) merge(...peers.map(({ doc }) => doc))
          else if (dice === 3 && isDamaged) damage(peer.doc, chance)
          else {
            const patch = randomPatch(
              peer.projection.snapshot().content,
              chance,
              `${peer.name}-${step}`,
            )
            applyPatch(peer.doc, patch, ME)
          }
          const fresh = createProjection(peer.doc)
          expect(shown(peer.projection), where).toEqual(shown(fresh))
          fresh.dispose()
        }
        merge(...peers.map(({ doc }) => doc))
        const [one, two] = peers.map(({ projection }) => shown(projection))
        expect(two, `seed ${seed}`).toEqual(one)
      }
    },
  )

  it.each(['together', 'apart'])(
    'shows the same of both ways of writing, and of the two mixed, when peers edit %s',
    (manner) => {
      for (let seed = 1; seed <= 40; seed++) {
        const chance = new Chance(seed)
        const peersOf = (doc: Y.Doc): Y.Doc[] => [1, 2].map((client) => replica(doc, client))
        const nested = peersOf(documentWith('nested'))
        const mixed = peersOf(nested[0]!)
        const flat = peersOf(documentWith('flat'))
        for (let step = 0; step < 60; step++) {
          const n = chance.int(2)
          const { content } = projectSession(flat[n]!)
          const any = randomPatch(content, chance, `p${n}-${step}`)
          const patch = manner === 'apart' ? onlySets(any, content) : any
          applyNested(nested[n]!, patch, ME)
          applyPatch(flat[n]!, patch, ME)
          applyPatch(mixed[n]!, patch, ME)
          const expected = projectSession(nested[n]!).content
          const where = `seed ${seed}, step ${step}`
          expect(projectSession(flat[n]!).content, where).toEqual(expected)
          expect(projectSession(mixed[n]!).content, where).toEqual(expected)
          if (manner === 'together' || chance.maybe(0.3))
            for (const docs of [nested, flat, mixed]) merge(...docs)
        }
      }
    },
  )
})
