import { describe, expect, it } from 'vitest'
import { seededRandom } from '#shared/lib/random'
import { createBoardView, type BoardView } from '#shared/model/board-view'
import { EdgeId, NodeId } from '#shared/model/ids'
import type { BoardEdge, BoardNode } from '#shared/model/records'
import type { BoardContent } from '#shared/model/session'
import { changeBetween } from '#shared/render/board-change'
import { BoardRouter } from '#shared/render/board-router'
import { routeBoard } from '#shared/render/edges'
import { generatedContent } from '../../support/generated-board'
import { crossings } from '../../support/route-checks'

type Random = () => number
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!

/** One thing that a person may do to a board. */
function edit(content: BoardContent, random: Random, turn: number): BoardContent {
  const { nodes, edges } = content
  const replace = (node: BoardNode, set: Partial<BoardNode>): BoardContent => ({
    ...content,
    nodes: nodes.map((n) => (n === node ? ({ ...n, ...set } as BoardNode) : n)),
  })
  const change = (edge: BoardEdge, set: Partial<BoardEdge>): BoardContent => ({
    ...content,
    edges: edges.map((e) => (e === edge ? { ...e, ...set } : e)),
  })
  const services = nodes.filter(({ kind }) => kind === 'service')
  const step = (): number => Math.round((random() - 0.5) * 20) * 8
  const roll = random()
  if (roll < 0.4) {
    const node = pick(random, services)
    return replace(node, { x: node.x + step(), y: node.y + step() })
  }
  if (roll < 0.5)
    return replace(pick(random, services), {
      label: pick(random, ['', 'API', 'A very long name for a service']),
    })
  if (roll < 0.6) {
    const node = pick(random, nodes)
    return replace(node, node.kind === 'group' ? { w: node.w + 16, h: node.h + 24 } : { facts: {} })
  }
  if (roll < 0.7) {
    const node = pick(random, services)
    return {
      ...content,
      nodes: nodes.filter((n) => n !== node),
      edges: edges.filter((e) => e.source !== node.id && e.target !== node.id),
    }
  }
  if (roll < 0.8) {
    const [a, b] = [pick(random, nodes), pick(random, services)]
    const edge: BoardEdge = {
      ...edges[0]!,
      id: EdgeId.parse(`new${turn}`),
      source: a.id,
      target: b.id,
      order: `b${turn}`,
    }
    return { ...content, edges: [...edges, edge] }
  }
  if (roll < 0.9 && services.length > 0) {
    const node = pick(random, services)
    const copy = { ...node, id: NodeId.parse(`copy${turn}`), x: node.x + 136 }
    return { ...content, nodes: [...nodes, copy] }
  }
  const edge = pick(random, edges)
  return change(
    edge,
    pick<Partial<BoardEdge>>(random, [
      { shape: 'curved' },
      { shape: 'straight' },
      { shape: undefined },
      { waypoints: [{ x: step() * 4, y: step() * 4 }] },
      { waypoints: undefined },
      { label: 'another label' },
    ]),
  )
}

describe('keeping routes current', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'gives what routing from scratch gives, edit by edit (seed %i)',
    (seed) => {
      const random = seededRandom(seed * 101)
      let content = generatedContent(seed, 40)
      let view: BoardView = createBoardView(content)
      const router = new BoardRouter()
      router.update(changeBetween(null, view))
      for (let turn = 0; turn < 40; turn++) {
        content = edit(content, random, turn)
        const next = createBoardView(content, view)
        const routes = router.update(changeBetween(view, next))
        view = next
        expect([...routes], `seed ${seed}, edit ${turn}`).toEqual([...routeBoard(view)])
      }
    },
  )

  it('leaves routes that did not change as they were', () => {
    const content = generatedContent(9, 60)
    const view = createBoardView(content)
    const router = new BoardRouter()
    const before = router.update(changeBetween(null, view))
    const last = content.nodes.findLast(({ kind }) => kind === 'service')!
    const moved = createBoardView({
      ...content,
      nodes: content.nodes.map((n) => (n === last ? { ...n, x: n.x + 8 } : n)),
    })
    const after = router.update(changeBetween(view, moved))
    const same = [...after].filter(([id, route]) => before.get(id) === route)
    expect(same.length).toBeGreaterThan(after.size / 2)
    expect(same.length).toBeLessThan(after.size)
    expect(crossings(moved, after)).toEqual([])
  })
})
