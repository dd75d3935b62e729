import { describe, expect, it } from 'vitest'
import { seededRandom } from '#shared/lib/random'
import { previewBoard } from '#shared/model/apply-patch'
import { createBoardView, type BoardView } from '#shared/model/board-view'
import type { Point, Rect } from '#shared/model/geometry'
import type { MarkId, NodeId } from '#shared/model/ids'
import { LIMITS, Mark } from '#shared/model/records'
import { align, distribute, sameSize, type Alignment } from '#shared/operations/arrange'
import {
  chosenMarks,
  chosenThings,
  moveChosen,
  removeChosen,
  setLocked,
  type Chosen,
} from '#shared/operations/chosen'
import { copyChosen, paste, parseClipboard } from '#shared/operations/clipboard'
import type { NewMark } from '#shared/operations/marks'
import { restackMarks } from '#shared/operations/stack'
import { board } from '../../support/board-text'
import { testContext } from '../../support/edit-context'
import { scopeOf } from '../../support/gestures'
import { marksOn, randomMark, sampleMarks } from '../../support/marks'

const { sticky, text, shape, line, stroke, image } = sampleMarks
const edit = testContext()

function drawn(...marks: readonly NewMark[]): BoardView {
  const content = board`vpc[ web:ec2 -> db:rds ], files:s3`
  return createBoardView({ ...content, marks: marksOn(content.board.id, ...marks) })
}
const all = (view: BoardView): Chosen => ({
  nodes: view.nodes.map(({ id }) => id),
  marks: view.marks.map(({ id }) => id),
})
const named = (view: BoardView, label: string): NodeId =>
  view.nodes.find((node) => node.label === label)!.id
const context = (view: BoardView) => ({ scopeOf, edit, marks: view.marks })

describe('nodes and marks that are chosen together', () => {
  it('move by the same distance, but for the locked ones', () => {
    const view = drawn(sticky, line, { ...stroke, locked: true })
    const { changes } = moveChosen(view, all(view), { x: 40, y: -8 }, scopeOf)
    const after = previewBoard(view, changes)
    for (const node of view.nodes)
      expect(after.node(node.id)).toMatchObject({ x: node.x + 40, y: node.y - 8 })
    expect(after.marks[0]).toMatchObject({ x: 50, y: 12 })
    expect(after.marks[1]).toMatchObject({
      points: [
        { x: 50, y: 12 },
        { x: 150, y: 92 },
      ],
    })
    expect(after.marks[2]).toBe(view.marks[2])
    expect(moveChosen(view, all(view), { x: 0, y: 0 }, scopeOf).changes).toEqual([])
  })

  it('go together with the connectors that hang on them; locked ones stay', () => {
    const view = drawn(sticky, { ...text, locked: true })
    const edges = view.edges.map(({ id }) => id)
    const web = { nodes: [named(view, 'web')], marks: view.marks.map(({ id }) => id) }
    const patch = removeChosen(view, { ...web, edges })
    expect(patch.filter(({ op }) => op === 'removeEdge')).toHaveLength(1)
    const after = previewBoard(view, patch)
    expect(after.edges).toEqual([])
    expect(after.marks).toEqual([view.marks[1]])
    expect(after.node(named(view, 'web'))).toBeUndefined()
    expect(removeChosen(view, { nodes: [], marks: [], edges })).toHaveLength(1)
  })

  it('are locked and let go again', () => {
    const view = drawn(sticky)
    const locked = previewBoard(view, setLocked(view, all(view), true))
    expect(chosenThings(locked, all(view)).every((thing) => thing.locked === true)).toBe(true)
    expect(removeChosen(locked, all(view))).toEqual([])
    const free = previewBoard(locked, setLocked(locked, all(view), false))
    expect(chosenThings(free, all(view)).some((thing) => thing.locked !== undefined)).toBe(false)
  })

  it('line up and spread out with one another', () => {
    const view = drawn(sticky, { ...shape, x: 900, y: 300 }, { ...line, locked: true })
    const nodes = [named(view, 'files')]
    const chosen: Chosen = { nodes, marks: view.marks.map(({ id }) => id) }
    const left = previewBoard(view, align(view, chosen, 'left', scopeOf).changes)
    const least = Math.min(...chosenThings(view, chosen).map(({ x }) => x))
    expect(chosenThings(left, chosen).map(({ x }) => x)).toEqual([least, least, least, 10])
    const marks = chosen.marks.slice(0, 2)
    const spread = distribute(view, { nodes, marks }, 'horizontal', scopeOf).changes
    const boxes = chosenThings(previewBoard(view, spread), { nodes, marks })
    const [a, b, c] = [...boxes].sort((one, other) => one.x - other.x)
    expect(Math.abs(b!.x - a!.x - a!.w - (c!.x - b!.x - b!.w))).toBeLessThanOrEqual(1)
  })

  it('become as large as the largest of those that have a size of their own', () => {
    const view = drawn(sticky, { ...shape, w: 300, h: 40 }, { ...sticky, locked: true }, text)
    const marks = view.marks.map(({ id }) => id)
    const now = previewBoard(view, sameSize(view, { nodes: [], marks }, 'both', scopeOf)).marks
    expect(now.map(({ w, h }) => [w, h])).toEqual([
      [300, 80],
      [300, 80],
      [100, 80],
      [100, 80],
    ])
    const wide = sameSize(view, { nodes: [], marks }, 'width', scopeOf)
    expect(previewBoard(view, wide).marks[0]).toMatchObject({ w: 300, h: 80 })
  })
})

