import {
  isUpright,
  meetsBody,
  outward,
  portX,
  portY,
  SIDES,
  slackOf,
  type Anchor,
  type Side,
} from './anchors'
import { coord, f64, type Line } from './flat'

/** Straight run before the first corner. */
export const STUB = 16
/** An arrowhead wants this much straight run before it. */
export const HEAD_ROOM = 16
/** What a corner costs, in length. */
export const BEND_COST = 40
/** A connector that passes one of its own ends is the last resort. */
const THROUGH_END_COST = 5000
/** Between connectors that run side by side, where both ends of a straight one have to be shared. */
export const SIDE_BY_SIDE = 8

/** Two ends of a connector, and which of them is a group that holds the other: it runs inward from its border. */
export interface Ends {
  readonly source: Anchor
  readonly target: Anchor
  readonly sourceHoldsTarget: boolean
  readonly targetHoldsSource: boolean
  /** How many connectors there are between these two nodes, and which of them this is. */
  readonly count: number
  readonly index: number
}

/** A connector as it would run on an otherwise empty board. */
export interface DirectWay {
  from: Side
  to: Side
  line: Line
  /** Length and corners, board units. */
  cost: number
}

/** How far an end is moved along its side, and whether it may slide to meet the other one. */
export interface Berth {
  shift: number
  maySlide: boolean
}

const FREE: Berth = { shift: 0, maySlide: true }

/** Room for the longest direct way: ends, stubs and two corners. */
const scratch = new Float64Array(12)

/** The pair of sides that gives the shortest connector with the fewest bends, through neither end. */
export function directWay(ends: Ends): DirectWay {
  let from: Side = 0
  let to: Side = 0
  let least = Infinity
  for (const a of SIDES)
    for (const b of SIDES) {
      if (leastCost(ends, a, b) >= least) continue
      const count = trace(ends, a, b, FREE, FREE)
      let cost = traceCost(count)
      if (cost >= least) continue
      cost += THROUGH_END_COST * throughEnds(ends, count)
      if (cost >= least) continue
      least = cost
      from = a
      to = b
    }
  return { from, to, line: wayBetween(ends, from, to), cost: least }
}

/** The way between two chosen sides: at most four bends. */
export function wayBetween(
  ends: Ends,
  from: Side,
  to: Side,
  atSource = FREE,
  atTarget = FREE,
): Line {
  const count = trace(ends, from, to, atSource, atTarget)
  return tidyTrace(count)
}

function tidyTrace(count: number): number[] {
  const line: number[] = []
  for (let i = 0; i < count * 2; i++) line.push(f64(scratch, i))
  return tidyLine(line)
}

/** No way between these sides costs less: ends may slide, which shortens it by no more than their slack. */
function leastCost({ source, target }: Ends, from: Side, to: Side): number {
  const span =
    Math.abs(portX(source, from) - portX(target, to)) +
    Math.abs(portY(source, from) - portY(target, to))
  const turns = isUpright(from) !== isUpright(to)
  return span - slackOf(source, from) - slackOf(target, to) + (turns ? BEND_COST : 0)
}

function traceCost(count: number): number {
  let cost = 0
  let bends = -1
  let axis = 0
  for (let i = 2; i < count * 2; i += 2) {
    const dx = Math.abs(f64(scratch, i) - f64(scratch, i - 2))
    const dy = Math.abs(f64(scratch, i + 1) - f64(scratch, i - 1))
    if (dx + dy === 0) continue
    const now = dx > 0 ? 1 : 2
    if (now !== axis) bends++
    axis = now
    cost += dx + dy
  }
  return cost + Math.max(0, bends) * BEND_COST
}

