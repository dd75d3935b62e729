import { meetsBody } from './anchors'
import { coord, f64, i32, type Line } from './flat'
import type { ObstacleMap } from './obstacles'
import { ALONG_BORDER, NEAR_BORDER, STRANGE_BORDER, THROUGH_HEADER } from './route-costs'
import type { SearchRequest } from './search-window'

/** Whether an orthogonal line passes a service that it does not belong to, or comes nearer to it than `clear`. */
export function passesService(
  map: ObstacleMap,
  line: Line,
  sourceService: number,
  targetService: number,
  clear: number,
): boolean {
  const { serviceIndex, anchors } = map
  for (let i = 2; i < line.length; i += 2) {
    const left = Math.min(coord(line, i - 2), coord(line, i)) - clear
    const right = Math.max(coord(line, i - 2), coord(line, i)) + clear
    const top = Math.min(coord(line, i - 1), coord(line, i + 1)) - clear
    const bottom = Math.max(coord(line, i - 1), coord(line, i + 1)) + clear
    const count = serviceIndex.find(left, top, right, bottom)
    for (let n = 0; n < count; n++) {
      const place = i32(serviceIndex.found, n)
      if (place === sourceService || place === targetService) continue
      const a = anchors[place]
      if (a && meetsBody(a, left, top, right, bottom)) return true
    }
  }
  return false
}

/** What an orthogonal line costs for running along borders, over headers, and through groups that it has no end in. */
export function groupCost(map: ObstacleMap, line: Line, request: SearchRequest): number {
  const { borderIndex, headerIndex, borders, headers } = map
  let cost = 0
  for (let i = 2; i < line.length; i += 2) {
    const left = Math.min(coord(line, i - 2), coord(line, i))
    const right = Math.max(coord(line, i - 2), coord(line, i))
    const top = Math.min(coord(line, i - 1), coord(line, i + 1))
    const bottom = Math.max(coord(line, i - 1), coord(line, i + 1))
    const titles = headerIndex.find(left, top, right, bottom)
    for (let n = 0; n < titles; n++) {
      const h = i32(headerIndex.found, n) * 4
      if (
        right > f64(headers, h) - 2 &&
        left < f64(headers, h + 2) + 2 &&
        bottom > f64(headers, h + 1) &&
        top < f64(headers, h + 3)
      )
        cost += THROUGH_HEADER
    }
    const near = NEAR_BORDER
    const strips = borderIndex.find(left - near, top - near, right + near, bottom + near)
    for (let n = 0; n < strips; n++) {
      const strip = i32(borderIndex.found, n)
      const b = (strip >> 2) * 4
      const isUpright = (strip & 1) === 0
      const runsAlong = isUpright === (left === right)
      const x0 = f64(borders, b)
      const y0 = f64(borders, b + 1)
      const x1 = f64(borders, b + 2)
      const y1 = f64(borders, b + 3)
      if (runsAlong) {
        const shared = isUpright
          ? Math.min(bottom, y1) - Math.max(top, y0)
          : Math.min(right, x1) - Math.max(left, x0)
        if (shared > 0) cost += shared * ALONG_BORDER
      } else if (isStrange(x0, y0, x1, y1, request)) {
        const at = isUpright ? ((strip & 3) === 0 ? x0 : x1) : (strip & 3) === 1 ? y0 : y1
        if (isUpright ? left < at && at < right : top < at && at < bottom) cost += STRANGE_BORDER
      }
    }
  }
  return cost
}

/** Whether neither end of a connector is in a group. */
function isStrange(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  { source, target }: SearchRequest,
): boolean {
  for (const end of [source, target]) {
    const x = (end.x0 + end.x1) / 2
    const y = (end.y0 + end.y1) / 2
    if (x > x0 && x < x1 && y > y0 && y < y1) return false
  }
  return true
}
