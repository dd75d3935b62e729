import type { PointerEvent as ReactPointerEvent } from 'react'

/** Follows the pointer from a press on a handle until it is let go; Escape calls it off. */
export function dragHandle(
  event: ReactPointerEvent,
  follow: {
    move(e: PointerEvent): void
    end(e: PointerEvent): void
    cancel(): void
  },
): void {
  if (event.button !== 0) return
  event.stopPropagation()
  event.preventDefault()
  const from = { x: event.clientX, y: event.clientY }
  let isMoved = false
  const move = (e: PointerEvent): void => {
    isMoved ||= Math.hypot(e.clientX - from.x, e.clientY - from.y) > 3
    if (isMoved) follow.move(e)
  }
  const stop = (): void => {
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', up)
    window.removeEventListener('keydown', key, true)
  }
  const up = (e: PointerEvent): void => {
    stop()
    if (isMoved) follow.end(e)
    else follow.cancel()
  }
  const key = (e: KeyboardEvent): void => {
    if (e.key !== 'Escape') return
    e.stopPropagation()
    stop()
    follow.cancel()
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', up)
  window.addEventListener('keydown', key, true)
}
