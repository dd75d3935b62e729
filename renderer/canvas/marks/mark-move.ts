import { scopeOf } from '#shared/catalogue/scope-of'
import type { BoardView } from '#shared/model/board-view'
import { snap, type Point } from '#shared/model/geometry'
import type { MarkId } from '#shared/model/ids'
import type { Mark } from '#shared/model/records'
import { moveChosen } from '#shared/operations/chosen'
import type { OpenSession } from '../../session/open-session'
import { RESTING, type CanvasStore } from '../canvas-store'
import { draggedBy, isFree, type Gesture, type Modifiers } from '../gesture'
import { dragPositions } from '../node-drag'
import { putCopy } from '../put-copy'
import { HeldMarks } from './held-marks'

/** Moves marks where no nodes go along: one edit when the pointer lets go. Alt carries a copy. */
export class MarkMove implements Gesture {
  readonly pans = true
  private by: Point = { x: 0, y: 0 }
  private isCopy = false
  private readonly held: HeldMarks

  constructor(
    private readonly session: OpenSession,
    private readonly canvas: CanvasStore,
    view: BoardView,
    private readonly lead: Mark,
    ids: readonly MarkId[],
    private readonly from: Point,
  ) {
    this.held = new HeldMarks(view, ids)
  }

  move(at: Point, e: Modifiers): void {
    const { x, y } = this.lead
    const by = draggedBy(this.from, at, e)
    // Ink lies where it was drawn, on no grid.
    this.by =
      this.lead.kind === 'stroke' || isFree(e)
        ? { x: Math.round(by.x), y: Math.round(by.y) }
        : { x: snap(x + by.x) - x, y: snap(y + by.y) - y }
    this.isCopy = e.altKey
    this.canvas.setState({ marks: this.held.inFlight(this.by, this.isCopy) })
    this.session.presence.show({ drag: dragPositions(this.held.positions(this.by)) })
  }

  end(): void {
    this.session.presence.show({ drag: null })
    const view = this.session.board.getState().view
    const chosen = { nodes: [], marks: this.held.ids }
    if (view && this.isCopy) putCopy(this.session, view, chosen, this.by)
    else if (view) this.session.edit(moveChosen(view, chosen, this.by, scopeOf).changes)
    this.canvas.setState(RESTING)
  }

  cancel(): void {
    this.session.presence.show({ drag: null })
    this.canvas.setState(RESTING)
  }
}
