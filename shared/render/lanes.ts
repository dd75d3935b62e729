import type { Point } from '../model/geometry'
import { portX, portY, slackOf, type Anchor, type Side } from './anchors'
import { CellIndex } from './cell-index'
import { coord, f64, i32 } from './flat'
import type { ObstacleMap } from './obstacles'
import { KEEP_CLEAR, NEAR_BORDER } from './route-search'

/** Between connectors that share a side of a node. */
export const SPREAD = 12
/** Between connectors that run side by side elsewhere. */
const LANE = 8
/** How far a run is moved aside at most. */
const REACH = 56
/** Straight run that is left before an arrowhead's tip, and after a connector's beginning. */
const LEAST_AT_TARGET = 8
const LEAST_AT_SOURCE = 3
/** How far runs stay away from what stands on the board, and how far where there is no room otherwise. */
const WELL_CLEAR = { service: KEEP_CLEAR, header: 2, border: NEAR_BORDER }
const JUST_CLEAR = { service: 2, header: 0.5, border: 2.5 }
/** Connectors that would be squeezed further than this rather cross. */
const SQUEEZED = 0.6
/** A run is kept apart from this many others at most. */
const MOST_NEIGHBOURS = 48
/** Size of the cells in which runs are found. */
const LONG = 512
const NARROW = 24
/** How often room is looked for in a narrow place. */
const SQUEEZES = 8

/** A connector whose runs are to be kept apart from those of others; the line is changed in place. */
export interface LaneLine {
  /** x and y in turns; orthogonal, tidy. */
  line: number[]
  /** Breaks ties, so that the same board gives the same lanes. */
  rank: number
  /** Put where it is by hand: others make room for it. */
  isFixed: boolean
  source: LaneEnd | null
  target: LaneEnd | null
  /** Where it goes on beyond its last point, if that is not an end. */
  aim: Point | null
}

/** Where a line meets a node; the end may slide along that side. */
export interface LaneEnd {
  anchor: Anchor
  /** Place among the services of the obstacle map; -1 for a group. */
  service: number
  side: Side
}

/** A straight stretch of a connector. `place` is where it lies across its direction. */
interface Run {
  of: LaneLine
  /** Index of its first point in the line. */
  point: number
  place: number
  low: number
  high: number
  /** How far it may be moved. */
  least: number
  most: number
  /** The same if it may come nearer to what stands there. */
  widestLeast: number
  widestMost: number
  /** Where the connector goes on at either end of the run: -1, 1, or 0 where it ends. And how far. */
  turnLow: number
  turnHigh: number
  onLow: number
  onHigh: number
  /** The ends that it meets, if it is a first or last run. */
  source: LaneEnd | null
  target: LaneEnd | null
  /** How much its distances are narrowed, 1 where there is room. */
  squeeze: number
  squeezeBefore: number
  /** Has too little room to be where it would cross least. */
  goesByRoom: boolean
  neighbours: Run[]
  cluster: number
  /** Place in the order of its cluster. */
  seat: number
  waitsFor: number
  /** Neighbours that come before it, and the distances to them where there is room. */
  earlier: readonly Run[]
  gaps: readonly number[]
  /** Neighbours that it should come before. */
  later: Run[]
  /** What keeps it from lying nearer to the one side, and to the other. */
  pushedBy: Run | null
  heldBy: Run | null
  /** Between what it can lie if all are to have room. */
  from: number
  to: number
  /** Where it would lie if all were packed to one side, or to the other. */
  ahead: number
  behind: number
}

/**
 * Keeps runs apart that would lie on each other, and spreads connectors along the sides of nodes where they meet.
 *
 * Runs move sideways only, in the order in which they cross least, and no further than services, borders and headers
 * leave room for. Where there is not room for all, they come as near to each other as they must.
 */
export function separateLanes(lines: readonly LaneLine[], map: ObstacleMap): void {
  separate(lines, map, false)
  separate(lines, map, true)
}

/** One axis: upright runs are moved left and right, level ones up and down. */
function separate(lines: readonly LaneLine[], map: ObstacleMap, upright: boolean): void {
  const runs = collectRuns(lines, upright)
  for (const cluster of clustersOf(runs, upright)) {
    for (const run of cluster) limit(run, map, upright)
    for (const run of arrange(cluster)) move(run, upright)
  }
}

