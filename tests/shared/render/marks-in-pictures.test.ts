import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../shared/lib/random'
import { createBoardView, type BoardView } from '../../../shared/model/board-view'
import { contains, type Rect } from '../../../shared/model/geometry'
import { MarkId, NodeId } from '../../../shared/model/ids'
import type { NewMark } from '../../../shared/operations/marks'
import {
  PICTURE_MARGIN,
  renderBoardSvg,
  type BoardSvg,
  type PictureOnly,
} from '../../../shared/render/board-svg'
import { boundsOf } from '../../../shared/render/bounds'
import { markExtent } from '../../../shared/render/mark-drawing'
import { renderThumbnail } from '../../../shared/render/thumbnail'
import { marksOn, randomMark, sampleMarks } from '../../support/marks'
import { iconFromDisk, sampleBoard } from './sample-board'

const { sticky, text, shape, line, stroke, image } = sampleMarks

function boardWith(...marks: readonly NewMark[]): BoardView {
  const { board, nodes, edges } = sampleBoard()
  return createBoardView({ board, nodes, edges, marks: marksOn(board.id, ...marks) })
}

describe('a picture of what is selected', () => {
  const view = boardWith(stroke, { ...sticky, x: 5000, y: 5000 })
  const picture = (only: PictureOnly): BoardSvg =>
    renderBoardSvg({ view, icons: iconFromDisk, theme: 'light', background: 'solid', only })
  const second = new Set([MarkId.parse('m1')])

  it('shows marks alone, as large as they are', () => {
    const { svg, bounds } = picture({ nodes: new Set(), marks: second })
    expect(svg).not.toContain('data-node')
    expect(svg).not.toContain('Nothing drawn yet')
    expect(svg.match(/data-mark="[^"]+"/g)).toEqual(['data-mark="m1"'])
    const [, away] = view.marks
    expect(contains(bounds, markExtent(away!))).toBe(true)
    expect(bounds.w).toBeLessThan(away!.w + 4 * PICTURE_MARGIN)
  })

  it('shows marks with nodes, what is inside these, and no others', () => {
    const { svg } = picture({ nodes: new Set([NodeId.parse('az-a')]), marks: second })
    expect(svg).toContain('data-node="db-a"')
    expect(svg).not.toContain('data-node="db-b"')
    expect(svg).toContain('data-mark="m1"')
    expect(svg).not.toContain('data-mark="m0"')
  })
})

describe('marks in a thumbnail', () => {
  const size = { widthPx: 320, heightPx: 200 }
  const thumbnail = (view: BoardView): string =>
    renderThumbnail(view, iconFromDisk, { ...size, theme: 'light' })
  const shown = (svg: string): Rect => {
    const [x = 0, y = 0, w = 0, h = 0] = /viewBox="([^"]+)"/.exec(svg)![1]!.split(' ').map(Number)
    return { x, y, w, h }
  }

  it('are drawn in their colours, without words and without the bytes of pictures', () => {
    const { board } = sampleBoard()
    const marks = marksOn(board.id, sticky, text, shape, line, stroke, image)
    const svg = thumbnail(createBoardView({ board, nodes: [], edges: [], marks }))
    expect(svg).toContain('#fdf0b0')
    expect(svg).toContain('<ellipse')
    expect(svg).toContain('stroke-linejoin="round"')
    expect(svg).not.toMatch(/<text|<image|base64|NaN/)
  })

  it('keep ink short however long it was drawn', () => {
    const points = Array.from({ length: 4000 }, (_, i) => [i / 40, (i % 7) / 10, 0.5])
    const view = boardWith({ ...stroke, points } as NewMark)
    expect(thumbnail(view).length - thumbnail(boardWith()).length).toBeLessThan(2500)
  })

  it.each([1, 2, 3, 4, 5])('are all in view (seed %i)', (seed) => {
    const random = seededRandom(seed)
    const view = boardWith(...Array.from({ length: 12 }, () => randomMark(random)))
    const frame = shown(thumbnail(view))
    for (const mark of view.marks) expect(contains(frame, markExtent(mark))).toBe(true)
    expect(frame.w / frame.h).toBeCloseTo(1.6, 2)
    const all = boundsOf(view.nodes, view.marks)!
    for (const thing of [...view.nodes, ...view.marks.map(markExtent)])
      expect(contains(all, thing)).toBe(true)
  })
})
