import ELK from 'elkjs/lib/elk.bundled.js'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#shared/lib/random'
import { contains, intersects, type Rect } from '#shared/model/geometry'
import { BoardId, EdgeId, NodeId } from '#shared/model/ids'
import type { BoardEdge, BoardNode } from '#shared/model/records'
import type { BoardContent } from '#shared/model/session'
import { applyLayout, layoutGraph, placesFrom, type LayoutGraph } from '#shared/operations/layout'
import { board } from '../../support/board-text'

async function laidOut(content: BoardContent): Promise<ReadonlyMap<NodeId, Rect>> {
  // ELK gives back the graph it was given, with places.
  return placesFrom((await new ELK().layout(layoutGraph(content))) as LayoutGraph)
}

/** What is wrong with where things are: out of their group, or over each other. */
function faults(nodes: readonly BoardNode[]): string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const found: string[] = []
  for (const [i, a] of nodes.entries()) {
    const parent = a.parentId === null ? undefined : byId.get(a.parentId)
    if (parent && !contains(parent, a)) found.push(`${a.label} sticks out of ${parent.label}`)
    for (const b of nodes.slice(i + 1))
      if (a.parentId === b.parentId && intersects(a, b))
        found.push(`${a.label} lies over ${b.label}`)
  }
  return found
}

describe('laying a board out', () => {
  it('keeps everything inside its group, apart, and left before right', async () => {
    const content = board`users -> dns:route-53 -> vpc[ a:az[ public-subnet[ lb:alb ] private-subnet[ app:ec2 ] ] b:az[ private-subnet[ db:rds ] ] ], dns -> lb, lb -> app, app -> db`
    const after = applyLayout(content, await laidOut(content))
    expect(faults(after.nodes)).toEqual([])
    const x = (label: string): number => after.nodes.find((node) => node.label === label)?.x ?? NaN
    expect(x('dns')).toBeLessThan(x('lb'))
    expect(x('lb')).toBeLessThan(x('app'))
    expect(x('app')).toBeLessThan(x('db'))
  })

  it('leaves the top left corner of the board where it was', async () => {
    const content = board`a:ec2 -> b:rds`
    const moved = {
      ...content,
      nodes: content.nodes.map((node) => ({ ...node, x: node.x + 500, y: node.y - 300 })),
    }
    const after = applyLayout(moved, await laidOut(moved))
    const corner = (nodes: readonly BoardNode[]) => [
      Math.min(...nodes.map(({ x }) => x)),
      Math.min(...nodes.map(({ y }) => y)),
    ]
    expect(corner(after.nodes)).toEqual(corner(moved.nodes))
  })

  it('passes over connectors without ends, to a group around them, and parents in a circle', async () => {
    const content = board`vpc[ a:ec2 ] b:s3`
    const [vpc, a, b] = content.nodes
    if (!vpc || !a || !b) throw new Error('three nodes are drawn')
    const edge = (id: string, source: NodeId, target: NodeId): BoardEdge => ({
      id: EdgeId.parse(id),
      boardId: content.board.id,
      source,
      target,
      kind: 'request',
      label: '',
      order: 'a0',
      facts: {},
    })
    const odd: BoardContent = {
      ...content,
      nodes: [{ ...vpc, parentId: vpc.id }, a, b],
      edges: [
        edge('e1', a.id, vpc.id),
        edge('e2', a.id, NodeId.parse('gone')),
        edge('e3', a.id, a.id),
        edge('e4', b.id, a.id),
      ],
    }
    const places = await laidOut(odd)
    const [outer, inner, other] = [vpc, a, b].map(({ id }) => places.get(id))
    if (!outer || !inner || !other) throw new Error('every node has a place')
    expect(contains(outer, inner)).toBe(true)
    expect(intersects(outer, other)).toBe(false)
  })

  it.each([1, 2])('holds for random boards, small and large, seed %i', async (seed) => {
    const random = seededRandom(seed)
    for (const size of [30, 620]) {
      const content = randomBoard(size, random)
      const after = applyLayout(content, await laidOut(content))
      expect(faults(after.nodes), `seed ${seed}, ${size} nodes`).toEqual([])
    }
  })
})

function randomBoard(size: number, random: () => number): BoardContent {
  const boardId = BoardId.parse('b')
  const nodes: BoardNode[] = []
  const groups: NodeId[] = []
  for (let i = 0; i < size; i++) {
    const id = NodeId.parse(`n${i}`)
    const parentId = random() < 0.8 ? (groups[Math.floor(random() * groups.length)] ?? null) : null
    const shape = { id, boardId, parentId, x: 0, y: 0, w: 112, h: 88, order: `a${i}`, facts: {} }
    if (random() < 0.15) {
      nodes.push({ ...shape, kind: 'group', groupKind: 'generic', label: `g${i}` })
      groups.push(id)
    } else nodes.push({ ...shape, kind: 'service', serviceId: 'ec2', label: `s${i}` })
  }
  const any = (): NodeId => nodes[Math.floor(random() * nodes.length)]!.id
  const edges = Array.from({ length: size }, (_, i): BoardEdge => ({
    id: EdgeId.parse(`e${i}`),
    boardId,
    source: any(),
    target: any(),
    kind: 'request',
    label: '',
    order: `a${i}`,
    facts: {},
  }))
  return { board: { id: boardId, name: 'B', kind: 'target', order: 'a0' }, nodes, edges }
}
