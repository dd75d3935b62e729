import ELK from 'elkjs/lib/elk.bundled.js'
import { describe, expect, it } from 'vitest'
import { scopeOf } from '#shared/catalogue/scope-of'
import { seededRandom } from '#shared/lib/random'
import { previewBoard } from '#shared/model/apply-patch'
import { createBoardView, type BoardView } from '#shared/model/board-view'
import { center, contains, intersects, union, type Rect } from '#shared/model/geometry'
import type { NodeId } from '#shared/model/ids'
import type { BoardNode } from '#shared/model/records'
import { boardContent, type BoardContent } from '#shared/model/session'
import { layoutGraph, placesFrom, type LayoutGraph } from '#shared/operations/layout'
import { arrangeLaidOut } from '#shared/operations/layout-around'
import { layoutScope } from '#shared/operations/layout-scope'
import { sampleSession } from '#shared/samples/define'
import { samples } from '#shared/samples/samples'
import { testContext } from '../../support/edit-context'
import { board } from '../../support/board-text'
import { generatedContent } from '../../support/generated-board'

const elk = new ELK()

/** Lays out what a person would, with this selected. */
async function lay(view: BoardView, selection: readonly NodeId[] = []): Promise<BoardView> {
  const scope = layoutScope(view, selection)
  const graph = await elk.layout(layoutGraph(scope.drawing))
  // ELK gives back the graph it was given, with places.
  const places = placesFrom(graph as LayoutGraph)
  return previewBoard(view, arrangeLaidOut(view, scope, places, scopeOf))
}

/** What is wrong with where things are: out of their group, or over each other. */
function faults({ nodes, node }: BoardView): string[] {
  const found: string[] = []
  for (const [i, a] of nodes.entries()) {
    const parent = a.parentId === null ? undefined : node(a.parentId)
    if (parent && !contains(parent, a)) found.push(`${a.id} sticks out of ${parent.id}`)
    for (const b of nodes.slice(i + 1))
      if (a.parentId === b.parentId && intersects(a, b)) found.push(`${a.id} lies over ${b.id}`)
  }
  return found
}

const rectOf = ({ x, y, w, h }: Rect): Rect => ({ x, y, w, h })

/** Everything that is locked, or inside something that is. */
function pinned(view: BoardView): [NodeId, Rect][] {
  return view.nodes.flatMap((node): [NodeId, Rect][] =>
    [node, ...view.ancestors(node.id)].some(({ locked }) => locked === true)
      ? [[node.id, rectOf(node)]]
      : [],
  )
}

function lockSome(content: BoardContent, random: () => number, share: number): BoardView {
  const nodes = content.nodes.map((node) =>
    random() < (node.kind === 'group' ? share / 3 : share) ? { ...node, locked: true } : node,
  )
  return createBoardView({ ...content, nodes })
}

/** Share of connectors that lead to the right or down, ends that hold each other left out. */
function inReadingOrder(views: readonly BoardView[]): number {
  const ends = views.flatMap((view) =>
    view.edges.flatMap(({ source, target }): [BoardNode, BoardNode][] => {
      const holds = (a: NodeId, b: NodeId): boolean => view.ancestors(b).some(({ id }) => id === a)
      const [a, b] = [view.node(source), view.node(target)]
      return a && b && !holds(source, target) && !holds(target, source) ? [[a, b]] : []
    }),
  )
  const rightOrDown = ends.filter(
    ([a, b]) => center(a).x < center(b).x || center(a).y + a.h / 2 < center(b).y,
  )
  return rightOrDown.length / ends.length
}

const SEEDS = Array.from({ length: 24 }, (_, i) => i + 1)

/** A board as people draw it, with few, some or many of its nodes locked. */
function pinnedBoard(seed: number): BoardView {
  const random = seededRandom(seed * 7)
  const content = generatedContent(seed, 10 + Math.floor(random() * 60))
  return lockSome(content, random, [0.03, 0.1, 0.3][seed % 3] ?? 0)
}

