import type { Point, Rect, Size } from '../model/geometry'
import type { ObstacleMap } from './obstacles'
import { PlateSurroundings } from './plate-surroundings'
import { distance, labelPoint } from './route'

/** Between a plate and the end of the run that it stands on: an arrowhead and a little line. */
const END_ROOM = 12
/** Between a plate and the run beside which it stands; the further only where nothing nearer is free. */
const BESIDE = 5
const FURTHER_BESIDE = 24
/** How far apart places on a run are that are tried, and how many of them at most. */
const STEP = 12
const MOST_STEPS = 24
/** How many places are tried for one plate: where all is full, looking on does not help. */
const MOST_TRIED = 60

/** Where that finds nothing: places closer to each other, more of them beside the runs, and what is left to say. */
const FINE_STEP = 5
const FINE_BESIDE = [3, BESIDE, 10, 16, FURTHER_BESIDE, 34]
const NARROWER = [1, 0.75, 0.5, 0]
/** What is enough between a plate and what it must not cover, where there is not more. */
const TIGHT = 0.5
/** How many of these places are looked at for one size of a plate, and for all plates of a board. */
const MOST_FINE = 900
const MOST_FINE_IN_ALL = 120_000

/** A connector whose plate wants a place. */
export interface PlateRequest {
  points: readonly Point[]
  isCurve: boolean
  /** `null` for one that has nothing to say; it only takes up room. */
  size: Size | null
  /** The plate with less on it, no wider than this share of it or as narrow as can be; `null` where it says nothing. */
  narrower(share: number): Size | null
  /** Breaks ties. */
  rank: number
}

/** Where a plate is. */
export interface PlatePlace {
  /** Its middle, or where that would be. */
  at: Point
  /** How wide it may be, where there is not room for all of it; 0 where there is none at all. */
  room?: number
}

/**
 * Finds places for plates, in the order of the requests: on their connectors, on the longest run where that is free,
 * clear of services, headers, other plates and, if that can be, of other connectors.
 *
 * Short connectors choose first, since they have the least choice. Where nothing is free a plate says less; where that
 * does not help either, it has no room. So none covers anything.
 */
export function placePlates(requests: readonly PlateRequest[], map: ObstacleMap): PlatePlace[] {
  const places = requests.map(({ points }): PlatePlace => ({ at: labelPoint(points) }))
  const wanting = requests.flatMap((request, at) => (request.size ? [at] : []))
  if (wanting.length === 0) return places
  const surroundings = new PlateSurroundings(requests, map)
  const lengths = new Map(wanting.map((at) => [at, lengthOf(requests[at]?.points ?? [])]))
  wanting.sort(
    (a, b) =>
      (lengths.get(a) ?? 0) - (lengths.get(b) ?? 0) ||
      (requests[a]?.rank ?? 0) - (requests[b]?.rank ?? 0),
  )
  const left = { fine: MOST_FINE_IN_ALL }
  for (const own of wanting) {
    const request = requests[own]
    if (!request?.size) continue
    const at = choose(request, request.size, own, surroundings)
    const found = at ? { at, size: request.size } : seek(request, own, surroundings, left)
    if (found) surroundings.add(around(found.at, found.size))
    const place: PlatePlace = { at: found?.at ?? labelPoint(request.points) }
    if (found?.size !== request.size) place.room = found?.size.w ?? 0
    places[own] = place
  }
  return places
}

/** On its run or beside it, over nothing; else over as few other connectors as can be; `null` where all is taken. */
function choose(
  request: PlateRequest,
  size: Size,
  own: number,
  surroundings: PlateSurroundings,
): Point | null {
  const best = new Best(own, surroundings)
  let tried = 0
  for (const find of RINGS) {
    if (best.spot && find === far) break
    for (const spot of find(request, size)) {
      if (++tried > MOST_TRIED) return best.spot
      if (best.take(spot, size)) return spot
    }
  }
  return best.spot
}

/** The same with more patience, in every size that says something. */
function seek(
  request: PlateRequest,
  own: number,
  surroundings: PlateSurroundings,
  left: { fine: number },
): { at: Point; size: Size } | null {
  let before = Infinity
  for (const share of NARROWER) {
    const size = share === 1 ? request.size : request.narrower(share)
    if (!size || size.w >= before) continue
    before = size.w
    const best = new Best(own, surroundings, TIGHT)
    let tried = 0
    for (const spot of spotsAround(request, size)) {
      if (++tried > MOST_FINE || --left.fine < 0) break
      if (best.take(spot, size)) break
    }
    if (best.spot) return { at: best.spot, size }
  }
  return null
}

/** The best of the places that were looked at: over nothing, and over as few other connectors as can be. */
class Best {
  spot: Point | null = null
  private fewest = Infinity

  constructor(
    private readonly own: number,
    private readonly surroundings: PlateSurroundings,
    private readonly margin?: number,
  ) {}

  /** Says whether there can be none better. */
  take(spot: Point, size: Size): boolean {
    const rect = around(spot, size)
    if (this.surroundings.covered(rect, 1, this.margin) > 0) return false
    const crossed = this.surroundings.crossed(rect, this.own, this.fewest)
    if (crossed < this.fewest) {
      this.fewest = crossed
      this.spot = spot
    }
    return crossed === 0
  }
}

const beside: FindSpots = (request, size) => spotsBeside(request, size, BESIDE)
const far: FindSpots = (request, size) => spotsBeside(request, size, FURTHER_BESIDE)
const RINGS: readonly FindSpots[] = [spotsOn, beside, far]

type FindSpots = (request: PlateRequest, size: Size) => Iterable<Point>

/** Middles of plates that stand on the connector, best first. */
function* spotsOn(request: PlateRequest, size: Size, fine?: number): Generator<Point> {
  for (const { from, to, length } of stretches(request)) {
    const half = halfAlong(from(0), to, size)
    const room = length - 2 * (half + END_ROOM)
    if (room < 0) continue
    for (const by of outwards(room / 2, fine)) yield from(length / 2 + by)
  }
}

/** Middles of plates that stand beside it: above, below, left or right of a run. */
function* spotsBeside(
  request: PlateRequest,
  size: Size,
  by: number,
  fine?: number,
): Generator<Point> {
  for (const { from, to, length } of stretches(request)) {
    const start = from(0)
    const flat = Math.abs(to.x - start.x) >= Math.abs(to.y - start.y)
    for (const step of outwards(length / 2, fine)) {
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

/** All of these, close to each other. */
function* spotsAround(request: PlateRequest, size: Size): Generator<Point> {
  yield* spotsOn(request, size, FINE_STEP)
  for (const by of FINE_BESIDE) yield* spotsBeside(request, size, by, FINE_STEP)
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
function* outwards(reach: number, fine?: number): Generator<number> {
  yield 0
  const step = fine ?? Math.max(STEP, (2 * reach) / MOST_STEPS)
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
