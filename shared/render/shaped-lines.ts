import type { Point } from '../model/geometry'
import {
  anchorCenter,
  GAP,
  isUpright,
  outward,
  portX,
  portY,
  SIDES,
  slackOf,
  type Anchor,
  type Side,
} from './anchors'
import { BEND_COST, passes, SIDE_BY_SIDE, STUB, wayBetween, type Ends } from './direct-ways'
import { coord, type Line } from './flat'
import { distance, lineOf, pointsOf, towards } from './route'

/** Turning round on the spot, or passing one of the two ends: only where nothing else is left. */
const REVERSAL_COST = 1000
const THROUGH_COST = 2000
/** How far a curve runs on in the direction in which it leaves an end. */
const LEAST_PULL = 28
const MOST_PULL = 240
const MOST_OF_WAY = 0.6
/** Straight pieces to one cubic piece. */
const PIECES = 16

/** A connector as corners, or as a curve: see `RoutedEdge`. */
export interface ShapedLine {
  points: readonly Point[]
  curve?: readonly Point[]
}

/** A straight connector: from border to border, bent where somebody put it through points. */
export function straightLine(ends: Ends, waypoints: readonly Point[]): ShapedLine {
  const { source, target } = ends
  const [from, to] = sideBySide(ends)
  const first = waypoints[0] ?? to
  const last = waypoints.at(-1) ?? from
  const start = ends.sourceHoldsTarget
    ? onBorder(source, first)
    : exitPoint(source, waypoints.length > 0 ? anchorCenter(source) : from, first)
  const end = ends.targetHoldsSource
    ? onBorder(target, last)
    : exitPoint(target, waypoints.length > 0 ? anchorCenter(target) : to, last)
  return { points: [start, ...waypoints, end] }
}

/** The middles of both ends; of several connectors between two nodes, moved apart across their direction. */
function sideBySide({ source, target, count, index }: Ends): [Point, Point] {
  const from = anchorCenter(source)
  const to = anchorCenter(target)
  const far = distance(from, to)
  if (count === 1 || far === 0) return [from, to]
  // Both directions between two nodes count from the same side.
  const turned = from.x > to.x || (from.x === to.x && from.y > to.y) ? -1 : 1
  const by = ((index - (count - 1) / 2) * SIDE_BY_SIDE * 1.5 * turned) / far
  const dx = -(to.y - from.y) * by
  const dy = (to.x - from.x) * by
  return [
    { x: from.x + dx, y: from.y + dy },
    { x: to.x + dx, y: to.y + dy },
  ]
}

/** Where a line from a node's inside leaves what is drawn of it, with the usual gap. */
function exitPoint(a: Anchor, inside: Point, to: Point): Point {
  const gap = a.isGroup ? 0 : GAP
  let share = exitShare(inside, to, a.x0 - gap, a.over - gap, a.x1 + gap, a.y1 + gap)
  if (a.labelY1 > a.y1)
    share = Math.max(
      share,
      exitShare(inside, to, a.labelX0 - gap, a.y1, a.labelX1 + gap, a.labelY1 + gap),
    )
  share = Math.min(1, share)
  return { x: inside.x + (to.x - inside.x) * share, y: inside.y + (to.y - inside.y) * share }
}

/** How much of a segment lies before the point where it leaves a rectangle for good; 0 where they do not meet. */
function exitShare(from: Point, to: Point, x0: number, y0: number, x1: number, y1: number): number {
  const dx = to.x - from.x
  const dy = to.y - from.y
  let enter = 0
  let leave = 1
  for (const [d, at, low, high] of [
    [dx, from.x, x0, x1],
    [dy, from.y, y0, y1],
  ] as const) {
    if (d === 0) {
      if (at < low || at > high) return 0
      continue
    }
    const a = (low - at) / d
    const b = (high - at) / d
    enter = Math.max(enter, Math.min(a, b))
    leave = Math.min(leave, Math.max(a, b))
  }
  return enter <= leave ? leave : 0
}

/** The point of a group's border that is nearest to something inside. */
function onBorder(a: Anchor, inside: Point): Point {
  let best: Point = inside
  let least = Infinity
  for (const side of SIDES) {
    const at = portTowards(a, side, inside)
    const far = distance(at, inside)
    if (far < least) {
      least = far
      best = at
    }
  }
  return best
}

/** A side's end, slid along the side towards a point. */
function portTowards(a: Anchor, side: Side, to: Point): Point {
  const x = portX(a, side)
  const y = portY(a, side)
  const slack = slackOf(a, side)
  return isUpright(side)
    ? { x, y: Math.min(y + slack, Math.max(y - slack, to.y)) }
    : { x: Math.min(x + slack, Math.max(x - slack, to.x)), y }
}

