import { describe, expect, it } from 'vitest'
import type { Point } from '#shared/model/geometry'
import type { BoardEdge } from '#shared/model/records'
import { createBoardView } from '#shared/model/board-view'
import { arrowHead, beside, edgeDrawing, shorten } from '#shared/render/edge-drawing'
import { routeBoard } from '#shared/render/edges'
import { routePath, type RoutedEdge } from '#shared/render/route'
import { generatedContent } from '../../support/generated-board'
import { aslant, astray, crossings, segments } from '../../support/route-checks'
import { board, edge, group, service } from './sample-board'

function only(
  nodes: Parameters<typeof board>[0],
  one: BoardEdge,
  more: Partial<BoardEdge>,
): RoutedEdge {
  return routeBoard(board(nodes, [{ ...one, ...more }])).get(one.id)!
}

const pair = [service('a', 'ec2', [0, 0]), service('b', 'rds', [400, 300])]

/** Direction in which a line arrives, in degrees. */
function arrival(points: readonly Point[]): number {
  const [before, tip] = points.slice(-2)
  return (Math.atan2(tip!.y - before!.y, tip!.x - before!.x) * 180) / Math.PI
}

describe('straight connectors', () => {
  it('run from border to border on the line between the middles', () => {
    const { points } = only(pair, edge('a', 'b'), { shape: 'straight' })
    expect(points).toHaveLength(2)
    const slope = (points[1]!.y - points[0]!.y) / (points[1]!.x - points[0]!.x)
    expect(slope).toBeCloseTo(300 / 400)
    expect(points[0]!.x).toBeGreaterThan(56)
    expect(points[1]!.x).toBeLessThan(456)
  })

  it('begin below the label where they lead down through it', () => {
    const nodes = [service('a', 'ec2', [0, 0]), service('b', 'rds', [0, 300])]
    const { points } = only(nodes, edge('a', 'b'), { shape: 'straight' })
    expect(points[0]!.y).toBeGreaterThanOrEqual(69)
    expect(points[1]!.y).toBe(296)
  })

  it('do not lie on each other between the same two nodes', () => {
    const view = board(
      pair,
      ['one', 'two'].map((id) => ({ ...edge('a', 'b', 'request', { id }), shape: 'straight' })),
    )
    const [one, two] = [...routeBoard(view).values()].map(({ points }) => points[0]!)
    expect(Math.hypot(one!.x - two!.x, one!.y - two!.y)).toBeGreaterThan(8)
  })

  it('are bent at their waypoints', () => {
    const waypoints = [
      { x: 300, y: 24 },
      { x: 300, y: 200 },
    ]
    const { points } = only(pair, edge('a', 'b'), { shape: 'straight', waypoints })
    expect(points.slice(1, -1)).toEqual(waypoints)
    expect(points[0]).toEqual({ x: 84, y: 24 })
  })

  it('join a group that holds the other end at its nearest border', () => {
    const nodes = [group('g', 'vpc', 'VPC', [0, 0, 600, 400]), service('a', 'ec2', [440, 160], 'g')]
    const { points } = only(nodes, edge('g', 'a'), { shape: 'straight' })
    expect(points[0]!.x).toBe(600)
  })
})