/** How many segments pass through one of the two ends. */
function throughEnds(ends: Ends, count: number): number {
  let through = 0
  for (let i = 2; i < count * 2; i += 2) {
    const ax = f64(scratch, i - 2)
    const ay = f64(scratch, i - 1)
    const bx = f64(scratch, i)
    const by = f64(scratch, i + 1)
    if (!ends.sourceHoldsTarget && passes(ends.source, ax, ay, bx, by)) through++
    if (!ends.targetHoldsSource && passes(ends.target, ax, ay, bx, by)) through++
  }
  return through
}

/** Whether an axis-parallel segment passes through what is drawn of a node; touching does not count. */
export function passes(a: Anchor, ax: number, ay: number, bx: number, by: number): boolean {
  return meetsBody(a, Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))
}

/**
 * Writes the way between two sides into {@link scratch}; says how many points it has.
 *
 * Ends on one axis that may slide, and look at each other, are brought onto one line.
 */
function trace(ends: Ends, from: Side, to: Side, atSource: Berth, atTarget: Berth): number {
  const { source, target } = ends
  const level = isUpright(from)
  const inA = ends.sourceHoldsTarget ? -1 : 1
  const inB = ends.targetHoldsSource ? -1 : 1
  const outA = outward(from) * inA
  const outB = outward(to) * inB
  let ax = portX(source, from)
  let ay = portY(source, from)
  let bx = portX(target, to)
  let by = portY(target, to)
  const slackA = slackOf(source, from)
  const slackB = slackOf(target, to)
  const shiftA = Math.min(slackA, Math.max(-slackA, atSource.shift))
  const shiftB = Math.min(slackB, Math.max(-slackB, atTarget.shift))
  if (level !== isUpright(to)) {
    if (level) {
      ay += shiftA
      bx += shiftB
    } else {
      ax += shiftA
      by += shiftB
    }
    return corner(level, ax, ay, outA, bx, by, outB)
  }
  // `u` runs along the axis on which both ends leave, `v` across it.
  const v = level
    ? align(ay, slackA, shiftA, atSource, by, slackB, shiftB, atTarget, ends.count)
    : align(ax, slackA, shiftA, atSource, bx, slackB, shiftB, atTarget, ends.count)
  const av = v ?? (level ? ay : ax) + shiftA
  const bv = v ?? (level ? by : bx) + shiftB
  return level
    ? facing(ends, true, ax, av, outA, bx, bv, outB)
    : facing(ends, false, ay, av, outA, by, bv, outB)
}

/** The line on which both ends can lie, or `null`. */
function align(
  a: number,
  slackA: number,
  shiftA: number,
  atA: Berth,
  b: number,
  slackB: number,
  shiftB: number,
  atB: Berth,
  count: number,
): number | null {
  if (a + shiftA === b + shiftB) return a + shiftA
  if (!atA.maySlide && !atB.maySlide) return null
  const low = Math.max(
    atA.maySlide ? a - slackA : a + shiftA,
    atB.maySlide ? b - slackB : b + shiftB,
  )
  const high = Math.min(
    atA.maySlide ? a + slackA : a + shiftA,
    atB.maySlide ? b + slackB : b + shiftB,
  )
  if (high - low < (count - 1) * SIDE_BY_SIDE || low > high) return null
  // The end with less room decides: a group's border follows the service's middle.
  const wanted =
    slackA === slackB && atA.maySlide && atB.maySlide
      ? (a + b) / 2
      : slackA <= slackB || !atB.maySlide
        ? a + shiftA
        : b + shiftB
  return Math.min(high, Math.max(low, wanted))
}

/** The ends leave on different axes: one corner, or three where one corner would pass an end. */
function corner(
  level: boolean,
  ax: number,
  ay: number,
  outA: number,
  bx: number,
  by: number,
  outB: number,
): number {
  const cx = level ? bx : ax
  const cy = level ? ay : by
  const leaves = level ? (cx - ax) * outA : (cy - ay) * outA
  const arrives = level ? (cy - by) * outB : (cx - bx) * outB
  put(0, ax, ay)
  if (leaves >= STUB / 2 && arrives >= HEAD_ROOM) {
    put(1, cx, cy)
    put(2, bx, by)
    return 3
  }
  const ax1 = level ? ax + outA * STUB : ax
  const ay1 = level ? ay : ay + outA * STUB
  const bx1 = level ? bx : bx + outB * STUB
  const by1 = level ? by + outB * STUB : by
  put(1, ax1, ay1)
  put(2, level ? ax1 : bx1, level ? by1 : ay1)
  put(3, bx1, by1)
  put(4, bx, by)
  return 5
}

