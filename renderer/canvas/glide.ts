import type { BoardView } from '#shared/model/board-view'
import type { Rect } from '#shared/model/geometry'
import type { NodeId } from '#shared/model/ids'
import { RESTING, type CanvasStore } from './canvas-store'

const DURATION_MS = 260
/** More than this at once would not be smooth, and nobody could follow it. */
const MOST = 400

/** Shows nodes on their way from where they were to where they are; a gesture that begins meanwhile ends it. */
export function glideFrom(
  view: BoardView,
  places: ReadonlyMap<NodeId, Rect>,
  canvas: CanvasStore,
): void {
  if (places.size === 0 || places.size > MOST) return
  const start = performance.now()
  let shown: ReadonlyMap<NodeId, Rect> | null = null
  const step = (): void => {
    if (shown && canvas.getState().overlay !== shown) return
    const share = Math.min(1, (performance.now() - start) / DURATION_MS)
    if (share >= 1) {
      canvas.setState(RESTING)
      return
    }
    const eased = 1 - (1 - share) ** 3
    const overlay = new Map<NodeId, Rect>()
    for (const [id, from] of places) {
      const to = view.node(id)
      if (to) overlay.set(id, between(from, to, eased))
    }
    shown = overlay
    canvas.setState({ overlay })
    requestAnimationFrame(step)
  }
  step()
}

function between(a: Rect, b: Rect, share: number): Rect {
  const mix = (p: number, q: number): number => p + (q - p) * share
  return { x: mix(a.x, b.x), y: mix(a.y, b.y), w: mix(a.w, b.w), h: mix(a.h, b.h) }
}
