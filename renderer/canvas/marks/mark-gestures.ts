import { inflate, type Point } from '#shared/model/geometry'
import { MarkId } from '#shared/model/ids'
import type { Mark } from '#shared/model/records'
import { addMarks, removeMarks, type NewMark } from '#shared/operations/marks'
import type { BoardScene } from '../../painting/board-scene'
import type { MarksInFlight } from '../../painting/paint-marks'
import type { OpenSession } from '../../session/open-session'
import type { Tool } from '../../stores/view-store'
import { RESTING, type CanvasStore } from '../canvas-store'
import type { Gesture } from '../gesture'
import {
  between,
  clickedMark,
  crossesStroke,
  drawnMark,
  strokeMark,
  type PenPoint,
} from './mark-shape'

/** What a gesture needs of the screen. */
interface Surface {
  toBoard(x: number, y: number): Point
  zoom(): number
}

/** How far the pointer must go for a mark to be drawn rather than clicked, CSS px. */
const DRAWN_PX = 6
/** How near the eraser must come, CSS px. */
const ERASER_PX = 6
/** What a pen adds to a stroke is at least so far away, CSS px. */
const PEN_STEP_PX = 0.8
const PREVIEW = MarkId.parse('preview')

/** Begins what a tool does; `null` when things are only chosen. */
export function beginTool(
  tool: Tool,
  session: OpenSession,
  canvas: CanvasStore,
  scene: BoardScene,
  from: Point,
  surface: Surface,
  e: PointerEvent,
): Gesture | null {
  if (tool === 'select') return null
  if (tool === 'pen')
    return new PenStroke(session, canvas, { ...from, pressure: pressureOf(e) }, surface)
  if (tool === 'eraser') return new Erasing(session, canvas, scene, from, surface.zoom())
  return new Placing(tool, session, canvas, from, surface.zoom())
}

/** Puts marks on the board that is on screen, chosen; says why when it cannot. */
export function putMarks(session: OpenSession, marks: readonly NewMark[]): readonly MarkId[] {
  const view = session.board.getState().view
  if (!view) return []
  const added = addMarks(session.snapshot.content, view.board.id, marks, session.editContext())
  if (!added.ok) session.view.getState().showHint(added.detail)
  return added.ok && session.edit(added.changes) ? added.ids : []
}

/** A new mark as it is shown before it is on the board. */
function previewOf(session: OpenSession, mark: NewMark, id: MarkId): Mark | null {
  const view = session.board.getState().view
  return view && ({ ...mark, id, boardId: view.board.id, order: 'a0' } satisfies Mark)
}

/** How firmly a pen is pressed, 0 to 1. A mouse and a finger press half as firmly as can be, always. */
function pressureOf(e: PointerEvent): number {
  return e.pointerType === 'pen' ? e.pressure : 0.5
}

function shownAs(preview: Mark | null): MarksInFlight {
  return new Map(preview ? [[PREVIEW, { mark: preview, by: { x: 0, y: 0 } }]] : [])
}

class Placing implements Gesture {
  readonly pans = true
  private to: Point

  constructor(
    private readonly tool: Tool,
    private readonly session: OpenSession,
    private readonly canvas: CanvasStore,
    private readonly from: Point,
    private readonly zoom: number,
  ) {
    this.to = from
  }

  private get isClick(): boolean {
    const { from, to } = this
    return Math.hypot(to.x - from.x, to.y - from.y) * this.zoom < DRAWN_PX
  }

  move(at: Point, e: PointerEvent): void {
    const by = { x: at.x - this.from.x, y: at.y - this.from.y }
    // Shift makes squares and circles.
    const side = Math.max(Math.abs(by.x), Math.abs(by.y))
    const even = e.shiftKey && this.tool !== 'line' && this.tool !== 'arrow'
    this.to = even
      ? { x: this.from.x + Math.sign(by.x) * side, y: this.from.y + Math.sign(by.y) * side }
      : at
    const drawn = this.isClick ? null : this.drawn()
    const preview = drawn && previewOf(this.session, drawn, PREVIEW)
    this.canvas.setState({ marks: shownAs(preview) })
  }

  end(): void {
    this.canvas.setState(RESTING)
    const view = this.session.view.getState()
    const mark = this.isClick ? clickedMark(this.tool, this.from, view) : this.drawn()
    if (!mark) return
    view.set({ tool: 'select' })
    if (mark.kind === 'sticky' || mark.kind === 'text') {
      const id = MarkId.parse(this.session.editContext().newId())
      view.select([])
      this.canvas.setState({ draft: previewOf(this.session, mark, id) })
    } else view.select([], [], putMarks(this.session, [mark]))
  }

  cancel(): void {
    this.canvas.setState(RESTING)
  }

  private drawn(): NewMark | null {
    return drawnMark(this.tool, this.from, this.to, this.session.view.getState())
  }
}

class PenStroke implements Gesture {
  readonly pans = false
  private readonly points: PenPoint[]

  constructor(
    private readonly session: OpenSession,
    private readonly canvas: CanvasStore,
    from: PenPoint,
    private readonly surface: Surface,
  ) {
    this.points = [from]
  }

  move(_at: Point, e: PointerEvent): void {
    const events = e.getCoalescedEvents()
    for (const one of events.length > 0 ? events : [e]) this.add(one)
    this.canvas.setState({ marks: shownAs(previewOf(this.session, this.stroke(), PREVIEW)) })
  }

  end(): void {
    this.canvas.setState(RESTING)
    putMarks(this.session, [this.stroke()])
  }

  cancel(): void {
    this.canvas.setState(RESTING)
  }

  private add(e: PointerEvent): void {
    const at = this.surface.toBoard(e.clientX, e.clientY)
    const last = this.points.at(-1)
    const step = last ? Math.hypot(at.x - last.x, at.y - last.y) : Infinity
    if (step * this.surface.zoom() < PEN_STEP_PX) return
    this.points.push({ ...at, pressure: pressureOf(e) })
  }

  private stroke(): NewMark {
    return strokeMark(this.points, this.session.view.getState())
  }
}

class Erasing implements Gesture {
  readonly pans = false
  private readonly erased = new Set<MarkId>()

  constructor(
    private readonly session: OpenSession,
    private readonly canvas: CanvasStore,
    private readonly scene: BoardScene,
    private last: Point,
    private readonly zoom: number,
  ) {
    this.eraseTo(last)
  }

  move(at: Point): void {
    this.eraseTo(at)
  }

  end(): void {
    const view = this.session.board.getState().view
    if (view) this.session.edit(removeMarks(view, [...this.erased]))
    this.canvas.setState(RESTING)
  }

  cancel(): void {
    this.canvas.setState(RESTING)
  }

  private eraseTo(at: Point): void {
    const near = ERASER_PX / this.zoom
    for (const mark of this.scene.marksIn(inflate(between(this.last, at), near)))
      if (mark.kind === 'stroke' && mark.locked !== true)
        if (crossesStroke(mark, this.last, at, near)) this.erased.add(mark.id)
    this.last = at
    this.canvas.setState({ marks: new Map([...this.erased].map((id) => [id, null])) })
  }
}
