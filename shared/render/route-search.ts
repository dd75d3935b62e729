import { isUpright, outward, portX, portY, SIDES, slackOf, type Anchor, type Side } from './anchors'
import { BEND_COST, HEAD_ROOM, tidyLine } from './direct-ways'
import { f64, i32 } from './flat'
import type { ObstacleMap, Region } from './obstacles'
import {
  EAGERNESS,
  HEAD_ROOM_COST,
  LEAST_STUB,
  OFF_CENTER,
  OFF_MIDDLE,
  OFF_PORT,
  THROUGH_SERVICE,
} from './route-costs'
import { entryOf, leastLeft, type Entry } from './search-goal'
import type { GridAxis, SearchGrid } from './search-grid'
import { SearchWindow, type SearchRequest } from './search-window'
import { StateHeap } from './state-heap'

/** A line found, as x and y in turns, and what it costs. */
export interface Found {
  line: number[]
  cost: number
}

/**
 * Finds orthogonal ways round what stands on a board: A* on the lines that pass well beside services and borders.
 *
 * Same board and window, same way.
 */
export class RouteSearch {
  private readonly window: SearchWindow
  private readonly grid: SearchGrid
  private cost = new Float64Array(0)
  private from = new Int32Array(0)
  private reached = new Int32Array(0)
  private settled = new Int32Array(0)
  /** Place in the list of goals, by state; valid where `goalSearch` says so. */
  private goalAt = new Int32Array(0)
  private goalSearch = new Int32Array(0)
  private goalCosts: number[] = []
  private goalSides: Side[] = []
  private search = 0
  private readonly heap = new StateHeap()
  private request!: SearchRequest
  private entries: readonly Entry[] = []
  private middleX = 0
  private middleY = 0

  constructor(map: ObstacleMap) {
    this.window = new SearchWindow(map)
    this.grid = this.window.grid
  }

  /** @param soft services may be passed through where there is no other way, at a price */
  find(request: SearchRequest, window: Region, soft: boolean): Found | null {
    this.request = request
    this.entries = SIDES.map((side) => entryOf(request.target, side, request.targetHoldsSource))
    this.window.collect(request, window)
    this.middleX = this.window.middleX
    this.middleY = this.window.middleY
    this.window.mark(request, soft)
    return this.run(request, soft)
  }

  private run(request: SearchRequest, soft: boolean): Found | null {
    const { grid } = this
    this.prepare(grid.x.count * grid.y.count)
    this.eachDoor(request.source, request.sourceHoldsTarget, request.sourceService, soft, (door) =>
      this.start(door),
    )
    this.goalCosts.length = this.goalSides.length = 0
    this.eachDoor(request.target, request.targetHoldsSource, request.targetService, soft, (door) =>
      this.addGoal(door),
    )
    if (this.goalCosts.length === 0) return null
    while (this.heap.size > 0) {
      const state = this.heap.pop()
      if (state < 0) return this.traceBack(-state - 1, request)
      if (i32(this.settled, state) === this.search) continue
      this.settled[state] = this.search
      this.arrive(state)
      this.expand(state)
    }
    return null
  }

  private prepare(crossings: number): void {
    const states = crossings * 2
    if (this.cost.length < states) {
      const size = states * 2
      this.cost = new Float64Array(size)
      this.from = new Int32Array(size)
      this.reached = new Int32Array(size)
      this.settled = new Int32Array(size)
      this.goalAt = new Int32Array(size)
      this.goalSearch = new Int32Array(size)
      this.search = 0
    }
    this.search++
    this.heap.clear()
  }

  /** The crossings by which a connector may leave an end, or come to it: one to a side of a service, more of a group. */
  private eachDoor(
    a: Anchor,
    inward: boolean,
    service: number,
    soft: boolean,
    open: (door: Door) => void,
  ): void {
    const { grid } = this
    for (const side of SIDES) {
      const upright = isUpright(side)
      const middle = upright ? portY(a, side) : portX(a, side)
      const slack = a.isGroup ? slackOf(a, side) : OFF_PORT
      const lines = upright ? grid.y : grid.x
      const across = upright ? grid.x : grid.y
      const first = lines.after(middle - slack)
      const last = lines.before(middle + slack)
      const port = upright ? portX(a, side) : portY(a, side)
      const out = inward ? -outward(side) : outward(side)
      // The nearest crossing, and the nearest one that leaves room for an arrowhead.
      const nearest = step(across, port, out, LEAST_STUB)
      const roomy = step(across, port, out, HEAD_ROOM)
      for (let line = first; line <= last; line++) {
        const v = f64(lines.lines, line)
        for (const at of nearest === roomy ? [nearest] : [nearest, roomy]) {
          if (at < 0 || at >= across.count) continue
          const to = f64(across.lines, at)
          const isFree = upright
            ? this.window.isFree(port, v, to, v, service)
            : this.window.isFree(v, port, v, to, service)
          if (!isFree && !soft) continue
          const length = Math.abs(to - port)
          open({
            crossing: upright ? line * grid.x.count + at : at * grid.x.count + line,
            upright,
            side,
            cost:
              length +
              Math.abs(v - middle) * OFF_CENTER +
              (isFree ? 0 : THROUGH_SERVICE) +
              Math.max(0, HEAD_ROOM - length) * HEAD_ROOM_COST,
          })
        }
      }
    }
  }

  private start({ crossing, upright, cost }: Door): void {
    const state = crossing * 2 + (upright ? 0 : 1)
    this.reach(state, cost, -1)
  }

