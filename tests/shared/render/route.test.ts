import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../shared/lib/random'
import type { Point, Rect } from '../../../shared/model/geometry'
import { EdgeId } from '../../../shared/model/ids'
import { anchorOf } from '../../../shared/render/anchors'
import { CellIndex } from '../../../shared/render/cell-index'
import { directWay, type Ends } from '../../../shared/render/direct-ways'
import { routeBoard } from '../../../shared/render/edges'
import { nodeDrawing } from '../../../shared/render/node-drawing'
import { labelPoint, pointsOf, roundedPath, segmentCrosses } from '../../../shared/render/route'
import { StateHeap } from '../../../shared/render/state-heap'
import { segments } from '../../support/route-checks'
import { board, edge, group, sampleBoard, service } from './sample-board'

type Node = ReturnType<typeof service>

const at = (x: number, y: number): Node => service('s', 'ec2', [x, y])
const groupAt = (x: number, y: number, w: number, h: number): Node =>
  group('g', 'vpc', 'VPC', [x, y, w, h])

/** The way between two nodes on an empty board. */
function way(source: Node, target: Node, more: Partial<Ends> = {}): Point[] {
  const ends: Ends = {
    source: anchorOf(source),
    target: anchorOf(target),
    sourceHoldsTarget: false,
    targetHoldsSource: false,
    count: 1,
    index: 0,
    ...more,
  }
  return pointsOf(directWay(ends).line)
}

function bodies(node: Node): Rect[] {
  if (node.kind === 'group') return [node]
  const { icon, labelBox } = nodeDrawing(node)
  return [icon, labelBox]
}

function bends(points: readonly Point[]): number {
  return points.length - 2
}

function crosses(points: readonly Point[], rect: Rect): boolean {
  return segments(points).some(([a, b]) => segmentCrosses(a, b, rect))
}

/** How far two lines lie on each other. */
function sharedLength(one: readonly Point[], other: readonly Point[]): number {
  let shared = 0
  for (const [a, b] of segments(one))
    for (const [c, d] of segments(other))
      for (const [u, v] of [
        ['x', 'y'],
        ['y', 'x'],
      ] as const)
        if (a[u] === b[u] && c[u] === d[u] && a[u] === c[u])
          shared += Math.max(
            0,
            Math.min(Math.max(a[v], b[v]), Math.max(c[v], d[v])) -
              Math.max(Math.min(a[v], b[v]), Math.min(c[v], d[v])),
          )
  return shared
}

function route(view: ReturnType<typeof board>, id: string): readonly Point[] {
  return routeBoard(view).get(EdgeId.parse(id))!.points
}

describe('routing one connector', () => {
  it('is straight when the icons are level, or nearly', () => {
    expect(way(at(0, 0), at(200, 0))).toEqual([
      { x: 84, y: 24 },
      { x: 228, y: 24 },
    ])
    expect(bends(way(at(0, 0), at(200, 10)))).toBe(0)
    expect(bends(way(at(0, 0), at(0, 200)))).toBe(0)
  })

  it('leaves downward beneath the label', () => {
    const [first] = way(at(0, 0), at(0, 200))
    expect(first!.y).toBeGreaterThanOrEqual(69)
  })

  it('arrives above a chip', () => {
    const target = service('t', 'ec2', [0, 200], null, { disposition: 'rehost' })
    expect(way(at(0, 0), target).at(-1)!.y).toBeLessThan(nodeDrawing(target).extent.y)
  })

  it('is orthogonal, short of bends, and clear of both ends wherever they are', () => {
    const random = seededRandom(11)
    for (let i = 0; i < 500; i++) {
      const pick = (): number => Math.round(random() * 60 - 30) * 16
      const source = at(0, 0)
      const [x, y] = [pick(), pick()]
      if (Math.abs(x) < 128 && Math.abs(y) < 128) continue
      const target = at(x, y)
      const points = way(source, target)
      for (const [a, b] of segments(points)) expect(a.x === b.x || a.y === b.y).toBe(true)
      expect(bends(points)).toBeLessThanOrEqual(4)
      for (const body of [...bodies(source), ...bodies(target)])
        expect(crosses(points, body), `${x},${y}`).toBe(false)
    }
  })

  it('joins groups at their borders, in line with the service', () => {
    expect(way(at(0, 100), groupAt(300, 0, 200, 400))).toEqual([
      { x: 84, y: 124 },
      { x: 300, y: 124 },
    ])
  })

  it('runs inward from a group to what it holds', () => {
    const points = way(groupAt(0, 0, 600, 400), at(100, 100), { sourceHoldsTarget: true })
    expect(points[0]!.x === 0 || points[0]!.y === 0).toBe(true)
    for (const { x, y } of points) {
      expect(x >= 0 && x <= 600 && y >= 0 && y <= 400).toBe(true)
    }
  })

  it('puts the label on the longest segment and rounds corners', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 20, y: 0 },
      { x: 20, y: 100 },
      { x: 60, y: 100 },
    ]
    expect(labelPoint(points)).toEqual({ x: 20, y: 50 })
    expect(roundedPath(points)).toBe('M0 0L14 0Q20 0 20 6L20 94Q20 100 26 100L60 100')
  })
})