function collectRuns(lines: readonly LaneLine[], upright: boolean): Run[] {
  const across = upright ? 0 : 1
  const along = 1 - across
  const runs: Run[] = []
  for (const of of lines) {
    const { line } = of
    const count = line.length / 2
    for (let point = 0; point + 1 < count; point++) {
      const i = point * 2
      const place = coord(line, i + across)
      const a = coord(line, i + along)
      const b = coord(line, i + 2 + along)
      if (place !== coord(line, i + 2 + across) || a === b) continue
      const isFirst = point === 0
      const isLast = point + 2 === count
      const before = isFirst ? 0 : coord(line, i - 2 + across) - place
      const aim = of.aim && (upright ? of.aim.x : of.aim.y)
      const after = isLast ? (aim === null ? 0 : aim - place) : coord(line, i + 4 + across) - place
      const down = b > a
      const run: Run = {
        of,
        point,
        place,
        low: down ? a : b,
        high: down ? b : a,
        least: place - REACH,
        most: place + REACH,
        widestLeast: place,
        widestMost: place,
        turnLow: Math.sign(down ? before : after),
        turnHigh: Math.sign(down ? after : before),
        onLow: Math.abs(down ? before : after),
        onHigh: Math.abs(down ? after : before),
        source: isFirst ? of.source : null,
        target: isLast ? of.target : null,
        squeeze: 1,
        squeezeBefore: 1,
        goesByRoom: false,
        neighbours: NONE,
        cluster: -1,
        seat: 0,
        waitsFor: 0,
        earlier: NONE,
        gaps: NO_GAPS,
        later: NONE,
        pushedBy: null,
        heldBy: null,
        from: 0,
        to: 0,
        ahead: 0,
        behind: 0,
      }
      if (of.isFixed) run.least = run.most = place
      else {
        // A corner next to an end leaves room for the arrowhead; no corner passes the next one.
        if (!isFirst) keepBefore(run, before, point === 1 ? LEAST_AT_SOURCE : 2)
        if (!isLast) keepBefore(run, after, point + 3 === count ? LEAST_AT_TARGET : 2)
        if (run.source) keepOnSide(run, run.source, upright)
        if (run.target) keepOnSide(run, run.target, upright)
      }
      runs.push(run)
    }
  }
  return runs
}

/** The stretch that follows is `by` long, signed: the run stays on its side of where that one leads. */
function keepBefore(run: Run, by: number, leave: number): void {
  const room = Math.max(0, Math.abs(by) - leave)
  if (by > 0) run.most = Math.min(run.most, run.place + room)
  if (by < 0) run.least = Math.max(run.least, run.place - room)
}

function keepOnSide(run: Run, { anchor, side }: LaneEnd, upright: boolean): void {
  const middle = upright ? portX(anchor, side) : portY(anchor, side)
  const slack = slackOf(anchor, side)
  run.least = Math.max(run.least, Math.min(run.place, middle - slack))
  run.most = Math.min(run.most, Math.max(run.place, middle + slack))
}

