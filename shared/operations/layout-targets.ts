import { center, union, type Point, type Rect } from '../model/geometry'
import type { NodeId } from '../model/ids'

/** Something that does not move: where the layout would have put it, and where it is. */
export interface Anchor {
  id: NodeId
  laid: Rect
  is: Rect
}

/**
 * Says where a layout's places are on the board, when some of what it laid out stays where it is.
 *
 * With one such thing, the whole layout moves to it. With more, what the layout has between them is drawn out between
 * them: from left to right it is never turned round and never pressed together, so what comes before something else
 * still does; up and down, everything goes along with what it is connected to, or else with what is near it.
 *
 * @returns what gives the place of something that the layout put at `laid` and that is connected to `linked`
 */
export function placesAround(
  anchors: readonly Anchor[],
): (laid: Rect, linked: ReadonlySet<NodeId>) => Rect {
  const across = risingShift(anchors)
  return (laid, linked) => {
    const at = center(laid)
    const followed = anchors.filter(({ id }) => linked.has(id))
    const down = nearbyShift(followed.length > 0 ? followed : anchors, at)
    return { ...laid, x: Math.round(laid.x + across(at.x)), y: Math.round(laid.y + down) }
  }
}

/** Moves a layout of which nothing stays, so that its top left corner is where it was. */
export function cornerShift(laid: readonly Rect[], are: readonly Rect[]): Point {
  const [after, before] = [union(laid), union(are)]
  return before && after ? { x: before.x - after.x, y: before.y - after.y } : { x: 0, y: 0 }
}

/**
 * How far to the right each place goes: as far as the anchors there, made to rise from left to right by taking the
 * middle of those that do not, and evenly in between.
 */
function risingShift(anchors: readonly Anchor[]): (x: number) => number {
  const steps: { x: number; last: number; by: number; count: number }[] = []
  const sorted = anchors
    .map(({ laid, is }) => ({ x: center(laid).x, by: center(is).x - center(laid).x }))
    .sort((a, b) => a.x - b.x || a.by - b.by)
  for (const { x, by } of sorted) {
    let step = { x, last: x, by, count: 1 }
    for (let before = steps.at(-1); before && before.by >= step.by; before = steps.at(-1)) {
      const count = before.count + step.count
      const mean = (before.by * before.count + step.by * step.count) / count
      step = { x: before.x, last: step.last, by: mean, count }
      steps.pop()
    }
    steps.push(step)
  }
  return (x) => {
    const next = steps.findIndex((step) => step.last >= x)
    const after = next < 0 ? steps.at(-1) : steps[next]
    const before = next < 0 ? after : steps[next - 1]
    if (!after) return 0
    if (!before || x >= after.x) return after.by
    return before.by + ((after.by - before.by) * (x - before.last)) / (after.x - before.last)
  }
}

/** How far down: as far as the anchors are, the nearer the more they count. */
function nearbyShift(anchors: readonly Anchor[], at: Point): number {
  let sum = 0
  let weights = 0
  for (const { laid, is } of anchors) {
    const from = center(laid)
    const far = Math.abs(from.x - at.x) + Math.abs(from.y - at.y)
    const weight = 1 / (far * far + 1)
    sum += weight * (center(is).y - from.y)
    weights += weight
  }
  return weights === 0 ? 0 : sum / weights
}
