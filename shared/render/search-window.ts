import { isUpright, meetsBody, outward, portX, portY, SIDES, type Anchor } from './anchors'
import { STUB, type Ends } from './direct-ways'
import { f64, i32 } from './flat'
import type { ObstacleMap, Region } from './obstacles'
import {
  ALONG_BORDER,
  KEEP_CLEAR,
  NEAR_BORDER,
  OUT_OF_OWN_GROUP,
  STRANGE_BORDER,
  THROUGH_HEADER,
  THROUGH_SERVICE,
} from './route-costs'
import { SearchGrid } from './search-grid'

/** A connector to be searched; places are those in the obstacle map, -1 where an end is of the other kind. */
export interface SearchRequest extends Ends {
  readonly sourceService: number
  readonly targetService: number
  readonly sourceGroup: number
  readonly targetGroup: number
}

/** What stands in the window of a search: the lines that it gives to go by, and what it costs to go by them. */
export class SearchWindow {
  readonly grid: SearchGrid
  /** Halfway between the two ends: bends cost less there. */
  middleX = 0
  middleY = 0
  private near = new Int32Array(256)
  private nearCount = 0
  private readonly nearGroups = new Set<number>()

  constructor(private readonly map: ObstacleMap) {
    this.grid = new SearchGrid(map.linesX, map.linesY)
  }

  /** Takes in what stands in the window, and the lines that it gives. */
  collect(request: SearchRequest, [left, top, right, bottom]: Region): void {
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
  mark(request: SearchRequest, soft: boolean): void {
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

  /** Whether a short stretch at an end is clear of all services but that end's own. */
  isFree(ax: number, ay: number, bx: number, by: number, own: number): boolean {
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