/** An orthogonal connector through points that somebody put it through: every leg orthogonal, few bends. */
export function lineThrough(ends: Ends, waypoints: readonly Point[]): number[] {
  const [first] = waypoints
  const last = waypoints.at(-1)
  if (!first || !last) return []
  let best = leavings(ends.source, ends.sourceHoldsTarget, first)
  for (let at = 1; at < waypoints.length; at++) {
    const from = waypoints[at - 1]
    const to = waypoints[at]
    if (!from || !to) continue
    const longer = best.flatMap((line) => [
      [...line, to.x, from.y, to.x, to.y],
      [...line, from.x, to.y, to.x, to.y],
    ])
    best = cheapestByAxis(ends, longer)
  }
  const arrivals = leavings(ends.target, ends.targetHoldsSource, last).map(reversedLine)
  const whole = best.flatMap((line) => arrivals.map((end) => [...line, ...end]))
  return withoutIdlePoints(cheapest(ends, whole))
}

/** Drops repeated points and those in the middle of a run, but not those where it turns back on itself. */
function withoutIdlePoints(line: Line): number[] {
  const kept: Point[] = []
  for (const point of pointsOf(line)) {
    const last = kept.at(-1)
    const before = kept.at(-2)
    if (last && distance(last, point) === 0) continue
    if (last && before && isBetween(before, last, point)) kept.pop()
    kept.push(point)
  }
  return lineOf(kept)
}

function isBetween(a: Point, b: Point, c: Point): boolean {
  return (
    (a.x === b.x && b.x === c.x && (b.y - a.y) * (c.y - b.y) > 0) ||
    (a.y === b.y && b.y === c.y && (b.x - a.x) * (c.x - b.x) > 0)
  )
}

/** The ways from each side of a node to a point. */
function leavings(a: Anchor, inward: boolean, to: Point): number[][] {
  return SIDES.flatMap((side) => {
    const port = portTowards(a, side, to)
    const out = outward(side) * (inward ? -1 : 1)
    const upright = isUpright(side)
    const stub = upright ? port.x + out * STUB : port.y + out * STUB
    const ahead = upright ? (to.x - port.x) * out : (to.y - port.y) * out
    const roundabout = upright
      ? [port.x, port.y, stub, port.y, stub, to.y, to.x, to.y]
      : [port.x, port.y, port.x, stub, to.x, stub, to.x, to.y]
    if (ahead < STUB / 2) return [roundabout]
    const corner = upright ? [to.x, port.y] : [port.x, to.y]
    return [[port.x, port.y, ...corner, to.x, to.y], roundabout]
  })
}

function cheapestByAxis(ends: Ends, lines: readonly number[][]): number[][] {
  const level = lines.filter((line) => arrivesLevel(line))
  const upright = lines.filter((line) => !arrivesLevel(line))
  return [level, upright].flatMap((some) => (some.length > 0 ? [cheapest(ends, some)] : []))
}

function arrivesLevel(line: Line): boolean {
  const points = pointsOf(line)
  const last = points.at(-1)
  const before = points.findLast((point) => last && distance(point, last) > 0)
  return last?.y === before?.y
}

function cheapest(ends: Ends, lines: readonly number[][]): number[] {
  let best: number[] = []
  let least = Infinity
  for (const line of lines) {
    const cost = handCost(ends, line)
    if (cost < least) {
      least = cost
      best = line
    }
  }
  return best
}

/** Length, bends, turning round, and passing the ends. */
function handCost(ends: Ends, line: Line): number {
  let cost = 0
  let dirX = 0
  let dirY = 0
  for (let i = 2; i < line.length; i += 2) {
    const dx = coord(line, i) - coord(line, i - 2)
    const dy = coord(line, i + 1) - coord(line, i - 1)
    if (dx === 0 && dy === 0) continue
    const [sx, sy] = [Math.sign(dx), Math.sign(dy)]
    if (dirX !== 0 || dirY !== 0) {
      if (sx === -dirX && sy === -dirY) cost += REVERSAL_COST
      else if (sx !== dirX || sy !== dirY) cost += BEND_COST
    }
    ;[dirX, dirY] = [sx, sy]
    cost += Math.abs(dx) + Math.abs(dy)
    for (const [end, holds] of [
      [ends.source, ends.sourceHoldsTarget],
      [ends.target, ends.targetHoldsSource],
    ] as const)
      if (
        !holds &&
        passes(end, coord(line, i - 2), coord(line, i - 1), coord(line, i), coord(line, i + 1))
      )
        cost += THROUGH_COST
  }
  return cost
}

export function reversedLine(line: Line): number[] {
  return lineOf(pointsOf(line).reverse())
}

/** A curve between two sides, leaving and arriving at right angles. */
export function curveBetween(ends: Ends, from: Side, to: Side): Point[] {
  // Ends that may slide meet on one line, as those of an orthogonal connector do.
  const line = wayBetween(ends, from, to)
  const start = { x: coord(line, 0), y: coord(line, 1) }
  const end = { x: coord(line, line.length - 2), y: coord(line, line.length - 1) }
  return curveFrom(start, away(from, ends.sourceHoldsTarget), end, away(to, ends.targetHoldsSource))
}

function curveFrom(start: Point, leaves: Point, end: Point, arrives: Point): Point[] {
  const far = distance(start, end)
  const pull = (d: Point): number => {
    const along = Math.abs((end.x - start.x) * d.x + (end.y - start.y) * d.y)
    return Math.min(MOST_PULL, far * MOST_OF_WAY, Math.max(LEAST_PULL, along * 0.5, far * 0.3))
  }
  return [start, moved(start, leaves, pull(leaves)), moved(end, arrives, pull(arrives)), end]
}

