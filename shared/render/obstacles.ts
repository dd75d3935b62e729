import type { NodeId } from '../model/ids'
import type { BoardNode } from '../model/records'
import { anchorOf, sameAnchor, type Anchor } from './anchors'
import { CellIndex } from './cell-index'
import { f64, i32 } from './flat'
import { nodeDrawing } from './node-drawing'

/** A connector in the open passes a service or a group's border at this distance. */
const CLEARANCE = 12
/** Between a group's header label and a connector that passes beside it. */
const HEADER_CLEARANCE = 8

/** Width and height together from which on only the surroundings of a rectangle are searched, not its inside. */
const LARGE = 800

/**
 * What stands on a board, as far as connectors go round it: services with their labels, borders and headers of groups.
 *
 * Built anew for every state of a board; the lists are flat, four numbers to a rectangle: left, top, right, bottom.
 */
export interface ObstacleMap {
  readonly services: readonly BoardNode[]
  readonly groups: readonly BoardNode[]
  /** Place of a service or group in the lists here. */
  readonly placeOf: ReadonlyMap<NodeId, number>
  readonly anchors: readonly Anchor[]
  /** Box, icon and label together. */
  readonly zones: Float64Array
  readonly borders: Float64Array
  /** Corner icon and label of each group. */
  readonly headers: Float64Array
  /** Every x, and every y, on which connectors run well, in order. */
  readonly linesX: Float64Array
  readonly linesY: Float64Array
  /** Places in those lists, four to a service: an x on its left, a y above, an x on its right, a y below. */
  readonly serviceLines: Int32Array
  /** Six to a group: the same, and an x on the left and on the right of its header. */
  readonly groupLines: Int32Array
  readonly serviceIndex: CellIndex
  /** Four strips to a group: left, top, right, bottom. */
  readonly borderIndex: CellIndex
  readonly headerIndex: CellIndex
}

export function createObstacleMap(nodes: Iterable<BoardNode>): ObstacleMap {
  const services: BoardNode[] = []
  const groups: BoardNode[] = []
  const placeOf = new Map<NodeId, number>()
  for (const node of nodes) {
    const list = node.kind === 'group' ? groups : services
    placeOf.set(node.id, list.length)
    list.push(node)
  }
  const anchors = services.map(anchorOf)
  const zones = new Float64Array(services.length * 4)
  services.forEach((node, at) => putZone(zones, at * 4, node, anchorOf(node)))
  const borders = new Float64Array(groups.length * 4)
  const headers = new Float64Array(groups.length * 4)
  groups.forEach((node, at) => {
    put(borders, at * 4, node.x, node.y, node.x + node.w, node.y + node.h)
    putHeader(headers, at * 4, node)
  })
  const serviceIndex = new CellIndex(zones)
  const borderIndex = new CellIndex(strips(borders))
  return {
    services,
    groups,
    placeOf,
    anchors,
    zones,
    borders,
    headers,
    serviceIndex,
    borderIndex,
    headerIndex: new CellIndex(headers),
    ...linesOf(
      channelsOf(zones, zones, borders, serviceIndex, borderIndex),
      channelsOf(borders, zones, borders, serviceIndex, borderIndex),
      headers,
    ),
  }
}

/** Puts the channels into order, so that a search need not sort its own. */
function linesOf(
  ofServices: Float64Array,
  ofGroups: Float64Array,
  headers: Float64Array,
): Pick<ObstacleMap, 'linesX' | 'linesY' | 'serviceLines' | 'groupLines'> {
  const groups = ofGroups.length / 4
  const xs = new Float64Array(ofServices.length / 2 + groups * 4)
  const ys = new Float64Array(ofServices.length / 2 + groups * 2)
  let nx = 0
  let ny = 0
  for (const channels of [ofServices, ofGroups])
    for (let i = 0; i < channels.length; i += 2) {
      xs[nx++] = f64(channels, i)
      ys[ny++] = f64(channels, i + 1)
    }
  for (let i = 0; i < headers.length; i += 4) {
    xs[nx++] = f64(headers, i) - HEADER_CLEARANCE
    xs[nx++] = f64(headers, i + 2) + HEADER_CLEARANCE
  }
  const linesX = distinct(xs)
  const linesY = distinct(ys)
  const serviceLines = new Int32Array(ofServices.length)
  for (let i = 0; i < ofServices.length; i += 2) {
    serviceLines[i] = placeIn(linesX, f64(ofServices, i))
    serviceLines[i + 1] = placeIn(linesY, f64(ofServices, i + 1))
  }
  const groupLines = new Int32Array(groups * 6)
  for (let at = 0; at < groups; at++) {
    for (const side of [0, 1, 2, 3])
      groupLines[at * 6 + side] = placeIn(
        side % 2 === 0 ? linesX : linesY,
        f64(ofGroups, at * 4 + side),
      )
    groupLines[at * 6 + 4] = placeIn(linesX, f64(headers, at * 4) - HEADER_CLEARANCE)
    groupLines[at * 6 + 5] = placeIn(linesX, f64(headers, at * 4 + 2) + HEADER_CLEARANCE)
  }
  return { linesX, linesY, serviceLines, groupLines }
}