/** Runs that lie too near to each other, directly or through others. */
function clustersOf(runs: readonly Run[], upright: boolean): Run[][] {
  const rects = new Float64Array(runs.length * 4)
  runs.forEach((run, at) => {
    rects[at * 4] = upright ? run.place : run.low
    rects[at * 4 + 1] = upright ? run.low : run.place
    rects[at * 4 + 2] = upright ? run.place : run.high
    rects[at * 4 + 3] = upright ? run.high : run.place
  })
  const index = new CellIndex(rects, upright ? NARROW : LONG, upright ? LONG : NARROW)
  const leader = new Int32Array(runs.length).map((_, at) => at)
  const find = (at: number): number => {
    let top = at
    while (i32(leader, top) !== top) top = i32(leader, top)
    leader[at] = top
    return top
  }
  runs.forEach((run, at) => {
    const i = at * 4
    const dx = upright ? LANE : 0
    const dy = upright ? 0 : LANE
    const count = index.find(
      f64(rects, i) - dx,
      f64(rects, i + 1) - dy,
      f64(rects, i + 2) + dx,
      f64(rects, i + 3) + dy,
    )
    for (let n = 0; n < count && run.neighbours.length < MOST_NEIGHBOURS; n++) {
      const other = i32(index.found, n)
      const near = runs[other]
      if (!near || other <= at || near.neighbours.length >= MOST_NEIGHBOURS) continue
      if (!isTooNear(run, near)) continue
      addNeighbour(run, near)
      addNeighbour(near, run)
      leader[find(other)] = find(at)
    }
  })
  const clusters = new Map<number, Run[]>()
  runs.forEach((run, at) => {
    if (run.neighbours.length === 0) return
    const top = find(at)
    run.cluster = top
    const list = clusters.get(top)
    if (list) list.push(run)
    else clusters.set(top, [run])
  })
  return [...clusters.values()].filter((cluster) => cluster.length > 1)
}

/** Most runs have none: they share one empty list. */
const NONE: Run[] = []
const NO_GAPS: readonly number[] = []

function addNeighbour(run: Run, near: Run): void {
  if (run.neighbours === NONE) run.neighbours = [near]
  else run.neighbours.push(near)
}

function isTooNear(a: Run, b: Run): boolean {
  return (
    Math.abs(a.place - b.place) < (sharedSide(a, b) ? SPREAD : LANE) - 0.01 &&
    a.low < b.high - 1 &&
    b.low < a.high - 1
  )
}

/** Narrows how far a run may be moved to what stands beside it. */
function limit(run: Run, map: ObstacleMap, upright: boolean): void {
  const { place, low, high, least, most } = run
  run.widestLeast = run.widestMost = place
  if (least === most) return
  const by = WELL_CLEAR.border
  const [x0, y0, x1, y1] = upright
    ? [least - by, low - by, most + by, high + by]
    : [low - by, least - by, high + by, most + by]
  const services = map.serviceIndex.find(x0, y0, x1, y1)
  const headers = map.headerIndex.find(x0, y0, x1, y1)
  const strips = map.borderIndex.find(x0, y0, x1, y1)
  const wall = (x0: number, y0: number, x1: number, y1: number, apart: number): void => {
    const [near, far, start, end] = upright ? [x0, x1, y0, y1] : [y0, y1, x0, x1]
    if (end <= low - apart || start >= high + apart) return
    if (far <= place) run.least = Math.max(run.least, Math.min(place, far + apart))
    else if (near >= place) run.most = Math.min(run.most, Math.max(place, near - apart))
  }
  for (const clear of [JUST_CLEAR, WELL_CLEAR]) {
    run.least = least
    run.most = most
    for (let n = 0; n < services; n++) {
      const service = i32(map.serviceIndex.found, n)
      if (service === run.source?.service || service === run.target?.service) continue
      const a = map.anchors[service]
      if (!a) continue
      wall(a.x0, a.over, a.x1, a.y1, clear.service)
      if (a.labelY1 > a.y1) wall(a.labelX0, a.y1 - 1, a.labelX1, a.labelY1, clear.service)
    }
    for (let n = 0; n < headers; n++) {
      const i = i32(map.headerIndex.found, n) * 4
      const { headers: h } = map
      wall(f64(h, i), f64(h, i + 1), f64(h, i + 2), f64(h, i + 3), clear.header)
    }
    for (let n = 0; n < strips; n++) {
      const strip = i32(map.borderIndex.found, n)
      if ((strip & 1) === (upright ? 1 : 0)) continue
      const i = (strip >> 2) * 4
      const at = f64(map.borders, i + (strip & 3))
      if (upright) wall(at, f64(map.borders, i + 1), at, f64(map.borders, i + 3), clear.border)
      else wall(f64(map.borders, i), at, f64(map.borders, i + 2), at, clear.border)
    }
    if (clear === WELL_CLEAR) return
    run.widestLeast = run.least
    run.widestMost = run.most
  }
}