describe('routing a board', () => {
  it('routes every connector whose ends are there, and no other', () => {
    const view = board(
      [service('a', 'ec2', [0, 0]), service('b', 'rds', [200, 0])],
      [edge('a', 'b'), edge('a', 'gone'), edge('a', 'a')],
    )
    expect([...routeBoard(view).keys()]).toEqual(['a-b'])
  })

  it('walks around an icon that stands in between', () => {
    const nodes = [
      service('a', 'ec2', [0, 0]),
      service('m', 's3', [200, 0]),
      service('b', 'rds', [400, 0]),
    ]
    const points = route(board(nodes, [edge('a', 'b')]), 'a-b')
    for (const body of bodies(nodes[1]!)) expect(crosses(points, body)).toBe(false)
    expect(bends(route(board([nodes[0]!, nodes[2]!], [edge('a', 'b')]), 'a-b'))).toBe(0)
  })

  it('gives connectors at one side places of their own, in the order of where they lead', () => {
    const nodes = [
      service('hub', 'alb', [0, 200]),
      service('low', 'ec2', [400, 228]),
      service('mid', 'ec2', [560, 200]),
      service('high', 'ec2', [400, 172]),
    ]
    const view = board(
      nodes,
      ['low', 'mid', 'high'].map((to) => edge('hub', to)),
    )
    const starts = ['high', 'mid', 'low'].map((to) => route(view, `hub-${to}`)[0]!)
    expect(starts.map(({ x }) => x)).toEqual([84, 84, 84])
    expect(starts.map(({ y }) => y)).toEqual([210, 224, 238])
  })

  it('keeps connectors between the same two nodes apart all the way', () => {
    const nodes = [service('a', 'ec2', [0, 0]), service('b', 'rds', [400, 120])]
    const view = board(nodes, [
      edge('a', 'b', 'request', { id: 'one' }),
      edge('a', 'b', 'event', { id: 'two' }),
      edge('b', 'a', 'data', { id: 'three' }),
    ])
    const lines = ['one', 'two', 'three'].map((id) => route(view, id))
    for (const [i, one] of lines.entries())
      for (const other of lines.slice(i + 1)) expect(sharedLength(one, other)).toBe(0)
  })

  it('never lays two middle runs on each other', () => {
    const nodes = [0, 1, 2, 3].flatMap((i) => [
      service(`s${i}`, 'ec2', [0, i * 120]),
      service(`t${i}`, 'rds', [400, i * 120 + 56]),
    ])
    const view = board(
      nodes,
      [0, 1, 2].map((i) => edge(`s${i}`, `t${i + 1}`)),
    )
    const runs = [...routeBoard(view).values()].map(({ points }) => points[1]!.x)
    expect(new Set(runs).size).toBe(runs.length)
  })

  it('gives the same routes for the same board', () => {
    expect([...routeBoard(sampleBoard())]).toEqual([...routeBoard(sampleBoard())])
  })

  it('connects a group with what is inside it without leaving it', () => {
    const view = board(
      [group('vpc', 'vpc', 'VPC', [0, 0, 600, 400]), service('db', 'rds', [240, 150], 'vpc')],
      [edge('vpc', 'db')],
    )
    for (const { x, y } of route(view, 'vpc-db'))
      expect(x >= 0 && x <= 600 && y >= 0 && y <= 400).toBe(true)
  })

  it('takes work in proportion to the connectors', () => {
    const few = workOf(300)
    const many = workOf(2400)
    expect(few).toBeGreaterThan(300)
    // Eight times as many; squared it would be 64.
    expect(many / few).toBeLessThan(10)
  })
})

/** How often routing a board of so many connectors looks at something: a crossing of lines, or what stands nearby. */
function workOf(count: number): number {
  const random = seededRandom(3)
  const nodes = Array.from({ length: count }, (_, i) =>
    service(`n${i}`, 'ec2', [(i % 28) * 160, Math.floor(i / 28) * 140]),
  )
  const edges = Array.from({ length: count }, (_, i) => {
    const from = Math.floor(random() * (count - 60))
    return edge(`n${from}`, `n${from + 1 + Math.floor(random() * 58)}`, 'request', { id: `e${i}` })
  })
  let looked = 0
  const { pop } = StateHeap.prototype
  const { find } = CellIndex.prototype
  StateHeap.prototype.pop = function (this: StateHeap) {
    looked++
    return pop.call(this)
  }
  CellIndex.prototype.find = function (this: CellIndex, ...rect) {
    const found = find.apply(this, rect)
    looked += 1 + found
    return found
  }
  try {
    expect(routeBoard(board(nodes, edges)).size).toBe(count)
  } finally {
    StateHeap.prototype.pop = pop
    CellIndex.prototype.find = find
  }
  return looked
}
