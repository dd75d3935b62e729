import { describe, expect, it } from 'vitest'
import { previewBoard, previewPatch } from '#shared/model/apply-patch'
import { createBoardView, type BoardView } from '#shared/model/board-view'
import type { MarkId } from '#shared/model/ids'
import type { Patch } from '#shared/model/patch'
import { LIMITS, type Mark } from '#shared/model/records'
import { boardContent, type SessionContent } from '#shared/model/session'
import { copyBoard, removeBoard } from '#shared/operations/boards'
import {
  addMarks,
  moveMarks,
  removeMarks,
  restyle,
  setText,
  vote,
  type NewMark,
} from '#shared/operations/marks'
import { newSession } from '#shared/operations/new-session'
import { testContext } from '../../support/edit-context'

const place = { x: 10, y: 20, w: 100, h: 80 }
const sticky: NewMark = { ...place, kind: 'sticky', text: 'Hi', color: 'yellow', votes: {} }
const line: NewMark = {
  ...place,
  kind: 'line',
  points: [
    { x: 10, y: 20 },
    { x: 110, y: 100 },
  ],
  color: 'red',
  arrow: true,
}
const stroke: NewMark = {
  ...place,
  kind: 'stroke',
  points: [
    [0, 0, 0.5],
    [100, 80, 1],
  ],
  color: 'ink',
  sizePx: 4,
}
const text: NewMark = { ...place, kind: 'text', text: 'T', sizePx: 20, color: 'blue' }
const shape: NewMark = {
  ...place,
  kind: 'shape',
  shape: 'ellipse',
  color: 'green',
  fill: 'none',
  text: '',
}
const image: NewMark = { ...place, kind: 'image', mime: 'image/png', data: 'AAAA', alt: 'A' }

const edit = testContext()
const EMPTY = newSession({ title: 'T', customer: 'C' }, edit)
const BOARD = EMPTY.boards[0]!.id

function drawn(...marks: NewMark[]): {
  content: SessionContent
  view: BoardView
  ids: readonly MarkId[]
} {
  const added = addMarks(EMPTY, BOARD, marks, edit)
  if (!added.ok) throw new Error(added.detail)
  const content = previewPatch(EMPTY, added.changes)
  return { content, view: createBoardView(boardContent(content, BOARD)!), ids: added.ids }
}

const after = (view: BoardView, patch: Patch): Mark => previewBoard(view, patch).marks[0]!