function distinct(values: Float64Array): Float64Array {
  values.sort()
  let count = 0
  for (let at = 0; at < values.length; at++)
    if (count === 0 || f64(values, at) !== f64(values, count - 1)) values[count++] = f64(values, at)
  return values.slice(0, count)
}

function placeIn(lines: Float64Array, value: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const mid = (low + high) >> 1
    if (f64(lines, mid) < value) low = mid + 1
    else high = mid
  }
  return low
}

/** A part of a board, as left, top, right and bottom. */
export type Region = readonly [left: number, top: number, right: number, bottom: number]

/**
 * Where two states of a board differ for connectors that pass by: what came, went or moved, and where the lines changed
 * on which connectors run well. Groups count by their borders: inside, nothing is different.
 */
export function changedRegions(before: ObstacleMap, after: ObstacleMap): Region[] {
  const regions: Region[] = []
  const look = (a: ObstacleMap, b: ObstacleMap): void => {
    a.services.forEach((node, at) => {
      const other = placeOfKind(b, b.services, node)
      if (other >= 0 && sameService(a, at, b, other)) return
      regions.push(regionOf(a.zones, at * 4))
    })
    a.groups.forEach((node, at) => {
      const other = placeOfKind(b, b.groups, node)
      if (other >= 0 && sameGroup(a, at, b, other)) return
      regions.push(...stripRegions(a.borders, at * 4), regionOf(a.headers, at * 4))
    })
  }
  look(before, after)
  look(after, before)
  return regions
}

function placeOfKind(map: ObstacleMap, list: readonly BoardNode[], { id }: BoardNode): number {
  const place = map.placeOf.get(id)
  return place !== undefined && list[place]?.id === id ? place : -1
}

function sameService(a: ObstacleMap, at: number, b: ObstacleMap, other: number): boolean {
  const [x, y] = [a.anchors[at], b.anchors[other]]
  return (
    x !== undefined &&
    y !== undefined &&
    sameAnchor(x, y) &&
    sameNumbers(a.zones, at * 4, b.zones, other * 4) &&
    sameLines(a, a.serviceLines, at * 4, b, b.serviceLines, other * 4, 4)
  )
}

function sameGroup(a: ObstacleMap, at: number, b: ObstacleMap, other: number): boolean {
  return (
    sameNumbers(a.borders, at * 4, b.borders, other * 4) &&
    sameNumbers(a.headers, at * 4, b.headers, other * 4) &&
    sameLines(a, a.groupLines, at * 6, b, b.groupLines, other * 6, 6)
  )
}

function sameNumbers(a: Float64Array, i: number, b: Float64Array, j: number): boolean {
  for (let n = 0; n < 4; n++) if (f64(a, i + n) !== f64(b, j + n)) return false
  return true
}

function sameLines(
  a: ObstacleMap,
  listA: Int32Array,
  i: number,
  b: ObstacleMap,
  listB: Int32Array,
  j: number,
  count: number,
): boolean {
  for (let n = 0; n < count; n++) {
    const isX = n % 2 === 0 || n >= 4
    const [x, y] = isX ? [a.linesX, b.linesX] : [a.linesY, b.linesY]
    if (f64(x, i32(listA, i + n)) !== f64(y, i32(listB, j + n))) return false
  }
  return true
}

function regionOf(list: Float64Array, i: number): Region {
  const by = 2 * CLEARANCE
  return [f64(list, i) - by, f64(list, i + 1) - by, f64(list, i + 2) + by, f64(list, i + 3) + by]
}

function stripRegions(borders: Float64Array, i: number): Region[] {
  const [x0, y0, x1, y1] = regionOf(borders, i)
  const by = 4 * CLEARANCE
  return [
    [x0, y0, x0 + by, y1],
    [x0, y0, x1, y0 + by],
    [x1 - by, y0, x1, y1],
    [x0, y1 - by, x1, y1],
  ]
}

