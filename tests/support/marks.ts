import { BoardId, MarkId } from '#shared/model/ids'
import { Mark, type Ink } from '#shared/model/records'
import type { NewMark } from '#shared/operations/marks'

const place = { x: 10, y: 20, w: 100, h: 80 }

/** One mark of each kind. */
export const sampleMarks = {
  sticky: { ...place, kind: 'sticky', text: 'Hi', color: 'yellow', votes: {} },
  text: { ...place, kind: 'text', text: 'T', sizePx: 20, color: 'blue' },
  shape: { ...place, kind: 'shape', shape: 'ellipse', color: 'green', fill: 'none', text: '' },
  line: {
    ...place,
    kind: 'line',
    points: [
      { x: 10, y: 20 },
      { x: 110, y: 100 },
    ],
    color: 'red',
    arrow: true,
  },
  stroke: {
    ...place,
    kind: 'stroke',
    points: [
      [0, 0, 0.5],
      [100, 80, 1],
    ],
    color: 'ink',
    sizePx: 4,
  },
  image: { ...place, kind: 'image', mime: 'image/png', data: 'AAAA', alt: 'A' },
} satisfies Record<Mark['kind'], NewMark>

/** Marks as they are on a board, `m0` lowest. */
export function marksOn(boardId: BoardId, ...marks: readonly NewMark[]): Mark[] {
  return marks.map((mark, i) => ({
    ...mark,
    id: MarkId.parse(`m${i}`),
    boardId,
    order: `a${i}`,
  }))
}

const KINDS = Mark.options.map((kind) => kind.shape.kind.value)
const INKS: readonly Ink[] = ['ink', 'blue', 'red']

/** Any mark, somewhere within 1000 units. */
export function randomMark(random: () => number): NewMark {
  const int = (most: number): number => Math.floor(random() * most)
  const box = { x: int(1000), y: int(1000), w: 24 + int(200), h: 24 + int(200) }
  const color = INKS[int(INKS.length)] ?? 'ink'
  const kind = KINDS[int(KINDS.length)] ?? 'sticky'
  const sample: NewMark = sampleMarks[kind]
  const locked = random() < 0.2 ? { locked: true } : {}
  if (sample.kind === 'line') {
    const { x, y, w, h } = box
    const points: [{ x: number; y: number }, { x: number; y: number }] = [
      { x, y: y + h },
      { x: x + w, y },
    ]
    return { ...sample, ...box, ...locked, color, points }
  }
  if (sample.kind === 'sticky' || sample.kind === 'image') return { ...sample, ...box, ...locked }
  return { ...sample, ...box, ...locked, color }
}