describe('marks', () => {
  it('are added on top of one another, and carried by every preview', () => {
    const { view, ids } = drawn(sticky, line, stroke, text, shape, image)
    expect(view.marks.map(({ id }) => id)).toEqual(ids)
    expect(view.marks[1]).toMatchObject({ ...line, boardId: BOARD })
    expect(previewBoard(view, []).marks).toEqual(view.marks)
  })

  it('are refused as a whole when one is too large or the session is full', () => {
    const huge = 'A'.repeat(LIMITS.imageText)
    const refused = addMarks(EMPTY, BOARD, [sticky, { ...image, data: `${huge}AAAA` }], edit)
    expect(refused).toMatchObject({ ok: false, code: 'mark.too-large' })
    expect(!refused.ok && refused.detail).toContain('1536 KB')
    const full = drawn(...Array<NewMark>(12).fill({ ...image, data: huge }))
    expect(addMarks(full.content, BOARD, [sticky], edit).ok).toBe(true)
    expect(addMarks(full.content, BOARD, [sticky, image], edit)).toMatchObject({
      ok: false,
      code: 'marks.no-room',
    })
    const one = drawn(sticky).content.marks[0]!
    const many = { ...EMPTY, marks: Array<Mark>(LIMITS.marksPerSession).fill(one) }
    expect(addMarks(many, BOARD, [sticky], edit).ok).toBe(false)
  })

  it('move with the ends of a line, unless they are locked', () => {
    const { view, ids } = drawn(line, stroke, { ...sticky, locked: true })
    const now = previewBoard(view, moveMarks(view, ids, { x: 5, y: -5 })).marks
    expect(now[0]).toMatchObject({
      x: 15,
      y: 15,
      points: [
        { x: 15, y: 15 },
        { x: 115, y: 95 },
      ],
    })
    expect(now[1]).toMatchObject({
      x: 15,
      y: 15,
      points: [
        [0, 0, 0.5],
        [100, 80, 1],
      ],
    })
    expect(now[2]).toBe(view.marks[2])
  })

  it('take of a style what their kind has', () => {
    const { view, ids } = drawn(sticky, text, shape, line, image)
    const style = { color: 'red', sizePx: 30, fill: 'tint', arrow: false } as const
    const now = previewBoard(view, restyle(view, ids, style)).marks
    expect(now[0]).toBe(view.marks[0])
    expect(now[1]).toMatchObject({ color: 'red', sizePx: 30 })
    expect(now[2]).toMatchObject({ color: 'red', fill: 'tint' })
    expect(now[3]).toMatchObject({ color: 'red', arrow: false })
    expect(now[4]).toBe(view.marks[4])
    const pink = restyle(view, ids, { color: 'pink', sizePx: 1000 })
    expect(pink).toEqual([{ op: 'setMark', id: ids[0], set: { color: 'pink' } }])
  })

  it('take votes and give them back, sorted by name', () => {
    const { view, ids } = drawn(sticky)
    const id = ids[0]!
    const bob = previewBoard(view, vote(view, id, '👍', 'Bob'))
    const both = previewBoard(bob, vote(bob, id, '👍', ' Ann '))
    expect(both.marks[0]).toMatchObject({ votes: { '👍': ['Ann', 'Bob'] } })
    const ann = previewBoard(both, vote(both, id, '👍', 'Bob'))
    expect(ann.marks[0]).toMatchObject({ votes: { '👍': ['Ann'] } })
    expect(after(ann, vote(ann, id, '👍', 'Ann'))).toMatchObject({ votes: {} })
    for (const odd of ['', 'a/b', '__proto__', 'x'.repeat(17)])
      expect(vote(view, id, odd, 'Ann')).toEqual([])
    expect(vote(view, id, '👍', ' ')).toEqual([])
  })

  it('take no more votes than a sticky note holds', () => {
    const names = Array.from({ length: LIMITS.votersPerEmoji }, (_, i) => `v${i}`)
    const { view, ids } = drawn({ ...sticky, votes: { '👍': names } } as NewMark)
    expect(vote(view, ids[0]!, '👍', 'late')).toEqual([])
    expect(vote(view, ids[0]!, '👍', 'v7')).toHaveLength(1)
  })

  it('are written on, within the limit', () => {
    const { view, ids } = drawn(sticky, line, image)
    expect(after(view, setText(view, ids[0]!, 'x'.repeat(LIMITS.text + 1)))).toMatchObject({
      text: 'x'.repeat(LIMITS.text),
    })
    expect(setText(view, ids[1]!, 'x')).toEqual([])
    expect(setText(view, ids[2]!, 'a cat')).toEqual([
      { op: 'setMark', id: ids[2], set: { alt: 'a cat' } },
    ])
  })

  it('go when they are removed, and with their board; a copy of the board has its own', () => {
    const { content, view, ids } = drawn(sticky, line)
    expect(previewBoard(view, removeMarks(view, [ids[0]!])).marks.map(({ id }) => id)).toEqual([
      ids[1],
    ])
    const copy = copyBoard(content, BOARD, { name: 'Copy', kind: 'target' }, edit)
    const two = previewPatch(content, copy.changes)
    const copied = boardContent(two, copy.id)!.marks!
    expect(copied.map(({ kind }) => kind)).toEqual(['sticky', 'line'])
    expect(two.marks).toHaveLength(4)
    expect(new Set(two.marks.map(({ id }) => id)).size).toBe(4)
    expect(previewPatch(two, removeBoard(two, BOARD)).marks).toEqual(copied)
  })

  it('are left out of a copy where the session has no more room, large pictures first', () => {
    const large = { ...image, data: 'A'.repeat(LIMITS.imageText) }
    const { content } = drawn(sticky, image, ...Array<NewMark>(7).fill(large))
    const copy = copyBoard(content, BOARD, { name: 'Copy', kind: 'target' }, edit)
    const copied = boardContent(previewPatch(content, copy.changes), copy.id)!.marks!
    expect(copied.slice(0, 2).map(({ kind }) => kind)).toEqual(['sticky', 'image'])
    expect(copied).toHaveLength(2 + 4)
  })
})
