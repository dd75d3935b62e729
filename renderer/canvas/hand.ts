import type { BoardView } from '#shared/model/board-view'
import type { Point } from '#shared/model/geometry'
import type { BoardNode, Mark } from '#shared/model/records'
import type { BoardPainter } from '../painting/board-painter'
import type { OpenSession } from '../session/open-session'
import type { CanvasStore } from './canvas-store'
import { isAdding, isEraserEnd, isFree, type Gesture, type Modifiers } from './gesture'
import { openLinkAt } from './link-sign'
import { Marquee } from './marquee'
import { hasText } from './marks/mark-names'
import { beginTool } from './marks/mark-gestures'
import { MarkMove } from './marks/mark-move'
import { voteAt } from './marks/vote-at'
import { NodeDrag } from './node-drag'
import { pickAt, type Picked } from './pick'

/** How far the pointer must go before a press is a drag, CSS px. Fingers are less steady. */
const THRESHOLD_PX = 3
const FINGER_THRESHOLD_PX = 8
/** So near to the edge of the canvas a drag moves the board along, CSS px; and how fast, CSS px a frame. */
const EDGE_PX = 36
const EDGE_SPEED = 14
/** What the hand needs of the screen. */
export interface Surface {
  toBoard(x: number, y: number): Point
  zoom(): number
  panBy(dx: number, dy: number): void
  box(): DOMRect
}

/** The button is down, and nothing was moved yet. */
interface Press {
  picked: Picked
}

/** What the left button has in hand: a press, then a click or a gesture. */
export class Hand {
  /** The one that is down. */
  private pointer: PointerEvent | null = null
  private press: Press | null = null
  private gesture: Gesture | null = null
  /** Where the button went down: on the screen, and on the board. */
  private from = { x: 0, y: 0 }
  private anchor: Point = { x: 0, y: 0 }
  private last: PointerEvent | null = null
  private frame = 0

  constructor(
    private readonly session: OpenSession,
    private readonly canvas: CanvasStore,
    private readonly painter: BoardPainter,
    private readonly surface: Surface,
  ) {}

  get isBusy(): boolean {
    return this.gesture !== null
  }

  /** Whether something is being drawn, or what was pressed can be dragged. */
  get holds(): boolean {
    const picked = this.press?.picked ?? null
    return this.isBusy || (picked !== null && picked.kind !== 'around')
  }

  /** Takes a press; says whether it did. Of several pointers one counts. */
  down(e: PointerEvent): boolean {
    if (this.pointer && !this.givesWay(this.pointer, e)) return false
    this.pointer = e
    this.from = { x: e.clientX, y: e.clientY }
    this.anchor = this.surface.toBoard(e.clientX, e.clientY)
    const tool = isEraserEnd(e) ? 'eraser' : this.session.view.getState().tool
    const { scene } = this.painter
    this.gesture = this.session.canEdit
      ? beginTool(tool, this.session, this.canvas, scene, this.anchor, this.surface, e)
      : null
    if (!this.gesture) this.press = { picked: this.pick(e) }
    return true
  }

  move(e: PointerEvent): void {
    if (this.pointer && this.pointer.pointerId !== e.pointerId) return
    this.last = e
    if (!this.gesture && !this.press) {
      this.hover(e)
      return
    }
    if (this.press) {
      const far = e.pointerType === 'touch' ? FINGER_THRESHOLD_PX : THRESHOLD_PX
      if (Math.hypot(e.clientX - this.from.x, e.clientY - this.from.y) < far) return
      this.gesture = this.begin(this.press.picked, e)
      this.press = null
    }
    this.follow()
    if (this.gesture?.pans) this.panAtEdge()
  }

  /** A pointer was lifted: all its buttons are up. */
  release(e: PointerEvent): void {
    if (this.pointer?.pointerId !== e.pointerId) return
    const { gesture, press } = this
    this.stop()
    if (press) this.click(press.picked, e)
    gesture?.end()
  }

  /** A pointer was taken away, by the system or by another window. */
  lose(e: PointerEvent): void {
    if (this.pointer?.pointerId === e.pointerId) this.cancel()
  }

  /** Whether one more pointer takes the place of the one that is down: two fingers pan and zoom, a pen beats a palm. */
  private givesWay(held: PointerEvent, e: PointerEvent): boolean {
    const isSame = held.pointerId === e.pointerId
    if (!isSame && held.pointerType !== 'touch') return false
    this.cancel()
    return isSame || e.pointerType !== 'touch'
  }

  cancel(): void {
    const { gesture } = this
    this.stop()
    gesture?.cancel()
  }

  openLabel(e: MouseEvent): void {
    const picked = this.pick(e)
    if (!this.session.canEdit || !picked || picked.kind === 'around') return
    if (picked.kind === 'mark' && !hasText(this.painter.scene.mark(picked.id))) return
    const editing =
      picked.kind === 'edge'
        ? ({ kind: 'edge', id: picked.id } as const)
        : picked.kind === 'mark'
          ? ({ kind: 'mark', id: picked.id } as const)
          : ({ kind: 'node', id: picked.id } as const)
    this.session.view.getState().set({ editing })
  }

  private pick(e: { clientX: number; clientY: number }): Picked {
    return pickAt(
      this.painter.scene,
      this.surface.toBoard(e.clientX, e.clientY),
      this.surface.zoom(),
    )
  }

  private hoverFrame = 0

