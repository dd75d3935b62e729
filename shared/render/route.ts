import { center, iconRect, type Point, type Rect } from '../model/geometry'

export type Side = 'left' | 'right' | 'top' | 'bottom'

/** One end of a connector: the icon of a service or the border of a group. */
export interface RouteEnd {
  kind: 'service' | 'group'
  /** The node's box. */
  box: Rect
  /** Where a service's label ends, measured from the top of its box; the whole box when not given. */
  labelBottom?: number
}

export interface RouteRequest {
  source: RouteEnd
  target: RouteEnd
  /** Which of the connectors between the same two nodes this is. */
  parallelIndex?: number
  parallelCount?: number
  /** The source is a group that holds the target: the connector runs inward from its border. */
  sourceContainsTarget?: boolean
  targetContainsSource?: boolean
}

export interface RoutedEdge {
  /** Orthogonal polyline from source to target, corners not rounded yet. */
  points: readonly Point[]
  /** Middle of the longest segment. */
  labelAt: Point
  /** SVG path data with rounded corners. */
  path: string
}

/** Where a connector may leave a node, and which way it goes from there. */
export interface Port {
  side: Side
  /** Middle of the side's range. */
  at: Point
  /** Outward, or inward for a group that holds the other end. */
  direction: Point
  /** How far the port may slide along the side, both ways. */
  slack: number
}

/** Corner radius of connectors. */
export const CORNER_RADIUS = 6
/** Distance between connectors that share a side or run in parallel. */
export const SPREAD = 12
/** Straight run before the first corner. */
const STUB = 16
/** Between a service's icon and a connector's end. */
const GAP = 4
const BEND_COST = 40
const THROUGH_NODE_COST = 5000

const SIDES: readonly Side[] = ['right', 'left', 'bottom', 'top']

const OUTWARD: Readonly<Record<Side, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
}

/** Routes one connector by itself; {@link routeBoard} also keeps a whole board's connectors apart. */
export function routeEdge(request: RouteRequest): RoutedEdge {
  const { from, to } = chooseWay(ways(request))
  const count = request.parallelCount ?? 1
  const shift = ((request.parallelIndex ?? 0) - (count - 1) / 2) * SPREAD
  return finishRoute(connect(request, ...alignPorts(from, to, shift, shift, count === 1)))
}

/** The four ports of a node. `inward`: it is a group that holds the other end. */
export function ports(end: RouteEnd, inward: boolean): Port[] {
  const rect = end.kind === 'service' ? iconRect(end.box) : end.box
  const gap = end.kind === 'service' ? GAP : 0
  const under =
    end.kind === 'service' ? end.box.y + (end.labelBottom ?? end.box.h) : rect.y + rect.h
  const mid = center(rect)
  const margin = end.kind === 'service' ? 8 : 16
  return SIDES.map((side) => {
    const out = OUTWARD[side]
    const upright = out.x !== 0
    return {
      side,
      at: {
        x: side === 'left' ? rect.x - gap : side === 'right' ? rect.x + rect.w + gap : mid.x,
        y: side === 'top' ? rect.y - gap : side === 'bottom' ? under + gap / 2 : mid.y,
      },
      direction: inward ? { x: -out.x, y: -out.y } : out,
      slack: Math.max(0, (upright ? rect.h : rect.w) / 2 - margin),
    }
  })
}

/** The ways a connector may take, worked out once and looked at again when something else moves. */
export interface Ways {
  direct: Way
  /** Every pair of sides, cheapest first. */
  all(): readonly Way[]
}

export function ways(request: RouteRequest): Ways {
  const sources = ports(request.source, request.sourceContainsTarget === true)
  const targets = ports(request.target, request.targetContainsSource === true)
  let all: readonly Way[] | null = null
  return {
    direct: cheapest(request, sources, targets),
    all: () => (all ??= everyWay(request, sources, targets)),
  }
}

/** The pair of sides that gives the shortest connector with the fewest bends, through neither end nor others. */
export function chooseWay({ direct, all }: Ways, avoid?: Obstacles): Way {
  if (!avoid || avoid.cost(direct.points) === 0) return direct
  let best = direct
  let bestCost = Infinity
  for (const way of all()) {
    if (way.cost >= bestCost) break
    const cost = way.cost + avoid.cost(way.points)
    if (cost < bestCost) {
      bestCost = cost
      best = way
    }
  }
  return best
}

/** A pair of ports, the line between them, and what it costs on an otherwise empty board. */
export interface Way {
  from: Port
  to: Port
  points: Point[]
  cost: number
}

