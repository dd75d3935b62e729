import type { Anchor, Side } from './anchors'
import { BOTTOM, LEFT, portX, portY, RIGHT, slackOf, TOP } from './anchors'
import { groupCost, passesService } from './clear-lines'
import { BEND_COST, directWay, lineCost, tidyLine } from './direct-ways'
import { coord, type Line } from './flat'
import type { ObstacleMap, Region } from './obstacles'
import { KEEP_CLEAR } from './route-costs'
import type { RouteSearch } from './route-search'
import type { SearchRequest } from './search-window'
import { reversedLine } from './shaped-lines'

/** How far around its two ends a connector looks for a way, and how far if there is none. */
const LOOK_AROUND = 96
const LOOK_FAR = 640

/** The way as on an empty board where it is clear; else the best one that is. */
export function clearWay(
  request: SearchRequest,
  map: ObstacleMap,
  search: RouteSearch,
): { line: Line; looked: Region } {
  const direct = directWay(request)
  const isClear = !passesService(
    map,
    direct.line,
    request.sourceService,
    request.targetService,
    KEEP_CLEAR - 1,
  )
  const extra = isClear ? groupCost(map, direct.line, request) : Infinity
  // Within the cost of one bend nothing better can be found that is worth looking for.
  if (extra < BEND_COST) return { line: direct.line, looked: around(direct.line, KEEP_CLEAR * 2) }
  for (const far of [LOOK_AROUND, LOOK_FAR]) {
    const looked = windowOf(request, far)
    const found = search.find(request, looked, false)
    if (found) {
      const line = withoutJogs(found.line, request, map)
      return { line: found.cost <= lineCost(direct.line) + extra ? line : direct.line, looked }
    }
  }
  const looked = windowOf(request, LOOK_AROUND)
  const found = search.find(request, looked, true)
  return { line: found?.line ?? direct.line, looked: farAround(request) }
}

/**
 * A line that steps aside just before an end, by no more than the end may slide, meets the end where it comes from
 * instead. The search knows the middles of sides only.
 */
function withoutJogs(line: Line, request: SearchRequest, map: ObstacleMap): Line {
  const atTarget = withoutJog(line, request.target, request.targetHoldsSource, request, map)
  const back = reversedLine(atTarget)
  return reversedLine(withoutJog(back, request.source, request.sourceHoldsTarget, request, map))
}

function withoutJog(
  line: Line,
  end: Anchor,
  inward: boolean,
  { sourceService, targetService }: SearchRequest,
  map: ObstacleMap,
): Line {
  const n = line.length
  if (n < 8) return line
  const upright = coord(line, n - 2) === coord(line, n - 4)
  const across = upright ? 0 : 1
  const place = coord(line, n - 2 + across)
  const other = coord(line, n - 6 + across)
  const side = sideAlong(
    coord(line, n - 4) - coord(line, n - 2),
    coord(line, n - 3) - coord(line, n - 1),
    inward,
  )
  const middle = upright ? portX(end, side) : portY(end, side)
  if (place === other || Math.abs(other - middle) > slackOf(end, side)) return line
  const along = 1 - across
  const from = coord(line, n - 6 + along)
  const to = coord(line, n - 2 + along)
  // It must not turn back on itself.
  const ahead = Math.sign(to - coord(line, n - 4 + along))
  if (ahead !== Math.sign(to - from) || ahead !== Math.sign(from - coord(line, n - 8 + along)))
    return line
  const run = upright ? [other, from, other, to] : [from, other, to, other]
  if (passesService(map, run, sourceService, targetService, KEEP_CLEAR - 1)) return line
  return tidyLine([...line.slice(0, n - 6), ...run])
}

/** All that a connector may come to, however far it looks. */
export function farAround(request: SearchRequest): Region {
  return windowOf(request, LOOK_FAR)
}

function windowOf({ source: a, target: b }: SearchRequest, by: number): Region {
  return [
    Math.min(a.x0, a.labelX0, b.x0, b.labelX0) - by,
    Math.min(a.over, b.over) - by,
    Math.max(a.x1, a.labelX1, b.x1, b.labelX1) + by,
    Math.max(a.labelY1, b.labelY1) + by,
  ]
}

function around(line: Line, by: number): Region {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < line.length; i += 2) {
    left = Math.min(left, coord(line, i))
    right = Math.max(right, coord(line, i))
    top = Math.min(top, coord(line, i + 1))
    bottom = Math.max(bottom, coord(line, i + 1))
  }
  return [left - by, top - by, right + by, bottom + by]
}

/** The side at which a line leaves that begins in this direction. */
export function sideAlong(dx: number, dy: number, inward: boolean): Side {
  if (dx !== 0) return dx > 0 !== inward ? RIGHT : LEFT
  return dy > 0 !== inward ? BOTTOM : TOP
}
