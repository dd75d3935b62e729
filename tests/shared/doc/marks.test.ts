import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ROOTS } from '#shared/doc/codec'
import { applyPatch, createDocument, LocalEdit, projectSession } from '#shared/doc/document'
import { createProjection } from '#shared/doc/projection'
import { previewPatch } from '#shared/model/apply-patch'
import { MarkId } from '#shared/model/ids'
import type { Patch } from '#shared/model/patch'
import type { Mark, StickyMark } from '#shared/model/records'
import { newSession } from '#shared/operations/new-session'
import { testContext } from '../../support/edit-context'
import { writeNested } from '../../support/nested-document'
import { Chance } from '../rules/random-board'

const ME = new LocalEdit('me')
const START = newSession({ title: 'T', customer: 'C' }, testContext())
const ID = MarkId.parse('m')
const STICKY: StickyMark = {
  id: ID,
  boardId: START.boards[0]!.id,
  x: 1,
  y: 2,
  w: 3,
  h: 4,
  kind: 'sticky',
  text: '',
  color: 'pink',
  votes: { '👍': ['Zoe', 'Bob'] },
  order: 'a0',
}
const EMOJIS = ['👍', '👎', '1️⃣']
const NAMES = ['Ann', 'Bob', 'Zoe', 'a/b', '__proto__']

function replicas(): Y.Doc[] {
  const doc = createDocument({ ...START, marks: [STICKY] })
  return [1, 2].map((client) => {
    const copy = new Y.Doc()
    copy.clientID = client
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    return copy
  })
}

function merge(docs: readonly Y.Doc[]): void {
  const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc))
  for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update)
}

const marksOf = (doc: Y.Doc): readonly Mark[] => projectSession(doc).content.marks

describe('marks in a document', () => {
  it('keep everybody’s vote when people vote at the same time', () => {
    const docs = replicas()
    const voteFor = (name: string, isFor = true): Patch => [
      { op: 'setMark', id: ID, votes: [{ emoji: '👍', name, isFor }] },
    ]
    applyPatch(docs[0]!, voteFor('Ann'), ME)
    applyPatch(docs[0]!, voteFor('Bob', false), ME)
    applyPatch(docs[1]!, voteFor('Cem'), ME)
    merge(docs)
    for (const doc of docs)
      expect(marksOf(doc)).toEqual([{ ...STICKY, votes: { '👍': ['Ann', 'Cem', 'Zoe'] } }])
  })

  it('give up a vote by undo', () => {
    const [doc] = replicas()
    const undo = new Y.UndoManager(
      ROOTS.map((root) => doc!.getMap(root)),
      { trackedOrigins: new Set([LocalEdit]), captureTimeout: 0 },
    )
    applyPatch(
      doc!,
      [{ op: 'setMark', id: ID, votes: [{ emoji: '👎', name: 'Ann', isFor: true }] }],
      ME,
    )
    expect(marksOf(doc!)).toMatchObject([{ votes: { '👎': ['Ann'] } }])
    undo.undo()
    expect(marksOf(doc!)).toEqual([STICKY])
  })

  it('agree with their preview and with each other, whatever two people do', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const chance = new Chance(seed)
      const docs = replicas()
      const projections = docs.map(createProjection)
      for (let step = 0; step < 40; step++) {
        const n = chance.int(2)
        const before = projections[n]!.snapshot().content
        const change = chance.pick<Patch>([
          [
            {
              op: 'setMark',
              id: ID,
              votes: [
                { emoji: chance.pick(EMOJIS), name: chance.pick(NAMES), isFor: chance.maybe(0.6) },
              ],
            },
          ],
          [{ op: 'setMark', id: ID, set: { x: step, y: n }, votes: [] }],
          [{ op: 'setMark', id: ID, set: { text: `${step}` } }],
          [{ op: 'removeMark', id: ID }],
          [{ op: 'addMark', mark: { ...STICKY, text: `again ${step}` } }],
        ])
        applyPatch(docs[n]!, change, ME)
        const { content } = projections[n]!.snapshot()
        const where = `seed ${seed}, step ${step}`
        expect(content, where).toEqual(previewPatch(before, change))
        expect(content, where).toEqual(projectSession(docs[n]!).content)
        if (chance.maybe(0.2)) merge(docs)
      }
      merge(docs)
      expect(marksOf(docs[0]!), `seed ${seed}`).toEqual(marksOf(docs[1]!))
    }
  })

  it('can be added to a document of the days before there were marks', () => {
    const doc = new Y.Doc()
    writeNested(doc, START)
    applyPatch(doc, [{ op: 'addMark', mark: STICKY }], ME)
    applyPatch(doc, [{ op: 'setMark', id: ID, set: { w: 50 } }], ME)
    expect(marksOf(doc)).toEqual([{ ...STICKY, w: 50 }])
  })

  it('keep the view of a board when marks of another board change', () => {
    const doc = createDocument({ ...START, marks: [STICKY] })
    const projection = createProjection(doc)
    const board = START.boards[0]!
    const view = projection.snapshot().board(board.id)
    expect(view?.marks).toEqual([STICKY])
    const other = { ...board, id: 'other' as typeof board.id }
    applyPatch(doc, [{ op: 'addBoard', board: other }], ME)
    const there = { ...STICKY, id: MarkId.parse('n'), boardId: other.id }
    applyPatch(doc, [{ op: 'addMark', mark: there }], ME)
    expect(projection.snapshot().board(board.id)).toBe(view)
    expect(projection.snapshot().board(other.id)?.marks).toEqual([there])
  })
})