/** Puts the runs of a cluster into order and gives them their places. */
function arrange(cluster: Run[]): readonly Run[] {
  prepare(cluster)
  const order = inOrder(cluster)
  fit(order)
  const tight = order.filter((run) => run.squeeze < SQUEEZED)
  if (tight.length === 0) return settle(order)
  // Some can only lie apart if they cross: the order of those is left to where each has room.
  const room = order.reduce((sum, run) => sum + run.squeeze, 0)
  for (const run of tight) run.goesByRoom = true
  const other = inOrder(cluster)
  fit(other)
  if (other.reduce((sum, run) => sum + run.squeeze, 0) > room) return settle(other)
  for (const run of tight) run.goesByRoom = false
  const first = inOrder(cluster)
  fit(first)
  return settle(first)
}

function prepare(cluster: Run[]): void {
  cluster.sort((a, b) => a.place - b.place || a.of.rank - b.of.rank || a.point - b.point)
  const id = cluster[0]?.cluster
  for (const run of cluster) run.neighbours = run.neighbours.filter((other) => other.cluster === id)
}

/** The order across, in which the runs of a cluster cross each other least. */
function inOrder(cluster: readonly Run[]): Run[] {
  cluster.forEach((run, at) => {
    run.seat = at
    run.waitsFor = 0
    run.later = []
  })
  for (const run of cluster)
    for (const other of run.neighbours) {
      if (other.seat < run.seat) continue
      const [first, second] = comesFirst(run, other) ? [run, other] : [other, run]
      first.later.push(second)
      second.waitsFor++
    }
  const ready = cluster.filter((run) => run.waitsFor === 0)
  const order: Run[] = []
  for (let first = 0; order.length < cluster.length;) {
    const run = ready.shift() ?? cluster[first++]
    // One that waits in a circle goes ahead when nobody else is ready.
    if (!run || run.waitsFor < 0) continue
    run.waitsFor = -1
    order.push(run)
    for (const other of run.later)
      if (other.waitsFor > 0 && --other.waitsFor === 0)
        ready.splice(placeAmong(ready, other.seat), 0, other)
  }
  order.forEach((run, at) => (run.seat = at))
  for (const run of order) {
    run.earlier = run.neighbours.filter((other) => other.seat < run.seat)
    run.gaps = run.earlier.map((other) => (sharedSide(run, other) ? SPREAD : LANE))
  }
  return order
}

function placeAmong(sorted: readonly Run[], seat: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((sorted[mid]?.seat ?? 0) < seat) low = mid + 1
    else high = mid
  }
  return low
}

function comesFirst(a: Run, b: Run): boolean {
  if (a.most < b.least) return true
  if (b.most < a.least) return false
  if ((a.goesByRoom || b.goesByRoom) && a.least + a.most !== b.least + b.most)
    return a.least + a.most < b.least + b.most
  const vote = sideOf(a, b)
  if (vote !== 0) return vote < 0
  if (a.place !== b.place) return a.place < b.place
  if (a.of.rank !== b.of.rank) return a.of.rank < b.of.rank
  return a.point < b.point
}

/** Negative where `a` belongs before `b` so that they do not cross, positive after, 0 where it is all one. */
function sideOf(a: Run, b: Run): number {
  return Math.sign(
    endVote(a.low - b.low, a.turnLow, b.turnLow, a.onLow, b.onLow) +
      endVote(b.high - a.high, a.turnHigh, b.turnHigh, a.onHigh, b.onHigh),
  )
}

/** What one end says. `inside` is positive where `a` ends within `b`. */
function endVote(inside: number, aTurns: number, bTurns: number, aOn: number, bOn: number): number {
  if (inside > 0.5) return aTurns
  if (inside < -0.5) return -bTurns
  if (aTurns !== bTurns) return Math.sign(aTurns - bTurns)
  return aTurns * Math.sign(aOn - bOn)
}

function sharedSide(a: Run, b: Run): boolean {
  return (
    meetsAt(a.source, b.source) ||
    meetsAt(a.target, b.target) ||
    meetsAt(a.source, b.target) ||
    meetsAt(a.target, b.source)
  )
}

function meetsAt(a: LaneEnd | null, b: LaneEnd | null): boolean {
  return a !== null && b !== null && a.anchor === b.anchor && a.side === b.side
}

