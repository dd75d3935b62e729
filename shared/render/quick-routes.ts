import type { EdgeId } from '../model/ids'
import { isUpright, SIDES, slackOf, type Anchor, type Side } from './anchors'
import type { Connection } from './connections'
import { directWay, wayBetween, type Berth, type DirectWay } from './direct-ways'
import { SPREAD } from './lane-order'
import { labelPoint, pointsOf, type RoutedEdge } from './route'
import {
  curveBetween,
  curveThrough,
  lineThrough,
  shapedCurve,
  straightLine,
  type ShapedLine,
} from './shaped-lines'

/** A connector at one side of a node. */
interface Place extends Berth {
  /** Where the other end is, along the side: neighbours in this order do not cross. */
  readonly leadsTo: number
}

/**
 * Routes connectors as on an otherwise empty board, spread along the sides that they share; nothing is searched, and
 * plates stand in the middle of the longest run. For what moves, and until something better is known.
 */
export function quickRoutes(connections: readonly Connection[]): Map<EdgeId, RoutedEdge> {
  const sides = new Map<Anchor, (Place[] | undefined)[]>()
  const ways = connections.map(({ edge, ends }) => {
    if (edge.shape === 'straight' || (edge.waypoints && edge.waypoints.length > 0)) return null
    const way = directWay(ends)
    if (edge.shape === 'curved') return { way, from: null, to: null }
    return {
      way,
      from: berthAt(sides, ends.source, way.from, ends.target),
      to: berthAt(sides, ends.target, way.to, ends.source),
    }
  })
  for (const [anchor, places] of sides)
    for (const side of SIDES) spread(places[side] ?? [], slackOf(anchor, side))
  const routes = new Map<EdgeId, RoutedEdge>()
  connections.forEach((connection, at) => {
    const shaped = shape(connection, ways[at] ?? null)
    routes.set(connection.edge.id, {
      shape: connection.edge.shape ?? 'orthogonal',
      ...shaped,
      labelAt: labelPoint(shaped.points),
    })
  })
  return routes
}

function berthAt(
  sides: Map<Anchor, (Place[] | undefined)[]>,
  anchor: Anchor,
  side: Side,
  other: Anchor,
): Berth {
  const leadsTo = isUpright(side) ? other.y0 + other.y1 : other.x0 + other.x1
  const place = { shift: 0, maySlide: true, leadsTo }
  let places = sides.get(anchor)
  if (!places) sides.set(anchor, (places = [undefined, undefined, undefined, undefined]))
  const list = places[side]
  if (list) list.push(place)
  else places[side] = [place]
  return place
}

/** Gives connectors that meet at one side places of their own. */
function spread(places: Place[], slack: number): void {
  if (places.length < 2) return
  places.sort((a, b) => a.leadsTo - b.leadsTo)
  const step = Math.min(SPREAD, (2 * slack) / (places.length - 1))
  places.forEach((place, at) => {
    place.shift = (at - (places.length - 1) / 2) * step
    place.maySlide = false
  })
}

function shape(
  { edge, ends }: Connection,
  found: { way: DirectWay; from: Berth | null; to: Berth | null } | null,
): ShapedLine {
  const waypoints = edge.waypoints ?? []
  if (!found) {
    if (edge.shape === 'straight') return straightLine(ends, waypoints)
    if (edge.shape === 'curved') return shapedCurve(curveThrough(ends, waypoints))
    return { points: pointsOf(lineThrough(ends, waypoints)) }
  }
  const { way, from, to } = found
  if (!from || !to) return shapedCurve(curveBetween(ends, way.from, way.to))
  if (from.maySlide && to.maySlide) return { points: pointsOf(way.line) }
  return { points: pointsOf(wayBetween(ends, way.from, way.to, from, to)) }
}