describe('the clipboard', () => {
  it('carries marks of every kind with nodes and connectors, and puts them down as they lay', () => {
    const view = drawn(sticky, text, shape, line, stroke, image)
    const clip = parseClipboard(JSON.stringify(copyChosen(view, all(view))))!
    const pasted = paste(view, clip, { x: 3000, y: 2000 }, context(view))
    const after = previewBoard(view, pasted.changes)
    expect(pasted.hint).toBeNull()
    expect(pasted.nodes).toHaveLength(2)
    expect(after.edges).toHaveLength(2)
    expect(after.marks.slice(0, 6)).toEqual(view.marks)
    const copies = after.marks.slice(6)
    expect(copies.map(({ id }) => id)).toEqual(pasted.marks)
    const vpc = after.node(pasted.nodes[0]!)!
    const by = { x: vpc.x - view.nodes[0]!.x, y: vpc.y - view.nodes[0]!.y }
    copies.forEach((copy, i) => {
      const one = view.marks[i]!
      expect(Mark.parse(copy)).toEqual(copy)
      expect(copy).toMatchObject({ kind: one.kind, x: one.x + by.x, y: one.y + by.y })
    })
    expect(copies[3]).toMatchObject({ points: [{ x: 10 + by.x, y: 20 + by.y }, {}] })
  })

  it('takes waypoints along, and content of those who knew no marks', () => {
    const { marks: _, ...old } = copyChosen(drawn(), all(drawn()))
    const bent = old.edges.map((edge) => ({ ...edge, waypoints: [{ x: 7, y: 8 }] }))
    const clip = parseClipboard(JSON.stringify({ ...old, edges: bent }))!
    expect(clip.marks).toEqual([])
    const view = drawn()
    const { changes, nodes } = paste(view, clip, { x: 3000, y: 2000 }, context(view))
    const after = previewBoard(view, changes)
    const by = { x: after.node(nodes[0]!)!.x - view.nodes[0]!.x }
    const copies = after.edges.filter(({ id }) => !view.edge(id))
    expect(copies.map(({ waypoints }) => waypoints)).toMatchObject([[{ x: 7 + by.x }]])
  })

  it('leaves out what the session has no room for, large pictures first, and says so', () => {
    const large = { ...image, data: 'A'.repeat(LIMITS.imageText) }
    const view = drawn(...Array<NewMark>(11).fill(large), sticky, image)
    const clip = copyChosen(view, { nodes: [], marks: view.marks.slice(9).map(({ id }) => id) })
    const pasted = paste(view, clip, { x: 0, y: 0 }, context(view))
    const after = previewBoard(view, pasted.changes)
    const added = after.marks.slice(13).map((mark) => mark.kind)
    expect(added).toEqual(['sticky', 'image'])
    expect(pasted.hint).toContain('2 marks were left out')
  })

  it.each([
    ['a picture that is too large', [{ ...image, data: 'A'.repeat(LIMITS.imageText + 4) }]],
    ['a kind that nobody knows', [{ ...sticky, kind: 'hologram' }]],
    ['a mark without an end', [{ ...line, points: [{ x: 1, y: 1 }] }]],
  ])('is not read when it holds %s', (_, marks) => {
    const clip = copyChosen(drawn(), { nodes: [], marks: [] })
    const odd = marks.map((mark) => ({ ...mark, id: 'm', boardId: 'b', order: 'a0' }))
    expect(parseClipboard(JSON.stringify({ ...clip, marks: odd }))).toBeNull()
  })
})

