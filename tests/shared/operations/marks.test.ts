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
  LEAST_MARK,
  moveMarks,
  removeMarks,
  resizeMark,
  restyle,
  setText,
  setTextSize,
  vote,
  type NewMark,
} from '#shared/operations/marks'
import { newSession } from '#shared/operations/new-session'
import { testContext } from '../../support/edit-context'
import { sampleMarks } from '../../support/marks'

const { sticky, text, shape, line, stroke, image } = sampleMarks
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

  it('that are texts are as tall as their lines, and go with their last letter', () => {
    const { view, ids } = drawn(text, sticky)
    const two = after(view, setText(view, ids[0]!, 'one\ntwo'))
    expect(two).toMatchObject({ text: 'one\ntwo', h: 54 })
    expect(after(view, setTextSize(view, ids, 40))).toMatchObject({ sizePx: 40, h: 54 })
    expect(setTextSize(view, ids, 40)).toHaveLength(1)
    expect(setTextSize(view, ids, 4000)).toEqual([])
    expect(setText(view, ids[0]!, ' ')).toEqual([{ op: 'removeMark', id: ids[0] }])
    expect(setText(view, ids[1]!, '')).toHaveLength(1)
    expect(after(view, resizeMark(view, ids[0]!, { w: 30 }))).toMatchObject({ w: 30, h: 27 })
  })

  it('become as large as is said, pictures in proportion; ink, lines and what is locked do not', () => {
    const { view, ids } = drawn(sticky, image, line, stroke, { ...sticky, locked: true })
    const sized = (i: number, size: { w?: number; h?: number }): Patch =>
      resizeMark(view, ids[i]!, size)
    expect(after(view, sized(0, { w: 300 }))).toMatchObject({ x: 10, y: 20, w: 300, h: 80 })
    expect(after(view, sized(0, { h: 1 }))).toMatchObject({ w: 100, h: LEAST_MARK })
    expect(sized(1, { w: 50 })[0]).toMatchObject({ set: { w: 50, h: 40 } })
    expect(sized(1, { h: 160 })[0]).toMatchObject({ set: { w: 200, h: 160 } })
    for (const i of [2, 3, 4]) expect(sized(i, { w: 300 })).toEqual([])
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