/**
 * Gives each run of a cluster its place: as near to where it was as the others let it, and as symmetrical.
 *
 * Packed to the one side and packed to the other keep all distances; so does the middle between both.
 */
function settle(order: readonly Run[]): readonly Run[] {
  for (const run of order) run.ahead = run.behind = run.place
  for (const run of order)
    run.earlier.forEach((other, n) => {
      run.ahead = Math.max(run.ahead, other.ahead + between(run, other, n))
    })
  for (let at = order.length - 1; at >= 0; at--) {
    const run = order[at]
    run?.earlier.forEach((other, n) => {
      other.behind = Math.min(other.behind, run.behind - between(run, other, n))
    })
  }
  for (const run of order) {
    run.place = Math.max((run.ahead + run.behind) / 2, run.from)
    run.earlier.forEach((other, n) => {
      run.place = Math.max(run.place, other.place + between(run, other, n))
    })
    run.place = Math.min(run.place, run.to)
  }
  return order
}

/** The distance to keep from the `n`th run of those that come earlier. */
function between(run: Run, earlier: Run, n: number): number {
  return (run.gaps[n] ?? 0) * Math.min(run.squeeze, earlier.squeeze)
}

/** Works out between what each run can lie so that all have room; where they have not, it narrows the distances. */
function fit(order: readonly Run[]): void {
  for (const run of order) run.squeeze = 1
  for (let turn = 0; turn < SQUEEZES; turn++) {
    const tight = tightAmong(order)
    if (tight.length === 0) return
    for (const run of order) run.squeezeBefore = run.squeeze
    for (const run of tight) {
      if (turn === 0) for (const one of [run, ...run.neighbours]) widen(one)
      else squeeze(run, turn === SQUEEZES - 1)
    }
  }
  for (const run of order) {
    run.from = Math.min(run.from, run.to)
    run.to = Math.max(run.from, Math.min(run.to, run.most))
  }
}

/** Runs that have no place left when all keep their distances. */
function tightAmong(order: readonly Run[]): Run[] {
  for (const run of order) {
    run.from = run.least
    run.to = run.most
    run.pushedBy = run.heldBy = null
    for (let n = 0; n < run.earlier.length; n++) {
      const other = run.earlier[n] as Run
      const from = other.from + between(run, other, n)
      if (from <= run.from) continue
      run.from = from
      run.pushedBy = other
    }
  }
  const tight: Run[] = []
  for (let at = order.length - 1; at >= 0; at--) {
    const run = order[at] as Run
    if (run.from > run.to + 0.01) tight.push(run)
    for (let n = 0; n < run.earlier.length; n++) {
      const other = run.earlier[n] as Run
      const to = run.to - between(run, other, n)
      if (to >= other.to) continue
      other.to = to
      other.heldBy = run
    }
  }
  return tight
}

/** Narrows the distances of all that stand between the two walls which leave a run no place. */
function squeeze(run: Run, wholly: boolean): void {
  let first = run
  while (first.pushedBy) first = first.pushedBy
  let last = run
  while (last.heldBy) last = last.heldBy
  const taken = run.from - first.least + (last.most - run.to)
  if (taken <= 0) return
  const room = Math.max(0, last.most - first.least)
  const factor = wholly ? 0 : Math.min(0.99, (room / taken) * 0.995)
  // Each by as much as the narrowest of the places needs that it is in.
  const narrow = (one: Run): void => {
    one.squeeze = Math.min(one.squeeze, one.squeezeBefore * factor)
  }
  for (let one: Run | null = run; one; one = one.pushedBy) narrow(one)
  for (let one = run.heldBy; one; one = one.heldBy) narrow(one)
}

/** Lets a run come nearer to what stands beside it. */
function widen(run: Run): void {
  run.least = Math.min(run.least, run.widestLeast)
  run.most = Math.max(run.most, run.widestMost)
}

function move(run: Run, upright: boolean): void {
  const { line } = run.of
  const i = run.point * 2 + (upright ? 0 : 1)
  const place = Math.round(run.place * 4) / 4
  line[i] = place
  line[i + 2] = place
}