it.each([1, 2, 3])('random gestures keep what nobody took hold of (seed %i)', (seed) => {
  const random = seededRandom(seed)
  const int = (most: number): number => Math.floor(random() * most)
  const ways: readonly Alignment[] = ['left', 'center', 'right', 'top', 'middle', 'bottom']
  let view = drawn(...Array.from({ length: 8 }, () => randomMark(random)))
  for (let turn = 0; turn < 300; turn++) {
    const where = `seed ${seed}, turn ${turn}`
    const chosen: Chosen = {
      nodes: view.nodes.filter(() => random() < 0.3).map(({ id }) => id),
      marks: view.marks.filter(() => random() < 0.3).map(({ id }) => id),
    }
    const by: Point = { x: int(400) - 200, y: int(400) - 200 }
    switch (int(5)) {
      case 0: {
        const after = previewBoard(view, moveChosen(view, chosen, by, scopeOf).changes)
        for (const mark of chosenMarks(view, chosen.marks)) {
          const now = after.marks.find(({ id }) => id === mark.id)!
          expect(offset(mark, now), where).toEqual(mark.locked ? { x: 0, y: 0 } : by)
        }
        view = after
        break
      }
      case 1: {
        const clip = parseClipboard(JSON.stringify(copyChosen(view, chosen)))!
        const pasted = paste(view, clip, by, context(view))
        const after = previewBoard(view, pasted.changes)
        expect(pasted.marks, where).toHaveLength(clip.marks.length)
        expect(spread(after, pasted.marks), where).toEqual(spread(view, chosen.marks))
        if (after.marks.length + after.nodes.length < 60) view = after
        break
      }
      case 2: {
        const patch = align(view, chosen, ways[int(ways.length)]!, scopeOf).changes
        view = previewBoard(view, patch)
        break
      }
      case 3:
        view = previewBoard(view, restackMarks(view, chosen.marks, 'front'))
        expect(
          new Set(view.marks.slice(view.marks.length - chosen.marks.length).map(({ id }) => id)),
          where,
        ).toEqual(new Set(chosen.marks))
        break
      default: {
        const after = previewBoard(view, removeChosen(view, { nodes: [], marks: chosen.marks }))
        const gone = chosenMarks(view, chosen.marks).filter(({ locked }) => !locked)
        expect(after.marks.length, where).toBe(view.marks.length - gone.length)
        if (after.marks.length > 3) view = after
      }
    }
    for (const mark of view.marks) expect(Mark.safeParse(mark).success, where).toBe(true)
  }
})

function offset(from: Rect, to: Rect): Point {
  return { x: to.x - from.x, y: to.y - from.y }
}

/** How marks lie to the first of them. */
function spread(view: BoardView, ids: readonly MarkId[]): Point[] {
  const marks = chosenMarks(view, ids)
  const [first] = marks
  return first ? marks.map((mark) => offset(first, mark)) : []
}
