import type { BoardView } from '#shared/model/board-view'
import type { Point } from '#shared/model/geometry'
import type { MarkId } from '#shared/model/ids'
import type { Mark } from '#shared/model/records'
import { chosenMarks } from '#shared/operations/chosen'
import type { MarksInFlight } from '../../painting/paint-marks'
import { RESTING } from '../canvas-store'

/** Marks that are carried along by a drag. Locked ones are not. */
export class HeldMarks {
  readonly marks: readonly Mark[]
  readonly ids: readonly MarkId[]

  constructor(view: BoardView, ids: readonly MarkId[]) {
    this.marks = chosenMarks(view, ids).filter(({ locked }) => locked !== true)
    this.ids = this.marks.map(({ id }) => id)
  }

  /** How they are shown so far away; `stays` when a copy of them is carried. */
  inFlight(by: Point, stays: boolean): MarksInFlight {
    // The same nothing every time, so that dragging nodes leaves the marks alone.
    if (this.marks.length === 0) return RESTING.marks
    return new Map(this.marks.map((mark) => [mark.id, { mark, by, stays }]))
  }

  /** Where they are so far away, for the others to see. */
  positions(by: Point): [MarkId, Point][] {
    return this.marks.map(({ id, x, y }) => [id, { x: x + by.x, y: y + by.y }])
  }
}
