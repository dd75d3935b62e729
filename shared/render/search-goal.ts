import { isUpright, outward, portX, portY, slackOf, type Anchor, type Side } from './anchors'
import { BEND_COST } from './direct-ways'
import { OFF_PORT } from './route-costs'

/** A side of the target, as the search steers for it. */
export interface Entry {
  upright: boolean
  /** Where the side is, and the middle of the range along it in which it may be met. */
  at: number
  middle: number
  slack: number
  /** Which way one has to come from. */
  out: number
}

/** A side of the target, to be steered for. @param inward from inside it: the target holds the source */
export function entryOf(a: Anchor, side: Side, inward: boolean): Entry {
  const upright = isUpright(side)
  return {
    upright,
    at: upright ? portX(a, side) : portY(a, side),
    middle: upright ? portY(a, side) : portX(a, side),
    slack: a.isGroup ? slackOf(a, side) : OFF_PORT,
    out: outward(side) * (inward ? -1 : 1),
  }
}

/**
 * What is left costs no less: distance to the nearest side of the target, and the corners that it takes.
 *
 * @param level whether one comes on a level line, not an upright one
 */
export function leastLeft(entries: readonly Entry[], x: number, y: number, level: boolean): number {
  let least = Infinity
  for (const { upright, at, middle, slack, out } of entries) {
    const u = upright ? x - at : y - at
    const v = Math.max(0, Math.abs((upright ? y : x) - middle) - slack)
    const isBefore = u * out >= 0
    const bends = level === upright ? (v === 0 && isBefore ? 0 : 2) : isBefore ? 1 : 3
    const cost = Math.abs(u) + v + bends * BEND_COST
    if (cost < least) least = cost
  }
  return least
}
