import { portX, portY, slackOf } from './anchors'
import { CellIndex } from './cell-index'
import { coord, f64, i32 } from './flat'
import {
  arrange,
  LANE,
  sharedSide,
  SPREAD,
  type LaneEnd,
  type LaneLine,
  type Run,
} from './lane-order'
import type { ObstacleMap } from './obstacles'
import { KEEP_CLEAR, NEAR_BORDER } from './route-costs'

/** How far a run is moved aside at most. */
const REACH = 56
/** Straight run that is left before an arrowhead's tip, and after a connector's beginning. */
const LEAST_AT_TARGET = 8
const LEAST_AT_SOURCE = 3
/** How far runs stay away from what stands on the board, and how far where there is no room otherwise. */
const WELL_CLEAR = { service: KEEP_CLEAR, header: 2, border: NEAR_BORDER }
const JUST_CLEAR = { service: 2, header: 0.5, border: 2.5 }
/** A run is kept apart from this many others at most. */
const MOST_NEIGHBOURS = 48
/** Size of the cells in which runs are found. */
const LONG = 512
const NARROW = 24

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

function move(run: Run, upright: boolean): void {
  const { line } = run.of
  const i = run.point * 2 + (upright ? 0 : 1)
  const place = Math.round(run.place * 4) / 4
  line[i] = place
  line[i + 2] = place
}
