import { describe, expect, it } from 'vitest'
import type { Point } from '#shared/model/geometry'
import type { BoardEdge } from '#shared/model/records'
import { routeBoard } from '#shared/render/edges'
import type { RoutedEdge } from '#shared/render/route'
import {
  addWaypoint,
  moveSegment,
  moveWaypoint,
  nearestOnRoute,
  removeWaypoint,
} from '#shared/render/route-editing'
import { astray, segments } from '../../support/route-checks'
import { board, edge, service } from './sample-board'

const nodes = [service('a', 'ec2', [0, 0]), service('b', 'rds', [400, 300])]

function routed(more: Partial<BoardEdge> = {}): RoutedEdge {
  return [...routeBoard(board(nodes, [{ ...edge('a', 'b'), ...more }])).values()][0]!
}

/** Where the upright segments of a route lie. */
function uprights({ points }: RoutedEdge): number[] {
  return points.flatMap(({ x }, at) => (points[at + 1]?.x === x ? [x] : []))
}

describe('the nearest place on a connector', () => {
  it('says how far, on which piece, and where', () => {
    const route: RoutedEdge = {
      shape: 'orthogonal',
      labelAt: { x: 0, y: 0 },
      points: [
        { x: 0, y: 0 },
        { x: 100, y: 0 },
        { x: 100, y: 80 },
      ],
    }
    expect(nearestOnRoute(route, { x: 90, y: 40 })).toEqual({
      distance: 10,
      segment: 1,
      point: { x: 100, y: 40 },
    })
    expect(nearestOnRoute(route, { x: -3, y: 4 })).toEqual({
      distance: 5,
      segment: 0,
      point: { x: 0, y: 0 },
    })
    expect(nearestOnRoute({ ...route, points: [] }, { x: 0, y: 0 })).toBeNull()
  })
})

describe('moving a segment of an orthogonal connector', () => {
  it('moves a middle one by as much as is asked for', () => {
    const view = board(
      [service('a', 'ec2', [0, 0]), service('b', 'rds', [400, 34])],
      [edge('a', 'b')],
    )
    const before = routeBoard(view).get(view.edges[0]!.id)!
    const upright = before.points.findIndex(({ x }, at) => before.points[at + 1]?.x === x)
    const waypoints = moveSegment(before, upright, 40)
    const after = [
      ...routeBoard(board([...view.nodes], [{ ...edge('a', 'b'), waypoints }])).values(),
    ][0]!
    expect(uprights(after)).toEqual(uprights(before).map((x) => x + 40))
    expect(after.points[0]).toEqual(before.points[0])
    expect(after.points.at(-1)).toEqual(before.points.at(-1))
  })

  it('leaves the ends where they are when the whole connector is moved', () => {
    const level = [service('a', 'ec2', [0, 0]), service('b', 'rds', [400, 0])]
    const before = [...routeBoard(board(level, [edge('a', 'b')])).values()][0]!
    expect(before.points).toHaveLength(2)
    const waypoints = moveSegment(before, 0, 80)
    const view = board(level, [{ ...edge('a', 'b'), waypoints }])
    const routes = routeBoard(view)
    expect(astray(view, routes)).toEqual([])
    const long = segments([...routes.values()][0]!.points).find(
      ([a, b]) => Math.abs(a.x - b.x) > 200,
    )
    expect(long!.map(({ y }) => y)).toEqual([104, 104])
  })

  it('lets an end slide along its side where that is enough', () => {
    const level = [service('a', 'ec2', [0, 0]), service('b', 'rds', [400, 0])]
    const before = [...routeBoard(board(level, [edge('a', 'b')])).values()][0]!
    const waypoints = moveSegment(before, 0, 8)
    const after = [...routeBoard(board(level, [{ ...edge('a', 'b'), waypoints }])).values()][0]!
    expect(after.points.map(({ y }) => y)).toEqual([32, 32])
  })
})

describe('waypoints', () => {
  const grabbed = (route: RoutedEdge, at: Point) => nearestOnRoute(route, at)!

  it('are added where a connector was taken hold of, in order', () => {
    const first = { x: 200, y: 200 }
    const straight = routed({ shape: 'straight', waypoints: [first] })
    const before = { x: 120, y: 120 }
    const after = { x: 400, y: 260 }
    expect(addWaypoint(straight, [first], grabbed(straight, before), before)).toEqual([
      before,
      first,
    ])
    expect(addWaypoint(straight, [first], grabbed(straight, after), after)).toEqual([first, after])
  })

  it('are added in order to curves as well', () => {
    const through = [
      { x: 150, y: 250 },
      { x: 350, y: 50 },
    ]
    const curved = routed({ shape: 'curved', waypoints: through })
    const between = { x: 250, y: 150 }
    expect(addWaypoint(curved, through, grabbed(curved, between), between)).toEqual([
      through[0],
      between,
      through[1],
    ])
  })

  it('keep the other corners of an orthogonal connector that had none', () => {
    const route = routed()
    const corners = route.points.slice(1, -1)
    const held = grabbed(route, route.points[0]!)
    expect(addWaypoint(route, [], held, { x: 70, y: 10 })).toEqual([{ x: 70, y: 10 }, ...corners])
  })

  it('are moved and taken out', () => {
    const two = [
      { x: 1, y: 1 },
      { x: 2, y: 2 },
    ]
    expect(moveWaypoint(two, 1, { x: 9, y: 9 })).toEqual([
      { x: 1, y: 1 },
      { x: 9, y: 9 },
    ])
    expect(removeWaypoint(two, 0)).toEqual([{ x: 2, y: 2 }])
  })
})
