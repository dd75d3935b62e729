import type { Point, Rect } from '../model/geometry'
import { CellIndex } from './cell-index'
import { f64, i32 } from './flat'
import type { ObstacleMap } from './obstacles'
import { segmentCrosses } from './route'

/** Between a plate and what it must not cover. */
const MARGIN = 2
/** Edge length of the cells in which plates are found again. */
const CELL = 96

/** What plates must stay clear of: services, headers, other plates, and if that can be, other connectors. */
export class PlateSurroundings {
  private readonly segments: [a: Point, b: Point, owner: number][] = []
  private readonly lines: CellIndex
  private readonly plates = new Map<string, Rect[]>()

  constructor(
    lines: readonly { points: readonly Point[] }[],
    private readonly map: ObstacleMap,
  ) {
    lines.forEach(({ points }, owner) => {
      for (let at = 1; at < points.length; at++) {
        const [a, b] = [points[at - 1], points[at]]
        if (a && b) this.segments.push([a, b, owner])
      }
    })
    const rects = new Float64Array(this.segments.length * 4)
    this.segments.forEach(([a, b], at) => {
      rects[at * 4] = Math.min(a.x, b.x)
      rects[at * 4 + 1] = Math.min(a.y, b.y)
      rects[at * 4 + 2] = Math.max(a.x, b.x)
      rects[at * 4 + 3] = Math.max(a.y, b.y)
    })
    this.lines = new CellIndex(rects)
  }

  add(plate: Rect): void {
    eachCell(plate, (key) => {
      const list = this.plates.get(key)
      if (list) list.push(plate)
      else this.plates.set(key, [plate])
    })
  }

  /** How much of services, headers and other plates a plate would cover, in square units; `enough` ends the counting. */
  covered({ x, y, w, h }: Rect, enough: number, margin = MARGIN): number {
    const { serviceIndex, headerIndex, anchors, headers } = this.map
    const [x0, y0, x1, y1] = [x - margin, y - margin, x + w + margin, y + h + margin]
    const shared = (bx0: number, by0: number, bx1: number, by1: number): number =>
      Math.max(0, Math.min(x1, bx1) - Math.max(x0, bx0)) *
      Math.max(0, Math.min(y1, by1) - Math.max(y0, by0))
    let area = 0
    const services = serviceIndex.find(x0, y0, x1, y1)
    for (let n = 0; n < services; n++) {
      const a = anchors[i32(serviceIndex.found, n)]
      if (!a) continue
      area += shared(a.x0, a.over, a.x1, a.y1) + shared(a.labelX0, a.y1, a.labelX1, a.labelY1)
    }
    const titles = headerIndex.find(x0, y0, x1, y1)
    for (let n = 0; n < titles; n++) {
      const i = i32(headerIndex.found, n) * 4
      area += shared(f64(headers, i), f64(headers, i + 1), f64(headers, i + 2), f64(headers, i + 3))
    }
    const seen = new Set<Rect>()
    eachCell({ x: x0, y: y0, w: x1 - x0, h: y1 - y0 }, (key) => {
      for (const plate of this.plates.get(key) ?? []) {
        if (area >= enough) return
        if (seen.has(plate)) continue
        seen.add(plate)
        area += shared(plate.x, plate.y, plate.x + plate.w, plate.y + plate.h)
      }
    })
    return area
  }

  /** How many runs of other connectors pass under a plate; `enough` ends the counting. */
  crossed(rect: Rect, own: number, enough: number): number {
    const count = this.lines.find(rect.x, rect.y, rect.x + rect.w, rect.y + rect.h)
    let crossed = 0
    for (let n = 0; n < count && crossed < enough; n++) {
      const segment = this.segments[i32(this.lines.found, n)]
      if (segment && segment[2] !== own && segmentCrosses(segment[0], segment[1], rect)) crossed++
    }
    return crossed
  }
}

function eachCell({ x, y, w, h }: Rect, visit: (key: string) => void): void {
  for (let cx = Math.floor(x / CELL); cx <= Math.floor((x + w) / CELL); cx++)
    for (let cy = Math.floor(y / CELL); cy <= Math.floor((y + h) / CELL); cy++) visit(`${cx} ${cy}`)
}
