import type { Rect } from './geometry'

/** Edge length of the finest cells, board units. Each level's cells are twice as long as those of the one below. */
const FINEST = 256
/** More cells than a row of the largest board has: makes one number of two. */
const ROW = 2 ** 20

interface Entry<T> {
  item: T
  rect: Rect
  level: number
}

/**
 * Finds things by where they are.
 *
 * A thing lies in the level whose cells are at least as large as itself, so it is in four cells at most, however large
 * it is, and a search looks into few cells that hold nothing.
 */
export class SpatialIndex<T> {
  private readonly entries = new Map<T, Entry<T>>()
  private readonly levels = new Map<number, Map<number, Entry<T>[]>>()

  get size(): number {
    return this.entries.size
  }

  /** Puts a thing in its place, or in another one. */
  set(item: T, rect: Rect): void {
    this.delete(item)
    const longest = Math.max(rect.w, rect.h, 1)
    const level = Math.max(0, Math.ceil(Math.log2(longest / FINEST)))
    const entry = { item, rect, level }
    this.entries.set(item, entry)
    const cells = this.levels.get(level) ?? new Map<number, Entry<T>[]>()
    this.levels.set(level, cells)
    eachCell(rect, level, (key) => {
      const list = cells.get(key)
      if (list) list.push(entry)
      else cells.set(key, [entry])
    })
  }

  delete(item: T): void {
    const entry = this.entries.get(item)
    if (!entry) return
    this.entries.delete(item)
    const cells = this.levels.get(entry.level)
    eachCell(entry.rect, entry.level, (key) => {
      const list = cells?.get(key)
      const at = list?.indexOf(entry) ?? -1
      if (!list || at < 0) return
      const last = list.pop()
      if (last && last !== entry) list[at] = last
      if (list.length === 0) cells?.delete(key)
    })
    if (cells?.size === 0) this.levels.delete(entry.level)
  }

  clear(): void {
    this.entries.clear()
    this.levels.clear()
  }

  rectOf(item: T): Rect | undefined {
    return this.entries.get(item)?.rect
  }

  eachRect(visit: (rect: Rect) => void): void {
    for (const { rect } of this.entries.values()) visit(rect)
  }

  /** Everything that touches a rectangle, each once, in no particular order; some of it, when it is more than `most`. */
  search(rect: Rect, most = Infinity): T[] {
    const found: T[] = []
    for (const [level, cells] of this.levels) {
      if (found.length > most) break
      const size = FINEST * 2 ** level
      const many = (rect.w / size + 2) * (rect.h / size + 2)
      if (many > cells.size) {
        for (const [key, list] of cells) {
          if (found.length > most) break
          for (const entry of list)
            if (key === firstCell(entry) && touches(entry.rect, rect)) found.push(entry.item)
        }
        continue
      }
      const left = Math.floor(rect.x / size)
      const top = Math.floor(rect.y / size)
      eachCell(rect, level, (key, cx, cy) => {
        for (const entry of cells.get(key) ?? []) {
          // A thing in several of the cells is taken from the first of them that is searched.
          const ex = Math.max(left, Math.floor(entry.rect.x / size))
          const ey = Math.max(top, Math.floor(entry.rect.y / size))
          if (cx === ex && cy === ey && touches(entry.rect, rect)) found.push(entry.item)
        }
      })
    }
    return found
  }
}

function firstCell<T>({ rect, level }: Entry<T>): number {
  const size = FINEST * 2 ** level
  return Math.floor(rect.x / size) * ROW + Math.floor(rect.y / size)
}

function eachCell(
  { x, y, w, h }: Rect,
  level: number,
  visit: (key: number, cx: number, cy: number) => void,
): void {
  const size = FINEST * 2 ** level
  const right = Math.floor((x + w) / size)
  const bottom = Math.floor((y + h) / size)
  for (let cx = Math.floor(x / size); cx <= right; cx++)
    for (let cy = Math.floor(y / size); cy <= bottom; cy++) visit(cx * ROW + cy, cx, cy)
}

function touches(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h
}
