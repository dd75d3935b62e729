import type { BoardView } from '../model/board-view'
import type { EditContext } from '../model/edit-context'
import type { Point, Size } from '../model/geometry'
import { MarkId, type BoardId } from '../model/ids'
import { shifted } from '../model/mark-place'
import { fittingMarks } from '../model/mark-room'
import type { Change, MarkFields, Patch } from '../model/patch'
import { Emoji, LIMITS, Mark } from '../model/records'
import type { SessionContent } from '../model/session'
import { textHeight } from '../render/mark-drawing'
import { keysAfter } from './order'

/** A mark without what the session gives it. */
export type NewMark = Mark extends infer Kind
  ? Kind extends Mark
    ? Omit<Kind, 'id' | 'boardId' | 'order'>
    : never
  : never

export type AddedMarks =
  | { ok: true; changes: Patch; ids: readonly MarkId[] }
  | {
      ok: false
      code: 'mark.too-large' | 'marks.no-room'
      /** What happened and what to do next; for people. */
      detail: string
    }

/** Puts marks on a board, on top of those that are there, all of them or none. */
export function addMarks(
  content: SessionContent,
  boardId: BoardId,
  marks: readonly NewMark[],
  edit: EditContext,
): AddedMarks {
  const there = content.marks.filter((mark) => mark.boardId === boardId)
  const orders = keysAfter(there, marks.length)
  const made: Mark[] = []
  for (const [i, mark] of marks.entries()) {
    const parsed = Mark.safeParse({ ...mark, id: edit.newId(), boardId, order: orders[i] })
    if (!parsed.success)
      return {
        ok: false,
        code: 'mark.too-large',
        detail:
          mark.kind === 'image'
            ? `A picture may have ${(LIMITS.imageText * 3) / 4 / 1024} KB. Make it smaller and add it again.`
            : 'This is more than one mark can hold. Nothing was added.',
      }
    made.push(parsed.data)
  }
  if (fittingMarks(content.marks, made).length < made.length)
    return {
      ok: false,
      code: 'marks.no-room',
      detail:
        'This session has no room for more of these. Remove some pictures or marks and try again.',
    }
  return {
    ok: true,
    changes: made.map((mark) => ({ op: 'addMark', mark })),
    ids: made.map(({ id }) => id),
  }
}

/** Moves marks by a distance in board units; locked ones stay. */
export function moveMarks(view: BoardView, ids: readonly MarkId[], by: Point): Patch {
  return changesOf(view, ids, (mark) => (mark.locked ? null : placeOf(shifted(mark, by))))
}

/** Puts each mark at its own new place; locked ones stay. */
export function placeMarks(places: ReadonlyMap<Mark, Point>): Patch {
  return [...places].flatMap(([mark, to]): Change[] => {
    const by = { x: to.x - mark.x, y: to.y - mark.y }
    if (mark.locked || (by.x === 0 && by.y === 0)) return []
    return [{ op: 'setMark', id: mark.id, set: placeOf(shifted(mark, by)) }]
  })
}

/** Removes marks, locked ones too. */
export function removeMarks(view: BoardView, ids: readonly MarkId[]): Patch {
  const wanted = new Set<string>(ids)
  return view.marks
    .filter(({ id }) => wanted.has(id))
    .map(({ id }): Change => ({ op: 'removeMark', id }))
}

/** Looks that marks can have; each kind takes those that it knows. */
export type MarkStyle = Pick<MarkFields, 'color' | 'sizePx' | 'shape' | 'fill' | 'arrow'>

/** Gives marks another look. What a mark's kind does not have, or not in this value, it keeps. */
export function restyle(view: BoardView, ids: readonly MarkId[], style: MarkStyle): Patch {
  return changesOf(view, ids, (mark) => {
    const set = Object.entries(style).filter(
      ([key, value]) =>
        value !== undefined && key in mark && Mark.safeParse({ ...mark, [key]: value }).success,
    )
    // Fields of a style, as they came.
    return set.length === 0 ? null : (Object.fromEntries(set) as MarkStyle)
  })
}

/** Sets texts in another size; they become as tall as their lines. */
export function setTextSize(view: BoardView, ids: readonly MarkId[], sizePx: number): Patch {
  return changesOf(view, ids, (mark) => {
    if (mark.kind !== 'text') return null
    const larger = { ...mark, sizePx }
    return Mark.safeParse(larger).success ? { sizePx, h: textHeight(larger) } : null
  })
}

/** No mark is drawn smaller by hand. */
export const LEAST_MARK = 24

/**
 * Makes a mark so wide or so high, its top left corner staying. Pictures keep their proportions and texts are as tall as
 * their lines. Lines and ink have the size that was drawn, and locked marks stay as they are.
 */
export function resizeMark(view: BoardView, id: MarkId, size: Partial<Size>): Patch {
  return changesOf(view, [id], (mark) => {
    if (mark.locked || mark.kind === 'line' || mark.kind === 'stroke') return null
    const w = within(size.w ?? mark.w)
    const h = within(size.h ?? mark.h)
    if (mark.kind === 'text') return { w, h: textHeight({ ...mark, w }) }
    if (mark.kind !== 'image') return { w, h }
    const scale = size.w === undefined ? h / mark.h : w / mark.w
    return { w: Math.max(1, mark.w * scale), h: Math.max(1, mark.h * scale) }
  })
}

function within(length: number): number {
  return Math.min(Math.max(length, LEAST_MARK), LIMITS.coordinate)
}

/** Casts somebody's vote on a sticky note, or takes it back. */
export function vote(view: BoardView, id: MarkId, emoji: string, voter: string): Patch {
  const mark = view.marks.find((candidate) => candidate.id === id)
  const name = voter.trim().slice(0, 80)
  if (mark?.kind !== 'sticky' || name === '' || !Emoji.safeParse(emoji).success) return []
  const names = mark.votes[emoji] ?? []
  const isFor = !names.includes(name)
  const isFull =
    names.length >= LIMITS.votersPerEmoji ||
    (names.length === 0 && Object.keys(mark.votes).length >= LIMITS.emojisPerSticky)
  return isFor && isFull ? [] : [{ op: 'setMark', id, votes: [{ emoji, name, isFor }] }]
}

/**
 * Writes on a sticky note, a text or a shape; on a picture, what it shows. Text beyond the limit is cut off, and a text
 * of which nothing is left goes.
 */
export function setText(view: BoardView, id: MarkId, text: string): Patch {
  const written = text.slice(0, LIMITS.text)
  if (written.trim() === '' && view.marks.some((mark) => mark.id === id && mark.kind === 'text'))
    return removeMarks(view, [id])
  return changesOf(view, [id], (mark) => {
    if (mark.kind === 'image') return { alt: text.slice(0, LIMITS.label) }
    if (mark.kind === 'text') return { text: written, h: textHeight({ ...mark, text: written }) }
    return 'text' in mark ? { text: written } : null
  })
}

function changesOf(
  view: BoardView,
  ids: readonly MarkId[],
  change: (mark: Mark) => MarkFields | null,
): Patch {
  const wanted = new Set<string>(ids)
  return view.marks.flatMap((mark): Change[] => {
    const set = wanted.has(mark.id) ? change(mark) : null
    return set ? [{ op: 'setMark', id: mark.id, set }] : []
  })
}

function placeOf(mark: Mark): MarkFields {
  const { x, y } = mark
  return mark.kind === 'line' ? { x, y, points: mark.points } : { x, y }
}
