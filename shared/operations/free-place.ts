import type { Point, Rect } from '../model/geometry'

/** Where else a rectangle may go that cannot stay where it was put. */
export type Ways = readonly Point[]

/** Going sideways is worth this much more than going up or down: columns tell what comes before what. */
const SIDEWAYS = 1.5
/** Where so many places were looked at, there is no room. */
const MOST_TRIED = 1000

/**
 * The place nearest to where a rectangle wants to be, at which nothing is in its way; `null` where none is found.
 *
 * @param waysOut where it may go instead of a place: none for a free place. Beside what is in the way, for example.
 */
export function nearestFreePlace(wanted: Rect, waysOut: (rect: Rect) => Ways | null): Point | null {
  const queue = new Nearest()
  const seen = new Set<string>()
  const offer = ({ x, y }: Point): void => {
    const key = `${x} ${y}`
    if (seen.has(key)) return
    seen.add(key)
    queue.add({ x, y }, Math.abs(x - wanted.x) * SIDEWAYS + Math.abs(y - wanted.y))
  }
  offer(wanted)
  for (let tried = 0; tried < MOST_TRIED; tried++) {
    const at = queue.take()
    if (!at) return null
    const ways = waysOut({ ...at, w: wanted.w, h: wanted.h })
    if (!ways) return at
    for (const way of ways) offer(way)
  }
  return null
}

/** The four places beside an obstacle, `room` away on each side. */
export function besides(
  { x, y, w, h }: Rect,
  { x: ox, y: oy, w: ow, h: oh }: Rect,
  room: Sides,
): Point[] {
  return [
    { x, y: oy - room.below - h },
    { x, y: oy + oh + room.above },
    { x: ox + ow + room.left, y },
    { x: ox - room.right - w, y },
  ]
}

/** What is kept free on each side of something. */
export interface Sides {
  left: number
  above: number
  right: number
  below: number
}

/** Places, the nearest first; of equals, the one that came first. */
class Nearest {
  private readonly heap: { at: Point; far: number; turn: number }[] = []
  private turn = 0

  add(at: Point, far: number): void {
    const { heap } = this
    let i = heap.push({ at, far, turn: this.turn++ }) - 1
    while (i > 0 && this.isBefore(i, (i - 1) >> 1)) {
      this.swap(i, (i - 1) >> 1)
      i = (i - 1) >> 1
    }
  }

  take(): Point | null {
    const { heap } = this
    if (heap.length === 0) return null
    this.swap(0, heap.length - 1)
    const first = heap.pop()
    for (let i = 0; ;) {
      let next = i
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < heap.length && this.isBefore(child, next)) next = child
      if (next === i) return first?.at ?? null
      this.swap(i, next)
      i = next
    }
  }

  private isBefore(i: number, j: number): boolean {
    const [a, b] = [this.heap[i], this.heap[j]]
    return a !== undefined && b !== undefined && (a.far - b.far || a.turn - b.turn) < 0
  }

  private swap(i: number, j: number): void {
    const [a, b] = [this.heap[i], this.heap[j]]
    if (!a || !b) return
    this.heap[i] = b
    this.heap[j] = a
  }
}