describe('laying out around what is locked', () => {
  it.each(SEEDS)('moves none of it and covers nothing, on random board %i', async (seed) => {
    const view = pinnedBoard(seed)
    expect(faults(view), 'as drawn').toEqual([])
    const after = await lay(view)
    expect(faults(after)).toEqual([])
    expect(pinned(after)).toEqual(pinned(view))
    expect((await lay(view)).nodes).toEqual(after.nodes)
  })

  it('keeps the order in which one reads, and stays where the board is', async () => {
    const [pins, none]: [BoardView[], BoardView[]] = [[], []]
    for (const seed of SEEDS) {
      const view = pinnedBoard(seed)
      const after = await lay(view)
      const nodes = view.nodes.map((node) => ({ ...node, locked: false }))
      const unpinned = await lay(createBoardView({ ...view, nodes }))
      pins.push(after)
      none.push(unpinned)
      const [was, is, laid] = [view, after, unpinned].map((one) => union(one.nodes))
      if (!was || !is || !laid) throw new Error('every board has nodes')
      expect(intersects(was, is), `seed ${seed}`).toBe(true)
      // No larger than where the board was and what the layout takes by itself, side by side.
      expect(is.w, `seed ${seed}`).toBeLessThanOrEqual(was.w + laid.w)
      expect(is.h, `seed ${seed}`).toBeLessThanOrEqual(was.h + laid.h)
    }
    expect(inReadingOrder(none)).toBeGreaterThan(0.85)
    expect(inReadingOrder(pins)).toBeGreaterThan(inReadingOrder(none) - 0.1)
  })

  it.each(samples.map((sample) => [sample.sampleId, sample] as const))(
    'gives sample %s in reading order, wherever three of its services are locked',
    async (_, sample) => {
      const content = sampleSession(sample, testContext())
      for (const { id } of content.boards) {
        const board = boardContent(content, id)
        if (!board) throw new Error('the board is there')
        for (const seed of [1, 2, 3, 4]) {
          const random = seededRandom(seed)
          const services = board.nodes.filter(({ kind }) => kind === 'service')
          const chosen = new Set(
            [0, 1, 2].map(() => services[Math.floor(random() * services.length)]?.id),
          )
          const nodes = board.nodes.map((n) => (chosen.has(n.id) ? { ...n, locked: true } : n))
          const view = createBoardView({ ...board, nodes })
          const after = await lay(view)
          expect(faults(after)).toEqual([])
          expect(pinned(after)).toEqual(pinned(view))
          expect(inReadingOrder([after])).toBeGreaterThan(0.75)
        }
      }
    },
  )
})

describe('laying out a selection', () => {
  it.each(SEEDS)('keeps clear of what is not selected, on random board %i', async (seed) => {
    const random = seededRandom(seed * 13)
    const view = pinnedBoard(seed)
    const selection = view.nodes.filter(() => random() < 0.2).map(({ id }) => id)
    const { moving } = layoutScope(view, selection)
    const after = await lay(view, selection)
    expect(faults(after)).toEqual([])
    const services = (of: BoardView): BoardNode[] =>
      of.nodes.filter(({ id, kind }) => kind === 'service' && !moving.has(id))
    expect(services(after)).toEqual(services(view))
    for (const node of view.nodes)
      if (node.kind === 'group' && !moving.has(node.id))
        expect(contains(after.node(node.id) ?? node, node)).toBe(true)
  })

  it('stays in the groups that it is from', async () => {
    const view = createBoardView(board`one:vpc[ a:ec2, b:ec2 ], two:vpc[ c:rds, d:rds ], b -> c`)
    const ids = view.nodes.filter(({ kind }) => kind === 'service').map(({ id }) => id)
    const after = await lay(view, ids)
    expect(faults(after)).toEqual([])
    for (const { id, parentId } of view.nodes) expect(after.node(id)?.parentId).toBe(parentId)
  })

  it('leaves what a locked group has no room for, rather than making that larger', async () => {
    const drawn = createBoardView(
      board`one:vpc[ a:ec2, b:ec2, c:ec2, d:ec2 ], a -> b, b -> c, c -> d`,
    )
    const one = drawn.nodes.find(({ label }) => label === 'one')
    if (!one) throw new Error('one is drawn')
    const view = previewBoard(drawn, [{ op: 'setNode', id: one.id, set: { locked: true } }])
    const after = await lay(view, [one.id])
    expect(faults(after)).toEqual([])
    expect(rectOf(after.node(one.id) ?? one)).toEqual(rectOf(one))
  })
})

describe('points that a connector was put through', () => {
  it('go along with both ends, and are given up where the ends part', async () => {
    const content = board`vpc[ a:ec2, b:ec2 ], c:rds, a -> b, b -> c`
    const edges = content.edges.map((edge) => ({ ...edge, waypoints: [{ x: 10, y: 500 }] }))
    const view = createBoardView({ ...content, edges })
    const after = await lay(view)
    for (const edge of after.edges) {
      const [a, b] = [edge.source, edge.target].map((id) => {
        const [is, was] = [after.node(id), view.node(id)]
        return is && was && { x: is.x - was.x, y: is.y - was.y }
      })
      const together = a?.x === b?.x && a?.y === b?.y
      expect(edge.waypoints).toEqual(together && a ? [{ x: 10 + a.x, y: 500 + a.y }] : undefined)
    }
  })
})
