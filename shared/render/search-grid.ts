import { f64, i32 } from './flat'

/** Lines nearer than this count as one. */
const SAME_LINE = 2
/** Most of the board's lines on one axis: what a search takes must not hang on how much stands around. */
const MOST_LINES = 112
/** Most lines of a connector itself on one axis. */
const MOST_OWN = 16
/** Parts of a window, each of which knows its first line. */
const PARTS = 128

/** The lines of one axis on which a connector may run: the x of upright ones, or the y of level ones. */
export class GridAxis {
  readonly lines = new Float64Array(MOST_LINES + MOST_OWN)
  count = 0
  private readonly own = new Float64Array(MOST_OWN)
  private ownCount = 0
  /** By place in the board's list of lines: the last search that asked for it. */
  private readonly asked: Int32Array
  private search = 0
  private readonly firstOf = new Int32Array(PARTS + 1)
  private low = 0
  private partsPerUnit = 0

  /** @param all every line on which a connector may run on the board, in order */
  constructor(private readonly all: Float64Array) {
    this.asked = new Int32Array(all.length)
  }

  clear(): void {
    this.search++
    this.ownCount = 0
  }

  /** A line that belongs to the connector itself; of two that are nearly one, the earlier stays. */
  addOwn(value: number): void {
    let at = 0
    for (; at < this.ownCount; at++) {
      const other = f64(this.own, at)
      if (Math.abs(other - value) < SAME_LINE) return
      if (other > value) break
    }
    if (this.ownCount === MOST_OWN) return
    this.own.copyWithin(at + 1, at, this.ownCount)
    this.own[at] = value
    this.ownCount++
  }

  /** A line of the board, by its place in the list. */
  ask(place: number): void {
    this.asked[place] = this.search
  }

  /** Puts the lines together; the board's lines outside the window are left out. */
  build(low: number, high: number): void {
    const first = firstAbove(this.all, low)
    const last = firstAbove(this.all, high)
    let apart = SAME_LINE
    do {
      this.count = this.merge(first, last, apart)
      apart = Math.max(apart * 1.5, (high - low) / MOST_LINES / 4)
    } while (this.count > this.lines.length)
    this.low = low
    this.partsPerUnit = PARTS / Math.max(1, high - low)
    let at = 0
    for (let part = 0; part <= PARTS; part++) {
      const from = low + part / this.partsPerUnit
      while (at < this.count && f64(this.lines, at) < from) at++
      this.firstOf[part] = at
    }
  }

  /** Index of the first line beyond a value. */
  after(value: number): number {
    let at = this.near(value)
    while (at < this.count && f64(this.lines, at) <= value) at++
    return at
  }

  /** Index of the last line before a value. */
  before(value: number): number {
    let at = this.near(value)
    while (at < this.count && f64(this.lines, at) < value) at++
    return at - 1
  }

  /** Index of a line that is not beyond a value by more than rounding. */
  private near(value: number): number {
    const part = Math.floor((value - this.low) * this.partsPerUnit) - 1
    return part <= 0 ? 0 : i32(this.firstOf, Math.min(part, PARTS))
  }

  /** How many lines there are; those beyond the room for them are not written. */
  private merge(first: number, last: number, apart: number): number {
    let count = 0
    let next = 0
    let before = -Infinity
    let ownNext = this.ownCount > 0 ? f64(this.own, 0) : Infinity
    for (let at = first; at < last; at++) {
      if (i32(this.asked, at) !== this.search) continue
      const value = f64(this.all, at)
      for (; ownNext <= value; ownNext = next < this.ownCount ? f64(this.own, next) : Infinity) {
        this.lines[count++] = before = ownNext
        next++
      }
      if (value - before < apart || ownNext - value < apart) continue
      this.lines[count++] = before = value
    }
    for (; next < this.ownCount; next++) this.lines[count++] = f64(this.own, next)
    return count
  }
}

/** Index of the first of all lines beyond a value. */
function firstAbove(lines: Float64Array, value: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (f64(lines, mid) > value) high = mid
    else low = mid + 1
  }
  return low
}

/**
 * The lines on which a connector may run, and what each stretch between two crossings costs beyond its length.
 *
 * Used again and again: nothing is allocated for a search once the largest one has been made. Costs are whole numbers,
 * so that their sum does not hang on the order in which things are found.
 */
export class SearchGrid {
  readonly x: GridAxis
  readonly y: GridAxis
  /** Of the stretch from a crossing to the next one on its right, and below it. */
  costRight = new Float64Array(0)
  costDown = new Float64Array(0)