describe('curved connectors', () => {
  it('leave and arrive at right angles to the sides that they meet', () => {
    const { points, curve } = only(pair, edge('a', 'b'), { shape: 'curved' })
    expect(curve).toHaveLength(4)
    const [start, leave] = curve!
    const [arrive, end] = curve!.slice(-2)
    expect(start!.x === leave!.x || start!.y === leave!.y).toBe(true)
    expect(arrive!.x === end!.x || arrive!.y === end!.y).toBe(true)
    expect(Math.abs(arrival(points) % 90)).toBeLessThan(12)
  })

  it('go smoothly through their waypoints', () => {
    const waypoints = [
      { x: 200, y: 200 },
      { x: 320, y: 60 },
    ]
    const { points, curve } = only(pair, edge('a', 'b'), { shape: 'curved', waypoints })
    for (const waypoint of waypoints) {
      expect(points).toContainEqual(waypoint)
      const at = curve!.findIndex(({ x, y }) => x === waypoint.x && y === waypoint.y)
      const [before, after] = [curve![at - 1]!, curve![at + 1]!]
      const turn =
        (waypoint.x - before.x) * (after.y - waypoint.y) -
        (waypoint.y - before.y) * (after.x - waypoint.x)
      expect(turn).toBeCloseTo(0)
    }
  })

  it('pass no service, on crowded boards either', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const content = generatedContent(seed, 60)
      const edges = content.edges.map((e) => ({ ...e, shape: 'curved' as const }))
      const view = createBoardView({ ...content, edges })
      const routes = routeBoard(view)
      expect(crossings(view, routes), `seed ${seed}`).toEqual([])
      expect(astray(view, routes), `seed ${seed}`).toEqual([])
    }
  })

  it('are drawn as curves', () => {
    const route = only(pair, edge('a', 'b'), { shape: 'curved' })
    expect(routePath(route)).toMatch(/^M[\d. -]+C/)
    expect(edgeDrawing(edge('a', 'b'), route).lines[0]).toMatch(/^M[\d. -]+C/)
  })
})

describe('orthogonal connectors through waypoints', () => {
  it('pass each of them, every leg orthogonal', () => {
    const waypoints = [
      { x: 240, y: -80 },
      { x: 600, y: 40 },
      { x: 600, y: 500 },
    ]
    const route = only(pair, edge('a', 'b'), { waypoints })
    expect(aslant(new Map([[edge('a', 'b').id, route]]))).toEqual([])
    for (const { x, y } of waypoints)
      expect(
        segments(route.points).some(
          ([a, b]) =>
            Math.min(a.x, b.x) <= x &&
            Math.max(a.x, b.x) >= x &&
            Math.min(a.y, b.y) <= y &&
            Math.max(a.y, b.y) >= y,
        ),
        `${x},${y}`,
      ).toBe(true)
  })

  it('stay there when other things move', () => {
    const waypoints = [{ x: 240, y: 200 }]
    const one = { ...edge('a', 'b'), waypoints }
    const before = routeBoard(board([...pair, service('c', 's3', [200, 150])], [one]))
    const after = routeBoard(board([...pair, service('c', 's3', [800, 800])], [one]))
    expect(before.get(one.id)!.points).toEqual(after.get(one.id)!.points)
  })

  it('have no bends that are not asked for', () => {
    const nodes = [service('a', 'ec2', [0, 0]), service('b', 'rds', [400, 0])]
    const { points } = only(nodes, edge('a', 'b'), { waypoints: [{ x: 200, y: 30 }] })
    expect(points).toEqual([
      { x: 84, y: 30 },
      { x: 428, y: 30 },
    ])
  })
})

describe('ends and sides of lines aslant', () => {
  const line = [
    { x: 0, y: 0 },
    { x: 30, y: 40 },
  ]

  it('have arrowheads that point along them', () => {
    expect(arrowHead(line)).toBe('M30 40L22 36L28.4 31.2Z')
  })

  it('are shortened along them, over several pieces if need be', () => {
    expect(shorten(line, 10).at(-1)).toEqual({ x: 24, y: 32 })
    const pieces = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 13, y: 0 },
    ]
    expect(shorten(pieces, 5)).toEqual([
      { x: 0, y: 0 },
      { x: 8, y: 0 },
    ])
  })

  it('are shifted sideways by the same distance everywhere', () => {
    const [a, b] = beside(line, 5)
    expect(a).toEqual({ x: -4, y: 3 })
    expect(b).toEqual({ x: 26, y: 43 })
    const corner = beside(
      [
        { x: 0, y: 0 },
        { x: 50, y: 0 },
        { x: 50, y: 50 },
      ],
      2,
    )
    expect(corner).toEqual([
      { x: 0, y: 2 },
      { x: 48, y: 2 },
      { x: 48, y: 50 },
    ])
  })
})