/** The best pair of sides on an otherwise empty board. */
function cheapest(request: RouteRequest, sources: readonly Port[], targets: readonly Port[]): Way {
  let best: Way | null = null
  let least = Infinity
  for (const from of sources)
    for (const to of targets) {
      const turns = (from.direction.x !== 0) !== (to.direction.x !== 0)
      const span = Math.abs(from.at.x - to.at.x) + Math.abs(from.at.y - to.at.y)
      // Ports may slide; that shortens a connector by no more than their slack.
      if (span - from.slack - to.slack + (turns ? BEND_COST : 0) >= least) continue
      const made = way(request, from, to)
      if (made.cost < least) {
        least = made.cost
        best = made
      }
    }
  // Four sides at each end, and the first pair is never skipped.
  return best as Way
}

/** Every pair of sides, cheapest first. */
function everyWay(
  request: RouteRequest,
  sources: readonly Port[],
  targets: readonly Port[],
): Way[] {
  return sources
    .flatMap((from) => targets.map((to) => way(request, from, to)))
    .sort((a, b) => a.cost - b.cost)
}

function way(request: RouteRequest, from: Port, to: Port): Way {
  const points = connect(request, ...alignPorts(from, to, 0, 0, true))
  return { from, to, points, cost: routeCost(points, request) }
}

/** What else stands in the way; the cost is added to a route's length. */
export interface Obstacles {
  cost(points: readonly Point[]): number
}

/**
 * Shifts two ports along their sides: by what keeps neighbours apart, then, where they may slide and look at each
 * other, onto one line.
 */
export function alignPorts(
  from: Port,
  to: Port,
  shiftFrom: number,
  shiftTo: number,
  mayFromSlide: boolean,
  mayToSlide = mayFromSlide,
): [Port, Port] {
  const a = moved(from, shiftFrom)
  const b = moved(to, shiftTo)
  const horizontal = from.direction.x !== 0
  if (horizontal !== (to.direction.x !== 0)) return [a, b]
  const key = horizontal ? 'y' : 'x'
  if (a.at[key] === b.at[key] || (!mayFromSlide && !mayToSlide)) return [a, b]
  const lowA = mayFromSlide ? from.at[key] - from.slack : a.at[key]
  const highA = mayFromSlide ? from.at[key] + from.slack : a.at[key]
  const lowB = mayToSlide ? to.at[key] - to.slack : b.at[key]
  const highB = mayToSlide ? to.at[key] + to.slack : b.at[key]
  const low = Math.max(lowA, lowB)
  const high = Math.min(highA, highB)
  if (low > high) return [a, b]
  // The end with less room decides: a group's border follows the service's middle.
  const anchor = from.slack <= to.slack || !mayToSlide ? a.at[key] : b.at[key]
  const shared = Math.min(high, Math.max(low, anchor))
  return [place(a, key, shared), place(b, key, shared)]
}

function moved(port: Port, by: number): Port {
  if (by === 0) return port
  const key = port.side === 'left' || port.side === 'right' ? 'y' : 'x'
  const within = Math.min(port.slack, Math.max(-port.slack, by))
  return place(port, key, port.at[key] + within)
}

function place(port: Port, key: 'x' | 'y', value: number): Port {
  return { ...port, at: { ...port.at, [key]: value } }
}

/** Orthogonal points between two ports. Deterministic, at most four bends. */
export function connect(request: RouteRequest, from: Port, to: Port): Point[] {
  const a = from.at
  const b = to.at
  const a1 = along(a, from.direction, STUB)
  const b1 = along(b, to.direction, STUB)
  const fromFlat = from.direction.x !== 0
  const toFlat = to.direction.x !== 0
  if (fromFlat === toFlat) return facing(request, from, to)
  const corner = fromFlat ? { x: b.x, y: a.y } : { x: a.x, y: b.y }
  const leaves = (corner.x - a.x) * from.direction.x + (corner.y - a.y) * from.direction.y
  const arrives = (corner.x - b.x) * to.direction.x + (corner.y - b.y) * to.direction.y
  if (leaves >= STUB / 2 && arrives >= STUB / 2) return tidy([a, corner, b])
  const around = fromFlat ? { x: a1.x, y: b1.y } : { x: b1.x, y: a1.y }
  return tidy([a, a1, around, b1, b])
}

/** Both ends leave along the same axis. `u` runs along that axis, `v` across it. */
function facing(request: RouteRequest, from: Port, to: Port): Point[] {
  const turned = from.direction.x === 0
  const at = (u: number, v: number): Point => (turned ? { x: v, y: u } : { x: u, y: v })
  const [au, av] = turned ? [from.at.y, from.at.x] : [from.at.x, from.at.y]
  const [bu, bv] = turned ? [to.at.y, to.at.x] : [to.at.x, to.at.y]
  const outA = turned ? from.direction.y : from.direction.x
  const outB = turned ? to.direction.y : to.direction.x
  const farA = au + outA * STUB
  const farB = bu + outB * STUB
  if (outA === outB) {
    const u = outA > 0 ? Math.max(farA, farB) : Math.min(farA, farB)
    return tidy([from.at, at(u, av), at(u, bv), to.at])
  }
  if ((bu - au) * outA >= STUB) {
    if (av === bv) return [from.at, to.at]
    const u = (au + bu) / 2
    return [from.at, at(u, av), at(u, bv), to.at]
  }
  const v = clearLine(request, turned)
  return tidy([from.at, at(farA, av), at(farA, v), at(farB, v), at(farB, bv), to.at])
}

