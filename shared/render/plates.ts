import type { Point, Rect, Size } from '../model/geometry'
import { CellIndex } from './cell-index'
import { f64, i32 } from './flat'
import type { ObstacleMap } from './obstacles'
import { distance, labelPoint, segmentCrosses } from './route'

/** Between a plate and the end of the run that it stands on: an arrowhead and a little line. */
const END_ROOM = 12
/** Between a plate and the run beside which it stands; the further only where nothing nearer is free. */
const BESIDE = 5
const FURTHER_BESIDE = 24
/** Between a plate and what it must not cover. */
const MARGIN = 2
/** How far apart places on a run are that are tried, and how many of them at most. */
const STEP = 12
const MOST_STEPS = 24
/** How many places are tried for one plate: where all is full, looking on does not help. */
const MOST_TRIED = 60
/** Edge length of the cells in which plates are found again. */
const CELL = 96
const FULL = 24

/** A connector whose plate wants a place. */
export interface PlateRequest {
  points: readonly Point[]
  isCurve: boolean
  /** `null` for one that has nothing to say; it only takes up room. */
  size: Size | null
  /** Breaks ties. */
  rank: number
}

/**
 * Finds places for plates, middles in the order of the requests: on their connectors, on the longest run where that is
 * free, clear of services, headers, other plates and, if that can be, of other connectors.
 *
 * Short connectors choose first, since they have the least choice. Where nothing is free, a plate covers what it must.
 */
export function placePlates(requests: readonly PlateRequest[], map: ObstacleMap): Point[] {
  const places = requests.map(({ points }) => labelPoint(points))
  const wanting = requests.flatMap((request, at) => (request.size ? [at] : []))
  if (wanting.length === 0) return places
  const surroundings = new Surroundings(requests, map)
  const lengths = new Map(wanting.map((at) => [at, lengthOf(requests[at]?.points ?? [])]))
  wanting.sort(
    (a, b) =>
      (lengths.get(a) ?? 0) - (lengths.get(b) ?? 0) ||
      (requests[a]?.rank ?? 0) - (requests[b]?.rank ?? 0),
  )
  for (const at of wanting) {
    const request = requests[at]
    if (!request?.size) continue
    const place = choose(request, request.size, at, surroundings) ?? places[at]
    if (!place) continue
    places[at] = place
    surroundings.add(around(place, request.size))
  }
  return places
}

/** On its run or beside it, over nothing; else over as few other connectors as can be; else over as little else. */
function choose(
  request: PlateRequest,
  size: Size,
  own: number,
  surroundings: Surroundings,
): Point | null {
  let over: Point | null = null
  let fewest = Infinity
  let worst: Point | null = null
  let least = Infinity
  let tried = 0
  for (const find of RINGS) {
    if (over && find === far) break
    for (const spot of find(request, size)) {
      if (++tried > MOST_TRIED) return over ?? worst
      const rect = around(spot, size)
      const covered = surroundings.covered(rect, least)
      if (covered === 0) {
        const crossed = surroundings.crossed(rect, own, fewest)
        if (crossed === 0) return spot
        if (crossed < fewest) {
          fewest = crossed
          over = spot
        }
      } else if (covered < least) {
        least = covered
        worst = spot
      }
    }
  }
  return over ?? worst
}

const beside: FindSpots = (request, size) => spotsBeside(request, size, BESIDE)
const far: FindSpots = (request, size) => spotsBeside(request, size, FURTHER_BESIDE)
const RINGS: readonly FindSpots[] = [spotsOn, beside, far]

type FindSpots = (request: PlateRequest, size: Size) => Iterable<Point>

/** Middles of plates that stand on the connector, best first. */
function* spotsOn(request: PlateRequest, size: Size): Generator<Point> {
  for (const { from, to, length } of stretches(request)) {
    const half = halfAlong(from(0), to, size)
    const room = length - 2 * (half + END_ROOM)
    if (room < 0) continue
    for (const by of outwards(room / 2)) yield from(length / 2 + by)
  }
}