  private hover(e: PointerEvent): void {
    if (this.hoverFrame !== 0) return
    // The dots stand out of the node that they belong to.
    if (e.target instanceof Element && e.target.closest('[data-link]')) return
    const isOnBoard = e.target instanceof Element && e.target.closest('.react-flow__panel') === null
    this.hoverFrame = requestAnimationFrame(() => {
      this.hoverFrame = 0
      if (this.gesture || this.press || !this.last) return
      const isChoosing = this.session.view.getState().tool === 'select'
      const picked = isOnBoard && isChoosing ? this.pick(this.last) : null
      const hovered = picked?.kind === 'node' ? picked.id : null
      const hoveredEdge = picked?.kind === 'edge' ? picked.id : null
      const now = this.canvas.getState()
      if (now.hovered !== hovered || now.hoveredEdge !== hoveredEdge)
        this.canvas.setState({ hovered, hoveredEdge })
    })
  }

  /** What a press becomes when it moves. A finger on the board itself moves the board, which is not ours. */
  private begin(picked: Picked, e: PointerEvent): Gesture | null {
    const view = this.session.board.getState().view
    const { selection, selectedMarks, select } = this.session.view.getState()
    const thing =
      picked?.kind === 'mark'
        ? this.painter.scene.mark(picked.id)
        : picked?.kind === 'node'
          ? view?.node(picked.id)
          : undefined
    if (thing && view && this.session.canEdit && thing.locked !== true) {
      this.takeHold(picked, isAdding(e))
      return this.drag(thing, view)
    }
    if (e.pointerType === 'touch') return null
    if (!isAdding(e)) select([])
    return new Marquee(this.session, this.canvas, this.painter.scene, this.anchor, {
      nodes: isAdding(e) ? selection : [],
      marks: isAdding(e) ? selectedMarks : [],
    })
  }

  /** Chooses what is pointed at, if it is not chosen yet: all that is chosen is dragged. */
  private takeHold(picked: Picked, adding: boolean): void {
    const { selection, selectedMarks, select } = this.session.view.getState()
    const nodes = adding ? selection : []
    const marks = adding ? selectedMarks : []
    if (picked?.kind === 'mark' && !selectedMarks.includes(picked.id))
      select(nodes, [], [...marks, picked.id])
    if (picked?.kind === 'node' && !selection.includes(picked.id))
      select([...nodes, picked.id], [], marks)
  }

  private drag(thing: BoardNode | Mark, view: BoardView): Gesture {
    const { session, canvas, anchor } = this
    const { selection: nodes, selectedMarks: marks } = session.view.getState()
    const carry = (lead: BoardNode): Gesture => {
      const zoom = (): number => this.surface.zoom()
      return new NodeDrag(session, canvas, view, lead, { nodes, marks }, anchor, zoom)
    }
    if (thing.kind === 'service' || thing.kind === 'group') return carry(thing)
    const along = nodes.flatMap((id) => view.node(id) ?? []).find(({ locked }) => locked !== true)
    return along ? carry(along) : new MarkMove(session, canvas, view, thing, marks, anchor)
  }

  /** Carries the gesture on to where the pointer is now. */
  private follow(): void {
    const { gesture, last } = this
    if (!gesture || !last) return
    gesture.move(this.surface.toBoard(last.clientX, last.clientY), last)
  }

  private panAtEdge(): void {
    if (this.frame !== 0) return
    const step = (): void => {
      this.frame = 0
      const { last } = this
      if (!last || !this.gesture) return
      const box = this.surface.box()
      const pull = (low: number, high: number, at: number): number =>
        at < low + EDGE_PX
          ? Math.min(1, (low + EDGE_PX - at) / EDGE_PX)
          : at > high - EDGE_PX
            ? -Math.min(1, (at - high + EDGE_PX) / EDGE_PX)
            : 0
      const dx = pull(box.left, box.right, last.clientX) * EDGE_SPEED
      const dy = pull(box.top, box.bottom, last.clientY) * EDGE_SPEED
      if (dx === 0 && dy === 0) return
      this.surface.panBy(dx, dy)
      this.follow()
      this.frame = requestAnimationFrame(step)
    }
    this.frame = requestAnimationFrame(step)
  }

  private click(picked: Picked, e: Modifiers): void {
    const { select, selection, selectedEdges, selectedMarks } = this.session.view.getState()
    const adding = isAdding(e)
    if (!picked) {
      if (!adding) select([])
    } else if (isFree(e) && openLinkAt(this.painter.scene, picked, this.anchor)) {
      return
    } else if (picked.kind === 'mark') {
      const mark = this.painter.scene.mark(picked.id)
      if (mark && voteAt(this.session, mark, this.anchor)) return
      if (adding) select(selection, selectedEdges, toggled(selectedMarks, picked.id))
      else select([], [], [picked.id])
    } else if (picked.kind === 'edge') {
      if (adding) select(selection, toggled(selectedEdges, picked.id), selectedMarks)
      else select([], [picked.id])
    } else if (adding) select(toggled(selection, picked.id), selectedEdges, selectedMarks)
    else select([picked.id])
    this.session.view.canvas?.focus()
  }

  private stop(): void {
    cancelAnimationFrame(this.frame)
    this.frame = 0
    this.pointer = null
    this.gesture = null
    this.press = null
  }
}

function toggled<T>(list: readonly T[], one: T): T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one]
}