  private addGoal({ crossing, upright, side, cost }: Door): void {
    const state = crossing * 2 + (upright ? 0 : 1)
    this.goalSearch[state] = this.search
    this.goalAt[state] = this.goalCosts.length
    this.goalCosts.push(cost)
    this.goalSides.push(side)
  }

  /** A state is a crossing and the axis on which it was come to: 0 level, 1 upright. */
  private reach(state: number, cost: number, from: number): void {
    if (i32(this.reached, state) === this.search && f64(this.cost, state) <= cost) return
    this.reached[state] = this.search
    this.cost[state] = cost
    this.from[state] = from
    this.heap.push(cost + this.atLeast(state) * EAGERNESS, state)
  }

  /** Where the target can be entered from a crossing, that is offered as an end of the search. */
  private arrive(state: number): void {
    for (const axis of AXES) {
      const at = (state & ~1) + axis
      if (i32(this.goalSearch, at) !== this.search) continue
      const goal = i32(this.goalAt, at)
      const turn = axis === (state & 1) ? 0 : BEND_COST
      this.heap.push(
        f64(this.cost, state) + turn + (this.goalCosts[goal] ?? 0),
        -state * 2 - axis - 1,
      )
    }
  }

  private expand(state: number): void {
    const { costRight, costDown } = this.grid
    const xs = this.grid.x.lines
    const ys = this.grid.y.lines
    const nx = this.grid.x.count
    const crossing = state >> 1
    const ix = crossing % nx
    const iy = (crossing - ix) / nx
    const cost = f64(this.cost, state)
    const level = (state & 1) === 0
    const y = f64(ys, iy)
    const x = f64(xs, ix)
    const turnLevel = cost + (level ? 0 : BEND_COST + Math.abs(y - this.middleY) * OFF_MIDDLE)
    const turnUpright = cost + (level ? BEND_COST + Math.abs(x - this.middleX) * OFF_MIDDLE : 0)
    if (ix + 1 < nx) {
      const extra = f64(costRight, crossing)
      if (extra !== Infinity)
        this.reach((crossing + 1) * 2, turnLevel + f64(xs, ix + 1) - x + extra, state)
    }
    if (ix > 0) {
      const extra = f64(costRight, crossing - 1)
      if (extra !== Infinity)
        this.reach((crossing - 1) * 2, turnLevel + x - f64(xs, ix - 1) + extra, state)
    }
    if (iy + 1 < this.grid.y.count) {
      const extra = f64(costDown, crossing)
      const next = crossing + nx
      if (extra !== Infinity)
        this.reach(next * 2 + 1, turnUpright + f64(ys, iy + 1) - y + extra, state)
    }
    if (iy > 0) {
      const next = crossing - nx
      const extra = f64(costDown, next)
      if (extra !== Infinity)
        this.reach(next * 2 + 1, turnUpright + y - f64(ys, iy - 1) + extra, state)
    }
  }

  private atLeast(state: number): number {
    const { x, y } = this.grid
    const crossing = state >> 1
    const ix = crossing % x.count
    const iy = (crossing - ix) / x.count
    return leastLeft(this.entries, f64(x.lines, ix), f64(y.lines, iy), (state & 1) === 0)
  }

  private traceBack(end: number, { source, target }: SearchRequest): Found {
    const { grid } = this
    const axis = end & 1
    const last = end >> 1
    const goal = i32(this.goalAt, (last & ~1) + axis)
    const cost =
      f64(this.cost, last) + (axis === (last & 1) ? 0 : BEND_COST) + (this.goalCosts[goal] ?? 0)
    const line: number[] = []
    let state = last
    const to = this.goalSides[goal] ?? 0
    const xOf = (one: number): number => f64(grid.x.lines, (one >> 1) % grid.x.count)
    const yOf = (one: number): number => f64(grid.y.lines, Math.floor((one >> 1) / grid.x.count))
    line.push(...portOn(target, to, xOf(state), yOf(state)))
    let first = state
    for (; state >= 0; state = i32(this.from, state)) {
      line.push(xOf(state), yOf(state))
      first = state
    }
    line.push(...this.startPort(source, first, xOf(first), yOf(first)))
    return { line: tidyLine(reversed(line)), cost }
  }

  /** The port from which a search began: on the axis of its first crossing, on the side that looks there. */
  private startPort(a: Anchor, state: number, x: number, y: number): [number, number] {
    const inward = this.request.sourceHoldsTarget
    const upright = (state & 1) === 0
    for (const side of SIDES) {
      if (isUpright(side) !== upright) continue
      const u = upright ? x - portX(a, side) : y - portY(a, side)
      if (u * outward(side) * (inward ? -1 : 1) > 0) return portOn(a, side, x, y)
    }
    return [x, y]
  }
}

/** Where a connector may leave or enter: the first crossing beyond a port. */
interface Door {
  crossing: number
  upright: boolean
  side: Side
  cost: number
}

/** Index of the first line at least `by` away from a port, going outward. */
function step(axis: GridAxis, port: number, out: number, by: number): number {
  return out > 0 ? axis.after(port + by - 0.01) : axis.before(port - by + 0.01)
}

const AXES = [0, 1] as const

function portOn(a: Anchor, side: Side, x: number, y: number): [number, number] {
  return isUpright(side) ? [portX(a, side), y] : [x, portY(a, side)]
}

function reversed(line: readonly number[]): number[] {
  const made: number[] = []
  for (let i = line.length - 2; i >= 0; i -= 2) made.push(line[i] ?? 0, line[i + 1] ?? 0)
  return made
}