  constructor(linesX: Float64Array, linesY: Float64Array) {
    this.x = new GridAxis(linesX)
    this.y = new GridAxis(linesY)
  }

  clear(): void {
    this.x.clear()
    this.y.clear()
  }

  build(left: number, top: number, right: number, bottom: number): void {
    this.x.build(left, right)
    this.y.build(top, bottom)
    const size = this.x.count * this.y.count
    if (this.costRight.length < size) {
      this.costRight = new Float64Array(size * 2)
      this.costDown = new Float64Array(size * 2)
    } else {
      this.costRight.fill(0, 0, size)
      this.costDown.fill(0, 0, size)
    }
  }

  /** Makes every stretch that passes through a rectangle's inside dearer. */
  markInside(left: number, top: number, right: number, bottom: number, by: number): void {
    const nx = this.x.count
    const ix0 = this.x.after(left)
    const ix1 = this.x.before(right)
    const iy0 = this.y.after(top)
    const iy1 = this.y.before(bottom)
    const fromX = Math.max(0, ix0 - 1)
    const toX = Math.min(nx - 2, ix1)
    for (let iy = iy0; iy <= iy1; iy++)
      for (let at = iy * nx + fromX; at <= iy * nx + toX; at++)
        this.costRight[at] = f64(this.costRight, at) + by
    const toY = Math.min(this.y.count - 2, iy1)
    for (let iy = Math.max(0, iy0 - 1); iy <= toY; iy++)
      for (let at = iy * nx + ix0; at <= iy * nx + ix1; at++)
        this.costDown[at] = f64(this.costDown, at) + by
  }

  /**
   * A border: crossing it costs `crossing`, running nearer to it than `near` costs `along` per unit of length.
   */
  markBorder(
    left: number,
    top: number,
    right: number,
    bottom: number,
    crossing: number,
    near: number,
    along: number,
  ): void {
    const ix0 = this.x.after(left)
    const ix1 = this.x.before(right)
    const iy0 = this.y.after(top)
    const iy1 = this.y.before(bottom)
    if (crossing > 0) {
      this.crossUpright(ix0, iy0, iy1, crossing)
      this.crossUpright(this.x.after(right), iy0, iy1, crossing)
      this.crossLevel(iy0, ix0, ix1, crossing)
      this.crossLevel(this.y.after(bottom), ix0, ix1, crossing)
    }
    this.runUpright(left, iy0, iy1, near, along)
    this.runUpright(right, iy0, iy1, near, along)
    this.runLevel(top, ix0, ix1, near, along)
    this.runLevel(bottom, ix0, ix1, near, along)
  }

  private crossUpright(beyond: number, iy0: number, iy1: number, cost: number): void {
    const nx = this.x.count
    if (beyond === 0 || beyond === nx) return
    for (let iy = iy0; iy <= iy1; iy++) {
      const at = iy * nx + beyond - 1
      this.costRight[at] = f64(this.costRight, at) + cost
    }
  }

  private crossLevel(beyond: number, ix0: number, ix1: number, cost: number): void {
    if (beyond === 0 || beyond === this.y.count) return
    const row = (beyond - 1) * this.x.count
    for (let at = row + ix0; at <= row + ix1; at++)
      this.costDown[at] = f64(this.costDown, at) + cost
  }

  private runUpright(x: number, iy0: number, iy1: number, near: number, along: number): void {
    const { lines } = this.y
    const to = this.x.before(x + near)
    for (let ix = this.x.after(x - near); ix <= to; ix++)
      for (let iy = Math.max(0, iy0 - 1); iy <= Math.min(this.y.count - 2, iy1); iy++) {
        const at = iy * this.x.count + ix
        const length = f64(lines, iy + 1) - f64(lines, iy)
        this.costDown[at] = f64(this.costDown, at) + Math.ceil(length * along)
      }
  }

  private runLevel(y: number, ix0: number, ix1: number, near: number, along: number): void {
    const { lines } = this.x
    const to = this.y.before(y + near)
    for (let iy = this.y.after(y - near); iy <= to; iy++)
      for (let ix = Math.max(0, ix0 - 1); ix <= Math.min(this.x.count - 2, ix1); ix++) {
        const at = iy * this.x.count + ix
        const length = f64(lines, ix + 1) - f64(lines, ix)
        this.costRight[at] = f64(this.costRight, at) + Math.ceil(length * along)
      }
  }
}