/** A smooth curve through points that somebody put it through. */
export function curveThrough(ends: Ends, waypoints: readonly Point[]): Point[] {
  const [first] = waypoints
  const last = waypoints.at(-1)
  if (!first || !last) return []
  const from = sideTowards(ends.source, ends.sourceHoldsTarget, first)
  const to = sideTowards(ends.target, ends.targetHoldsSource, last)
  const through = [
    portTowards(ends.source, from, first),
    ...waypoints,
    portTowards(ends.target, to, last),
  ]
  const curve: Point[] = []
  for (let at = 0; at + 1 < through.length; at++) {
    const [before, a, b, after] = [through[at - 1], through[at], through[at + 1], through[at + 2]]
    if (!a || !b) continue
    const third = distance(a, b) / 3
    const leave = before
      ? moved(a, direction(before, b), third)
      : moved(a, away(from, ends.sourceHoldsTarget), third)
    const arrive = after
      ? moved(b, direction(a, after), -third)
      : moved(b, away(to, ends.targetHoldsSource), third)
    if (at === 0) curve.push(a)
    curve.push(leave, arrive, b)
  }
  return curve
}

/** The side that looks most towards a point. */
function sideTowards(a: Anchor, inward: boolean, to: Point): Side {
  let best: Side = 0
  let least = Infinity
  for (const side of SIDES) {
    const port = portTowards(a, side, to)
    const out = away(side, inward)
    const behind = (to.x - port.x) * out.x + (to.y - port.y) * out.y <= 0
    const cost = distance(port, to) + (behind ? THROUGH_COST : 0)
    if (cost < least) {
      least = cost
      best = side
    }
  }
  return best
}

function away(side: Side, inward: boolean): Point {
  const out = outward(side) * (inward ? -1 : 1)
  return isUpright(side) ? { x: out, y: 0 } : { x: 0, y: out }
}

function direction(from: Point, to: Point): Point {
  const far = distance(from, to) || 1
  return { x: (to.x - from.x) / far, y: (to.y - from.y) / far }
}

function moved(point: Point, along: Point, by: number): Point {
  return { x: point.x + along.x * by, y: point.y + along.y * by }
}

/** The same curve between ends that slid along their sides. */
export function withEnds(curve: readonly Point[], start: Point, end: Point): Point[] {
  const [first, leave] = curve
  const last = curve.at(-1)
  const arrive = curve.at(-2)
  if (!first || !leave || !last || !arrive) return [...curve]
  return [
    start,
    { x: leave.x + start.x - first.x, y: leave.y + start.y - first.y },
    ...curve.slice(2, -2),
    { x: arrive.x + end.x - last.x, y: arrive.y + end.y - last.y },
    end,
  ]
}

/** An orthogonal line with corners so wide that it reads as a curve; no corner is wider than half its runs. */
export function softened(line: Line, radius: number): Point[] {
  const points = pointsOf(line)
  const [first] = points
  const last = points.at(-1)
  if (!first || !last) return []
  const curve: Point[] = [first]
  let at = first
  for (let n = 1; n + 1 < points.length; n++) {
    const [before, corner, after] = [points[n - 1], points[n], points[n + 1]]
    if (!before || !corner || !after) continue
    const r = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2)
    const enter = towards(corner, before, r)
    const leave = towards(corner, after, r)
    if (distance(at, enter) > 0) curve.push(...straightPiece(at, enter))
    curve.push(towards(enter, corner, r * 0.6), towards(leave, corner, r * 0.6), leave)
    at = leave
  }
  if (distance(at, last) > 0) curve.push(...straightPiece(at, last))
  return curve
}

function straightPiece(a: Point, b: Point): Point[] {
  const third = distance(a, b) / 3
  return [towards(a, b, third), towards(b, a, third), b]
}

export function shapedCurve(curve: readonly Point[]): ShapedLine {
  return { points: flattened(curve), curve }
}

/** A curve as short straight pieces. Straight parts stay whole, so that an arrowhead has one to stand on. */
function flattened(curve: readonly Point[]): Point[] {
  const [first] = curve
  if (!first) return []
  const points: Point[] = [first]
  for (let at = 0; at + 3 < curve.length; at += 3) {
    const [a, b, c, d] = [curve[at], curve[at + 1], curve[at + 2], curve[at + 3]]
    if (!a || !b || !c || !d) continue
    const isStraight =
      Math.abs(distance(a, b) + distance(b, c) + distance(c, d) - distance(a, d)) < 0.01
    for (let n = 1; n < PIECES && !isStraight; n++) points.push(onCubic(a, b, c, d, n / PIECES))
    points.push(d)
  }
  return points
}

function onCubic(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const s = 1 - t
  const [ka, kb, kc, kd] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
  return {
    x: ka * a.x + kb * b.x + kc * c.x + kd * d.x,
    y: ka * a.y + kb * b.y + kc * c.y + kd * d.y,
  }
}