function putZone(zones: Float64Array, i: number, node: BoardNode, a: Anchor): void {
  put(
    zones,
    i,
    Math.min(node.x, a.x0, a.labelX0),
    Math.min(node.y, a.over),
    Math.max(node.x + node.w, a.x1, a.labelX1),
    Math.max(node.y + node.h, a.labelY1),
  )
}

function putHeader(headers: Float64Array, i: number, node: BoardNode): void {
  if (node.kind !== 'group') return
  const { icon, labelBox } = nodeDrawing(node)
  const box = labelBox ?? icon ?? { x: node.x, y: node.y, w: 0, h: 0 }
  const left = icon ? Math.min(icon.x, box.x) : box.x
  put(headers, i, left, Math.min(icon?.y ?? box.y, box.y), box.x + box.w, box.y + box.h)
}

function strips(borders: Float64Array): Float64Array {
  const made = new Float64Array(borders.length * 4)
  for (let i = 0; i < borders.length; i += 4) {
    const x0 = f64(borders, i)
    const y0 = f64(borders, i + 1)
    const x1 = f64(borders, i + 2)
    const y1 = f64(borders, i + 3)
    put(made, i * 4, x0, y0, x0, y1)
    put(made, i * 4 + 4, x0, y0, x1, y0)
    put(made, i * 4 + 8, x1, y0, x1, y1)
    put(made, i * 4 + 12, x0, y1, x1, y1)
  }
  return made
}

function put(list: Float64Array, i: number, x0: number, y0: number, x1: number, y1: number): void {
  list[i] = x0
  list[i + 1] = y0
  list[i + 2] = x1
  list[i + 3] = y1
}

/**
 * For each side of each rectangle, the line beside it on which a connector passes well: halfway to the next service or
 * border, or {@link CLEARANCE} away where there is room.
 */
function channelsOf(
  rects: Float64Array,
  zones: Float64Array,
  borders: Float64Array,
  serviceIndex: CellIndex,
  borderIndex: CellIndex,
): Float64Array {
  const channels = new Float64Array(rects.length)
  const far = 2 * CLEARANCE
  for (let i = 0; i < rects.length; i += 4) {
    const x0 = f64(rects, i)
    const y0 = f64(rects, i + 1)
    const x1 = f64(rects, i + 2)
    const y1 = f64(rects, i + 3)
    let [left, top, right, bottom] = [x0 - far, y0 - far, x1 + far, y1 + far]
    const meet = (bx0: number, by0: number, bx1: number, by1: number): void => {
      // A neighbour lies beyond a side; what overlaps it is no neighbour.
      if (by1 > y0 && by0 < y1) {
        if (bx1 <= x0) left = Math.max(left, bx1)
        if (bx0 >= x1) right = Math.min(right, bx0)
      }
      if (bx1 > x0 && bx0 < x1) {
        if (by1 <= y0) top = Math.max(top, by1)
        if (by0 >= y1) bottom = Math.min(bottom, by0)
      }
    }
    const look = (qx0: number, qy0: number, qx1: number, qy1: number): void => {
      const near = serviceIndex.find(qx0, qy0, qx1, qy1)
      for (let n = 0; n < near; n++) {
        const j = i32(serviceIndex.found, n) * 4
        meet(f64(zones, j), f64(zones, j + 1), f64(zones, j + 2), f64(zones, j + 3))
      }
      const lines = borderIndex.find(qx0, qy0, qx1, qy1)
      for (let n = 0; n < lines; n++) {
        const strip = i32(borderIndex.found, n)
        const j = (strip >> 2) * 4
        if (rects === borders && j === i) continue
        // A border is four lines: what stands inside looks at them from there.
        meet(
          f64(borders, j + ((strip & 3) === 2 ? 2 : 0)),
          f64(borders, j + ((strip & 3) === 3 ? 3 : 1)),
          f64(borders, j + ((strip & 3) === 0 ? 0 : 2)),
          f64(borders, j + ((strip & 3) === 1 ? 1 : 3)),
        )
      }
    }
    if (x1 - x0 + y1 - y0 < LARGE) look(left, top, right, bottom)
    else {
      const [qx0, qy0, qx1, qy1] = [left, top, right, bottom]
      look(qx0, qy0, x0, qy1)
      look(x1, qy0, qx1, qy1)
      look(qx0, qy0, qx1, y0)
      look(qx0, y1, qx1, qy1)
    }
    put(channels, i, (x0 + left) / 2, (y0 + top) / 2, (x1 + right) / 2, (y1 + bottom) / 2)
  }
  return channels
}
