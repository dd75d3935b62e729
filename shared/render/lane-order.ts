import type { Point } from '../model/geometry'
import type { Anchor, Side } from './anchors'

/** Between connectors that share a side of a node. */
export const SPREAD = 12
/** Between connectors that run side by side elsewhere. */
export const LANE = 8
/** How often room is looked for in a narrow place. */
const SQUEEZES = 8
/** Connectors that would be squeezed further than this rather cross. */
const SQUEEZED = 0.6

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
export interface Run {
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

/** Puts the runs of a cluster into order and gives them their places. */
export function arrange(cluster: Run[]): readonly Run[] {
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

export function sharedSide(a: Run, b: Run): boolean {
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
      // The index is inside the list, here and below.
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
