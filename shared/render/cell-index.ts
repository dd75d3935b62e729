import { f64, i32 } from './flat'

/** Size of a cell, board units: about a service's box. */
const CELL = 128
/** A rectangle over more cells than this is looked at in every search instead of being put into each. */
const MOST_CELLS = 512

/**
 * Rectangles found by where they are; built once, searched often.
 *
 * A search leaves what it found in {@link found}, each rectangle once, in no particular order: nothing is allocated.
 */
export class CellIndex {
  /** Indexes of rectangles; the first so many as the last search said. */
  found = new Int32Array(64)
  /** Open addressing: where a cell's entries begin, or -1; the cell itself beside it. */
  private readonly slots: Int32Array
  private readonly slotX: Int32Array
  private readonly slotY: Int32Array
  private readonly mask: number
  private readonly starts: Int32Array
  private readonly entries: Int32Array
  private readonly cells: number
  private readonly large: readonly number[]
  private readonly seen: Int32Array
  private search = 0
  private count = 0

  /**
   * @param rects left, top, right and bottom of each rectangle in turns
   * @param cellW size of the cells; long and narrow ones for rectangles that are so
   */
  constructor(
    private readonly rects: Float64Array,
    private readonly cellW = CELL,
    private readonly cellH = CELL,
  ) {
    const count = rects.length / 4
    this.seen = new Int32Array(count)
    const large: number[] = []
    let total = 0
    for (let at = 0; at < count; at++) {
      const covered = this.cellsOf(at)
      if (covered > MOST_CELLS) large.push(at)
      else total += covered
    }
    this.large = large
    let capacity = 16
    while (capacity < total * 2) capacity *= 2
    this.mask = capacity - 1
    this.slots = new Int32Array(capacity).fill(-1)
    this.slotX = new Int32Array(capacity)
    this.slotY = new Int32Array(capacity)
    const counts = new Int32Array(total + 1)
    let cells = 0
    this.eachEntry((x, y) => {
      let slot = this.slotAt(x, y)
      if (i32(this.slots, slot) < 0) {
        this.slots[slot] = cells++
        this.slotX[slot] = x
        this.slotY[slot] = y
      }
      slot = i32(this.slots, slot)
      counts[slot] = i32(counts, slot) + 1
    })
    this.cells = cells
    this.starts = new Int32Array(cells + 1)
    for (let at = 0; at < cells; at++) this.starts[at + 1] = i32(this.starts, at) + i32(counts, at)
    this.entries = new Int32Array(total)
    const next = this.starts.slice()
    this.eachEntry((x, y, at) => {
      const cell = i32(this.slots, this.slotAt(x, y))
      const to = i32(next, cell)
      this.entries[to] = at
      next[cell] = to + 1
    })
  }

  /** Finds what touches a rectangle; says how many there are. */
  find(left: number, top: number, right: number, bottom: number): number {
    this.search++
    this.count = 0
    const x0 = Math.floor(left / this.cellW)
    const y0 = Math.floor(top / this.cellH)
    const x1 = Math.floor(right / this.cellW)
    const y1 = Math.floor(bottom / this.cellH)
    for (const at of this.large) this.take(at, left, top, right, bottom)
    if ((x1 - x0 + 1) * (y1 - y0 + 1) > this.cells) {
      for (let entry = 0; entry < this.entries.length; entry++)
        this.take(i32(this.entries, entry), left, top, right, bottom)
      return this.count
    }
    for (let x = x0; x <= x1; x++)
      for (let y = y0; y <= y1; y++) {
        const cell = i32(this.slots, this.slotAt(x, y))
        if (cell < 0) continue
        const end = i32(this.starts, cell + 1)
        for (let entry = i32(this.starts, cell); entry < end; entry++)
          this.take(i32(this.entries, entry), left, top, right, bottom)
      }
    return this.count
  }

  /** Notes a rectangle that touches the one that is searched, once. */
  private take(at: number, left: number, top: number, right: number, bottom: number): void {
    if (i32(this.seen, at) === this.search) return
    this.seen[at] = this.search
    const i = at * 4
    if (
      f64(this.rects, i) > right ||
      f64(this.rects, i + 2) < left ||
      f64(this.rects, i + 1) > bottom ||
      f64(this.rects, i + 3) < top
    )
      return
    if (this.count === this.found.length) {
      const grown = new Int32Array(this.count * 2)
      grown.set(this.found)
      this.found = grown
    }
    this.found[this.count++] = at
  }

  private cellsOf(at: number): number {
    const i = at * 4
    return (
      (span(f64(this.rects, i), f64(this.rects, i + 2), this.cellW) + 1) *
      (span(f64(this.rects, i + 1), f64(this.rects, i + 3), this.cellH) + 1)
    )
  }

  private eachEntry(visit: (x: number, y: number, at: number) => void): void {
    const count = this.rects.length / 4
    for (let at = 0; at < count; at++) {
      if (this.cellsOf(at) > MOST_CELLS) continue
      const i = at * 4
      const x1 = Math.floor(f64(this.rects, i + 2) / this.cellW)
      const y0 = Math.floor(f64(this.rects, i + 1) / this.cellH)
      const y1 = Math.floor(f64(this.rects, i + 3) / this.cellH)
      for (let x = Math.floor(f64(this.rects, i) / this.cellW); x <= x1; x++)
        for (let y = y0; y <= y1; y++) visit(x, y, at)
    }
  }

  /** Where a cell is, or would be put. */
  private slotAt(x: number, y: number): number {
    let slot = (Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & this.mask
    while (
      i32(this.slots, slot) >= 0 &&
      (i32(this.slotX, slot) !== x || i32(this.slotY, slot) !== y)
    )
      slot = (slot + 1) & this.mask
    return slot
  }
}

function span(from: number, to: number, cell: number): number {
  return Math.floor(to / cell) - Math.floor(from / cell)
}