/** Middles of plates that stand beside it: above, below, left or right of a run. */
function* spotsBeside(request: PlateRequest, size: Size, by: number): Generator<Point> {
  for (const { from, to, length } of stretches(request)) {
    const start = from(0)
    const flat = Math.abs(to.x - start.x) >= Math.abs(to.y - start.y)
    for (const step of outwards(length / 2)) {
      const { x, y } = from(length / 2 + step)
      const away = flat ? size.h / 2 + by : size.w / 2 + by + 1
      if (flat)
        yield* [
          { x, y: y - away },
          { x, y: y + away },
        ]
      else
        yield* [
          { x: x + away, y },
          { x: x - away, y },
        ]
    }
  }
}

interface Stretch {
  /** The point so far along. */
  from(along: number): Point
  to: Point
  length: number
}

/** Straight runs, the longest first; a curve is one stretch. */
function stretches({ points, isCurve }: PlateRequest): Stretch[] {
  if (isCurve) return [wholeOf(points)]
  const found: Stretch[] = []
  const middle = (points.length - 2) / 2
  for (let at = 0; at + 1 < points.length; at++) {
    const [a, b] = [points[at], points[at + 1]]
    if (!a || !b) continue
    const length = distance(a, b)
    found.push({
      length: length - Math.abs(at - middle) * 0.01,
      to: b,
      from: (along) => ({
        x: a.x + ((b.x - a.x) * along) / (length || 1),
        y: a.y + ((b.y - a.y) * along) / (length || 1),
      }),
    })
  }
  return found.sort((a, b) => b.length - a.length)
}

function wholeOf(points: readonly Point[]): Stretch {
  const last = points.at(-1) ?? { x: 0, y: 0 }
  return {
    length: lengthOf(points),
    to: last,
    from(along) {
      let left = along
      for (let at = 0; at + 1 < points.length; at++) {
        const [a, b] = [points[at], points[at + 1]]
        if (!a || !b) continue
        const length = distance(a, b)
        if (left <= length && length > 0)
          return { x: a.x + ((b.x - a.x) * left) / length, y: a.y + ((b.y - a.y) * left) / length }
        left -= length
      }
      return last
    },
  }
}

/** Half of what a plate takes up of a run, in its direction. */
function halfAlong(a: Point, b: Point, { w, h }: Size): number {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  return (Math.abs(b.x - a.x) * w + Math.abs(b.y - a.y) * h) / (2 * length)
}

/** The middle, then ever further from it, both ways in turn. */
function* outwards(reach: number): Generator<number> {
  yield 0
  const step = Math.max(STEP, (2 * reach) / MOST_STEPS)
  for (let by = step; by <= reach; by += step) yield* [-by, by]
}

function around({ x, y }: Point, { w, h }: Size): Rect {
  return { x: x - w / 2, y: y - h / 2, w, h }
}

function lengthOf(points: readonly Point[]): number {
  let length = 0
  for (let at = 1; at < points.length; at++) {
    const [a, b] = [points[at - 1], points[at]]
    if (a && b) length += distance(a, b)
  }
  return length
}

/** What plates must stay clear of. */
class Surroundings {
  private readonly segments: [a: Point, b: Point, owner: number][] = []
  private readonly lines: CellIndex
  private readonly plates = new Map<string, Rect[]>()

  constructor(
    requests: readonly PlateRequest[],
    private readonly map: ObstacleMap,
  ) {
    requests.forEach(({ points }, owner) => {
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
      if (!list) this.plates.set(key, [plate])
      // A cell with so many has no free place, whatever else is in it.
      else if (list.length < FULL) list.push(plate)
    })
  }

  /** How much of services, headers and other plates a plate would cover, in square units; `enough` ends the counting. */
  covered({ x, y, w, h }: Rect, enough: number): number {
    const { serviceIndex, headerIndex, anchors, headers } = this.map
    const [x0, y0, x1, y1] = [x - MARGIN, y - MARGIN, x + w + MARGIN, y + h + MARGIN]
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