/** A line that passes between the two nodes, or else beyond the nearer edge of both. */
function clearLine(request: RouteRequest, turned: boolean): number {
  const start = (rect: Rect): number => (turned ? rect.x : rect.y)
  const end = (rect: Rect): number => (turned ? rect.x + rect.w : rect.y + rect.h)
  const p = body(request.source)
  const q = body(request.target)
  if (end(p) + STUB <= start(q)) return (end(p) + start(q)) / 2
  if (end(q) + STUB <= start(p)) return (end(q) + start(p)) / 2
  return Math.max(end(p), end(q)) + STUB
}

/** What a connector must not cross of its own ends. */
export function body(end: RouteEnd): Rect {
  if (end.kind === 'group') return end.box
  const icon = iconRect(end.box)
  const bottom = end.box.y + (end.labelBottom ?? end.box.h)
  return { x: icon.x, y: icon.y, w: icon.w, h: bottom - icon.y }
}

/** Length and bends, and a forbidding price for crossing either end. */
export function routeCost(points: readonly Point[], request: RouteRequest): number {
  let cost = Math.max(0, points.length - 2) * BEND_COST
  const p = body(request.source)
  const q = body(request.target)
  for (let at = 1; at < points.length; at++) {
    const a = points[at - 1]
    const b = points[at]
    if (!a || !b) continue
    cost += Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
    if (request.sourceContainsTarget !== true && segmentCrosses(a, b, p)) cost += THROUGH_NODE_COST
    if (request.targetContainsSource !== true && segmentCrosses(a, b, q)) cost += THROUGH_NODE_COST
  }
  return cost
}

/** Whether an axis-parallel segment passes through a rectangle's inside; touching its edge does not count. */
export function segmentCrosses(a: Point, b: Point, rect: Rect): boolean {
  return (
    Math.max(a.x, b.x) > rect.x &&
    Math.min(a.x, b.x) < rect.x + rect.w &&
    Math.max(a.y, b.y) > rect.y &&
    Math.min(a.y, b.y) < rect.y + rect.h
  )
}

/** Adds path and label position to a polyline. */
export function finishRoute(points: readonly Point[]): RoutedEdge {
  return { points, labelAt: labelPoint(points), path: roundedPath(points) }
}

/** SVG path data of a polyline with rounded corners. */
export function roundedPath(points: readonly Point[], radius = CORNER_RADIUS): string {
  const [first, ...rest] = points
  if (!first) return ''
  let path = `M${num(first.x)} ${num(first.y)}`
  for (const [at, corner] of rest.entries()) {
    const before = points[at]
    const next = rest[at + 1]
    if (!before || !next) {
      path += `L${num(corner.x)} ${num(corner.y)}`
      continue
    }
    const r = Math.min(radius, distance(before, corner) / 2, distance(corner, next) / 2)
    const enter = towards(corner, before, r)
    const leave = towards(corner, next, r)
    path += `L${num(enter.x)} ${num(enter.y)}Q${num(corner.x)} ${num(corner.y)} ${num(leave.x)} ${num(leave.y)}`
  }
  return path
}

/** Middle of the longest segment; of equals, the one nearest to the middle of the connector. */
export function labelPoint(points: readonly Point[]): Point {
  let best: Point = points[0] ?? { x: 0, y: 0 }
  let longest = -1
  const middle = (points.length - 2) / 2
  for (let at = 0; at + 1 < points.length; at++) {
    const a = points[at]
    const b = points[at + 1]
    if (!a || !b) continue
    const length = distance(a, b) - Math.abs(at - middle) * 0.01
    if (length > longest) {
      longest = length
      best = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
    }
  }
  return best
}

/** A number as SVG wants it: at most two decimals, no exponent. */
export function num(value: number): string {
  const rounded = Math.round(value * 100) / 100
  return Object.is(rounded, -0) ? '0' : String(rounded)
}

export function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
}

/** Drops repeated points and points in the middle of a straight run. */
export function tidy(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const last = kept.at(-1)
    const before = kept.at(-2)
    if (last && last.x === point.x && last.y === point.y) continue
    if (
      last &&
      before &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    )
      kept.pop()
    kept.push(point)
  }
  return kept
}

function along(point: Point, direction: Point, by: number): Point {
  return { x: point.x + direction.x * by, y: point.y + direction.y * by }
}

function towards(from: Point, to: Point, by: number): Point {
  return along(from, { x: Math.sign(to.x - from.x), y: Math.sign(to.y - from.y) }, by)
}