/** Both ends leave along the same axis. */
function facing(
  ends: Ends,
  level: boolean,
  au: number,
  av: number,
  outA: number,
  bu: number,
  bv: number,
  outB: number,
): number {
  const farA = au + outA * STUB
  const farB = bu + outB * STUB
  putOn(0, level, au, av)
  if (outA === outB) {
    const u = outA > 0 ? Math.max(farA, farB) : Math.min(farA, farB)
    putOn(1, level, u, av)
    putOn(2, level, u, bv)
    putOn(3, level, bu, bv)
    return 4
  }
  if ((bu - au) * outA >= STUB) {
    if (av === bv) {
      putOn(1, level, bu, bv)
      return 2
    }
    const u = (au + bu) / 2
    putOn(1, level, u, av)
    putOn(2, level, u, bv)
    putOn(3, level, bu, bv)
    return 4
  }
  const v = clearLine(ends, level, av, bv)
  putOn(1, level, farA, av)
  putOn(2, level, farA, v)
  putOn(3, level, farB, v)
  putOn(4, level, farB, bv)
  putOn(5, level, bu, bv)
  return 6
}

/** A line that passes between the two nodes, or else beyond the nearer edge of both. */
function clearLine({ source, target }: Ends, level: boolean, av: number, bv: number): number {
  const startA = level ? source.over : Math.min(source.x0, source.labelX0)
  const endA = level ? source.labelY1 : Math.max(source.x1, source.labelX1)
  const startB = level ? target.over : Math.min(target.x0, target.labelX0)
  const endB = level ? target.labelY1 : Math.max(target.x1, target.labelX1)
  if (endA + STUB <= startB) return (endA + startB) / 2
  if (endB + STUB <= startA) return (endB + startA) / 2
  const after = Math.max(endA, endB) + STUB
  const before = Math.min(startA, startB) - STUB
  return Math.abs(after - av) + Math.abs(after - bv) <=
    Math.abs(before - av) + Math.abs(before - bv)
    ? after
    : before
}

function put(point: number, x: number, y: number): void {
  scratch[point * 2] = x
  scratch[point * 2 + 1] = y
}

function putOn(point: number, level: boolean, u: number, v: number): void {
  if (level) put(point, u, v)
  else put(point, v, u)
}

/** Drops repeated points and points in the middle of a straight run. */
export function tidyLine(line: Line): number[] {
  const kept: number[] = []
  for (let i = 0; i < line.length; i += 2) {
    const x = coord(line, i)
    const y = coord(line, i + 1)
    const n = kept.length
    if (n >= 2 && coord(kept, n - 2) === x && coord(kept, n - 1) === y) continue
    if (
      n >= 4 &&
      ((coord(kept, n - 4) === coord(kept, n - 2) && coord(kept, n - 2) === x) ||
        (coord(kept, n - 3) === coord(kept, n - 1) && coord(kept, n - 1) === y))
    )
      kept.length = n - 2
    kept.push(x, y)
  }
  return kept
}

/** Length and bends of an orthogonal line. */
export function lineCost(line: Line): number {
  let cost = Math.max(0, line.length / 2 - 2) * BEND_COST
  for (let i = 2; i < line.length; i += 2)
    cost +=
      Math.abs(coord(line, i) - coord(line, i - 2)) +
      Math.abs(coord(line, i + 1) - coord(line, i - 1))
  return cost
}
