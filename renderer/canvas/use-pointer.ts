import { useReactFlow } from '@xyflow/react'
import { useEffect, useRef, type RefObject } from 'react'
import type { BoardPainter } from '../painting/board-painter'
import { useSession } from '../session/context'
import { useCanvasStore } from './canvas-store'
import { isControlClick, isEraserEnd } from './gesture'
import { Hand } from './hand'

/** What takes presses itself, wherever it lies on the canvas. */
const OWN_PRESSES =
  'button, input, textarea, select, a, [data-link], .react-flow__resize-control, .react-flow__panel, [data-own-press]'

/**
 * What the left button does on the board: take hold of things and move them, draw a rectangle around them, choose them.
 * Panning and zooming are React Flow's.
 */
export function usePointer(
  root: RefObject<HTMLElement | null>,
  painter: BoardPainter | null,
): void {
  const session = useSession()
  const canvas = useCanvasStore()
  const flow = useReactFlow()
  const spaceHeld = useSpaceHeld()
  useEffect(() => {
    const element = root.current
    if (!element || !painter) return undefined
    const hand = new Hand(session, canvas, painter, {
      toBoard: (x, y) => flow.screenToFlowPosition({ x, y }),
      zoom: () => flow.getZoom(),
      panBy(dx, dy) {
        const { x, y, zoom } = flow.getViewport()
        void flow.setViewport({ x: x + dx, y: y + dy, zoom })
      },
      box: () => element.getBoundingClientRect(),
    })
    const isOurs = (e: Event): boolean =>
      e.target instanceof Element && e.target.closest(OWN_PRESSES) === null
    const down = (e: PointerEvent): void => {
      const isPress = (e.button === 0 && !isControlClick(e)) || isEraserEnd(e)
      if (!isPress || spaceHeld.current || !isOurs(e) || !hand.down(e)) return
      element.setPointerCapture(e.pointerId)
      if (!hand.isBusy) return
      // What a tool makes may take the focus when it is let go: no mouse event after a touch takes it away again.
      e.preventDefault()
      element.focus({ preventScroll: true })
    }
    const move = (e: PointerEvent): void => hand.move(e)
    const up = (e: PointerEvent): void => hand.release(e)
    /** A finger that holds something does not move the board as well. A second one does: two pan and zoom. */
    const touch = (e: TouchEvent): void => {
      if (e.touches.length === 1 && hand.holds) e.stopPropagation()
    }
    /** A finger or pen that rests while it draws asks for no menu. */
    const menu = (e: MouseEvent): void => {
      if (!hand.isBusy) return
      e.preventDefault()
      e.stopPropagation()
    }
    const double = (e: MouseEvent): void => {
      if (isOurs(e)) hand.openLabel(e)
    }
    const cancel = (e: KeyboardEvent): void => {
      if (e.key !== 'Escape' || !hand.isBusy) return
      e.stopPropagation()
      e.preventDefault()
      hand.cancel()
    }
    const lost = (e: PointerEvent): void => hand.lose(e)
    element.addEventListener('pointerdown', down)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', up)
    element.addEventListener('pointercancel', lost)
    element.addEventListener('touchstart', touch, { capture: true, passive: true })
    element.addEventListener('contextmenu', menu, { capture: true })
    element.addEventListener('dblclick', double)
    window.addEventListener('keydown', cancel, true)
    return () => {
      hand.cancel()
      element.removeEventListener('pointerdown', down)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerup', up)
      element.removeEventListener('pointercancel', lost)
      element.removeEventListener('touchstart', touch, { capture: true })
      element.removeEventListener('contextmenu', menu, { capture: true })
      element.removeEventListener('dblclick', double)
      window.removeEventListener('keydown', cancel, true)
    }
  }, [root, painter, session, canvas, flow, spaceHeld])
}

/** The space bar turns the left button into a hand that moves the board. */
function useSpaceHeld(): RefObject<boolean> {
  const held = useRef(false)
  useEffect(() => {
    const set = (e: KeyboardEvent): void => {
      if (e.key === ' ') held.current = e.type === 'keydown'
    }
    const release = (): void => {
      held.current = false
    }
    window.addEventListener('keydown', set)
    window.addEventListener('keyup', set)
    window.addEventListener('blur', release)
    return () => {
      window.removeEventListener('keydown', set)
      window.removeEventListener('keyup', set)
      window.removeEventListener('blur', release)
    }
  }, [])
  return held
}
