import { describe, expect, it } from 'vitest'
import { seededRandom } from '#shared/lib/random'
import { previewPatch } from '#shared/model/apply-patch'
import { createBoardView, type BoardView } from '#shared/model/board-view'
import { center, inflate, intersects, union, type Rect } from '#shared/model/geometry'
import { BoardId } from '#shared/model/ids'
import { boardContent, type SessionContent } from '#shared/model/session'
import { newSession } from '#shared/operations/new-session'
import { freePlace } from '#shared/templates/free-place'
import { insertTemplate } from '#shared/templates/insert-template'
import { templates } from '#shared/templates/templates'
import { testContext } from '../../support/edit-context'

const [template] = templates
if (!template) throw new Error('There are no templates')

function viewOf(content: SessionContent): BoardView {
  const [board] = content.boards
  const found = board && boardContent(content, board.id)
  if (!found) throw new Error('There is no board')
  return createBoardView(found)
}

describe('inserting a reference architecture', () => {
  const edit = testContext()
  const empty = newSession({ title: 'Shop', customer: 'Example' }, edit)
  const first = insertTemplate(viewOf(empty), template, { x: 1000, y: 500 }, edit)
  const once = previewPatch(empty, first.changes)
  const second = insertTemplate(viewOf(once), template, { x: 1000, y: 500 }, edit)
  const twice = previewPatch(once, second.changes)

  it('puts its middle where it was asked for, on an empty board', () => {
    const middle = center(first.rect)
    expect(Math.abs(middle.x - 1000)).toBeLessThanOrEqual(4)
    expect(Math.abs(middle.y - 500)).toBeLessThanOrEqual(4)
    expect(union(viewOf(once).nodes)).toEqual(first.rect)
  })

  it('leaves alone what is on the board, and finds a place beside it', () => {
    expect(second.changes.every(({ op }) => op === 'addNode' || op === 'addEdge')).toBe(true)
    const before = viewOf(once)
    const after = viewOf(twice)
    for (const node of before.nodes) expect(after.node(node.id)).toEqual(node)
    expect(after.nodes).toHaveLength(2 * before.nodes.length)
    expect(after.edges).toHaveLength(2 * before.edges.length)
    expect(intersects(first.rect, second.rect)).toBe(false)
  })

  it('gives ids of its own, and those of what is outermost', () => {
    const view = viewOf(twice)
    const ids = [...view.nodes, ...view.edges].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of second.ids) expect(view.node(id)?.parentId).toBeNull()
    const within = second.ids.flatMap((id) => [id, ...view.descendants(id).map((node) => node.id)])
    expect(within).toHaveLength(viewOf(once).nodes.length)
  })

  it('says who assumed what it says', () => {
    const facts = [...twice.nodes, ...twice.edges].flatMap(({ facts: all }) => Object.values(all))
    for (const fact of facts)
      expect(fact).toMatchObject({ source: 'assumed', by: edit.actor, at: edit.now })
  })

  it('belongs to the board it was put on, and to nothing on it', () => {
    const [board] = twice.boards
    for (const { boardId } of [...twice.nodes, ...twice.edges]) expect(boardId).toBe(board?.id)
    expect(board?.id).not.toBe(BoardId.parse('template-1'))
  })
})

describe('finding a free place', () => {
  const size = { w: 400, h: 200 }

  it('takes the middle when nothing is there', () => {
    expect(freePlace([], size, { x: 200, y: 100 }, 48)).toEqual({ x: 0, y: 0 })
  })

  it('goes to the nearest side of what is there', () => {
    const wall: Rect = { x: -100, y: -2000, w: 200, h: 4000 }
    expect(freePlace([wall], size, { x: 0, y: 0 }, 48)).toEqual({ x: 152, y: -96 })
    expect(freePlace([wall], size, { x: -20, y: 0 }, 48)).toEqual({ x: -552, y: -96 })
  })

  it('fits into a gap that is wide enough, and only there', () => {
    const shelf = (gap: number): Rect[] => [
      { x: 0, y: -1000, w: 800, h: 1000 },
      { x: 0, y: gap, w: 800, h: 1000 },
    ]
    expect(freePlace(shelf(296), size, { x: 400, y: 148 }, 48)).toEqual({ x: 200, y: 48 })
    expect(freePlace(shelf(280), size, { x: 400, y: 140 }, 48).x).not.toBe(200)
  })

  it.each([1, 2, 3, 4, 5])('touches nothing, and nothing nearer is free (seed %i)', (seed) => {
    const random = seededRandom(seed)
    const taken = Array.from({ length: 40 }, () => ({
      x: Math.round(random() * 2000),
      y: Math.round(random() * 1500),
      w: Math.round(50 + random() * 300),
      h: Math.round(50 + random() * 200),
    }))
    const isFree = (x: number, y: number): boolean =>
      taken.every((rect) => !intersects(inflate(rect, 48), { x, y, ...size }))
    const around = { x: 1000, y: 750 }
    const found = freePlace(taken, size, around, 48)
    expect(isFree(found.x, found.y)).toBe(true)
    const away = (x: number, y: number): number =>
      Math.hypot(x + size.w / 2 - around.x, y + size.h / 2 - around.y)
    const reach = away(found.x, found.y) - 24
    for (let x = 0; x < 2000; x += 8)
      for (let y = 0; y < 1500; y += 8) if (away(x, y) < reach) expect(isFree(x, y)).toBe(false)
  })
})
