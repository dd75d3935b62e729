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
import { BEND_COST, HEAD_ROOM, STUB, tidyLine, type Ends } from './direct-ways'
import { f64, i32 } from './flat'
import type { ObstacleMap, Region } from './obstacles'
import {
  ALONG_BORDER,
  EAGERNESS,
  HEAD_ROOM_COST,
  KEEP_CLEAR,
  LEAST_STUB,
  NEAR_BORDER,
  OFF_CENTER,
  OFF_MIDDLE,
  OFF_PORT,
  OUT_OF_OWN_GROUP,
  STRANGE_BORDER,
  THROUGH_HEADER,
  THROUGH_SERVICE,
} from './route-costs'
import { SearchGrid, type GridAxis } from './search-grid'
import { StateHeap } from './state-heap'

/** A connector to be searched; places are those in the obstacle map, -1 where an end is of the other kind. */
export interface SearchRequest extends Ends {
  readonly sourceService: number
  readonly targetService: number
  readonly sourceGroup: number
  readonly targetGroup: number
}

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
  private readonly grid: SearchGrid
  private near = new Int32Array(256)
  private nearCount = 0
  private readonly nearGroups = new Set<number>()
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

  constructor(private readonly map: ObstacleMap) {
    this.grid = new SearchGrid(map.linesX, map.linesY)
  }

  /** @param soft services may be passed through where there is no other way, at a price */
  find(request: SearchRequest, window: Region, soft: boolean): Found | null {
    this.request = request
    this.entries = SIDES.map((side) => entryOf(request.target, side, request.targetHoldsSource))
    this.collect(request, window)
    this.mark(request, soft)
    return this.run(request, soft)
  }

  /** Takes in what stands in the window, and the lines that it gives. */
  private collect(request: SearchRequest, [left, top, right, bottom]: Region): void {
    const { map, grid } = this
    grid.clear()
    this.addEnd(request.source)
    this.addEnd(request.target)
    this.middleX = between(
      request.source.x0,
      request.source.x1,
      request.target.x0,
      request.target.x1,
    )
    this.middleY = between(
      request.source.y0,
      request.source.y1,
      request.target.y0,
      request.target.y1,
    )
    grid.x.addOwn(this.middleX)
    grid.y.addOwn(this.middleY)
    this.addStubs(request.source)
    this.addStubs(request.target)
    this.nearCount = map.serviceIndex.find(left, top, right, bottom)
    if (this.near.length < this.nearCount) this.near = new Int32Array(this.nearCount * 2)
    this.near.set(map.serviceIndex.found.subarray(0, this.nearCount))
    for (let n = 0; n < this.nearCount; n++) {
      const i = i32(this.near, n) * 4
      grid.x.ask(i32(map.serviceLines, i))
      grid.y.ask(i32(map.serviceLines, i + 1))
      grid.x.ask(i32(map.serviceLines, i + 2))
      grid.y.ask(i32(map.serviceLines, i + 3))
    }
    this.nearGroups.clear()
    const strips = map.borderIndex.find(left, top, right, bottom)
    for (let n = 0; n < strips; n++) this.nearGroups.add(i32(map.borderIndex.found, n) >> 2)
    const titles = map.headerIndex.find(left, top, right, bottom)
    for (let n = 0; n < titles; n++) this.nearGroups.add(i32(map.headerIndex.found, n))
    for (const group of this.nearGroups) {
      const i = group * 6
      grid.x.ask(i32(map.groupLines, i))
      grid.y.ask(i32(map.groupLines, i + 1))
      grid.x.ask(i32(map.groupLines, i + 2))
      grid.y.ask(i32(map.groupLines, i + 3))
      grid.x.ask(i32(map.groupLines, i + 4))
      grid.x.ask(i32(map.groupLines, i + 5))
    }
    grid.build(left, top, right, bottom)
  }

  private addEnd(a: Anchor): void {
    this.grid.x.addOwn((a.x0 + a.x1) / 2)
    this.grid.y.addOwn((a.y0 + a.y1) / 2)
  }

  /** Where a connector may turn right after it left, should nothing better be there. */
  private addStubs(a: Anchor): void {
    for (const side of SIDES)
      if (isUpright(side)) this.grid.x.addOwn(portX(a, side) + outward(side) * STUB)
      else this.grid.y.addOwn(portY(a, side) + outward(side) * STUB)
  }

  /** Says what each stretch costs beyond its length. */
  private mark(request: SearchRequest, soft: boolean): void {
    const { map, grid } = this
    const through = soft ? THROUGH_SERVICE : Infinity
    for (let n = 0; n < this.nearCount; n++) {
      const a = map.anchors[i32(this.near, n)]
      if (!a) continue
      grid.markInside(a.x0 - KEEP_CLEAR, a.over - KEEP_CLEAR, a.x1 + KEEP_CLEAR, a.y1, through)
      if (a.labelY1 > a.y1)
        grid.markInside(
          a.labelX0 - KEEP_CLEAR,
          a.y1 - 1,
          a.labelX1 + KEEP_CLEAR,
          a.labelY1 + KEEP_CLEAR,
          through,
        )
    }
    const sx = (request.source.x0 + request.source.x1) / 2
    const sy = (request.source.y0 + request.source.y1) / 2
    const tx = (request.target.x0 + request.target.x1) / 2
    const ty = (request.target.y0 + request.target.y1) / 2
    for (const group of this.nearGroups) {
      const i = group * 4
      const x0 = f64(map.borders, i)
      const y0 = f64(map.borders, i + 1)
      const x1 = f64(map.borders, i + 2)
      const y1 = f64(map.borders, i + 3)
      let crossing = STRANGE_BORDER
      if (group === request.sourceGroup || group === request.targetGroup) {
        const holds =
          group === request.sourceGroup ? request.sourceHoldsTarget : request.targetHoldsSource
        crossing = holds ? OUT_OF_OWN_GROUP : 0
        if (!holds) grid.markInside(x0, y0, x1, y1, through)
      } else if (holdsPoint(x0, y0, x1, y1, sx, sy) || holdsPoint(x0, y0, x1, y1, tx, ty))
        crossing = 0
      grid.markBorder(x0, y0, x1, y1, crossing, NEAR_BORDER, ALONG_BORDER)
      grid.markInside(
        f64(map.headers, i) - 2,
        f64(map.headers, i + 1),
        f64(map.headers, i + 2) + 2,
        f64(map.headers, i + 3),
        THROUGH_HEADER,
      )
    }
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
            ? this.isFree(port, v, to, v, service)
            : this.isFree(v, port, v, to, service)
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

  /** Whether a short stretch at an end is clear of all services but that end's own. */
  private isFree(ax: number, ay: number, bx: number, by: number, own: number): boolean {
    const left = Math.min(ax, bx) - KEEP_CLEAR
    const right = Math.max(ax, bx) + KEEP_CLEAR
    const top = Math.min(ay, by) - KEEP_CLEAR
    const bottom = Math.max(ay, by) + KEEP_CLEAR
    for (let n = 0; n < this.nearCount; n++) {
      const place = i32(this.near, n)
      if (place === own) continue
      const a = this.map.anchors[place]
      if (a && meetsBody(a, left, top, right, bottom)) return false
    }
    return true
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

  /** What is left costs no less: distance to the nearest side of the target, and the corners that it takes. */
  private atLeast(state: number): number {
    const { x: xAxis, y: yAxis } = this.grid
    const crossing = state >> 1
    const ix = crossing % xAxis.count
    const x = f64(xAxis.lines, ix)
    const y = f64(yAxis.lines, (crossing - ix) / xAxis.count)
    const level = (state & 1) === 0
    let least = Infinity
    for (const { upright, at, middle, slack, out } of this.entries) {
      const u = upright ? x - at : y - at
      const v = Math.max(0, Math.abs((upright ? y : x) - middle) - slack)
      const isBefore = u * out >= 0
      const bends = level === upright ? (v === 0 && isBefore ? 0 : 2) : isBefore ? 1 : 3
      const cost = Math.abs(u) + v + bends * BEND_COST
      if (cost < least) least = cost
    }
    return least
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

/** A side of the target, as the search steers for it. */
interface Entry {
  upright: boolean
  /** Where the side is, and the middle of the range along it in which it may be met. */
  at: number
  middle: number
  slack: number
  /** Which way one has to come from. */
  out: number
}

function entryOf(a: Anchor, side: Side, inward: boolean): Entry {
  const upright = isUpright(side)
  return {
    upright,
    at: upright ? portX(a, side) : portY(a, side),
    middle: upright ? portY(a, side) : portX(a, side),
    slack: a.isGroup ? slackOf(a, side) : OFF_PORT,
    out: outward(side) * (inward ? -1 : 1),
  }
}

function portOn(a: Anchor, side: Side, x: number, y: number): [number, number] {
  return isUpright(side) ? [portX(a, side), y] : [x, portY(a, side)]
}

function reversed(line: readonly number[]): number[] {
  const made: number[] = []
  for (let i = line.length - 2; i >= 0; i -= 2) made.push(line[i] ?? 0, line[i + 1] ?? 0)
  return made
}

/** Halfway between two ranges where they are apart, halfway between their middles where they are not. */
function between(a0: number, a1: number, b0: number, b1: number): number {
  if (a1 <= b0) return (a1 + b0) / 2
  if (b1 <= a0) return (b1 + a0) / 2
  return (a0 + a1 + b0 + b1) / 4
}

function holdsPoint(x0: number, y0: number, x1: number, y1: number, x: number, y: number): boolean {
  return x > x0 && x < x1 && y > y0 && y < y1
}
