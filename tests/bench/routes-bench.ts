import { seededRandom } from '#shared/lib/random'
import { createBoardView, type BoardView } from '#shared/model/board-view'
import { BoardId, EdgeId, NodeId } from '#shared/model/ids'
import type { BoardEdge, BoardNode, GroupKind } from '#shared/model/records'
import type { BoardContent } from '#shared/model/session'
import { changeBetween } from '#shared/render/board-change'
import { BoardRouter } from '#shared/render/board-router'
import { routeBoard, routeQuickly } from '#shared/render/edges'

const BOARD = BoardId.parse('bench')
const ROUNDS = 5
const EDITS = 12
const CONNECTORS_PER_SERVICE = 1.2
const WITHIN_A_VPC = 0.9

/** Lines of a table: milliseconds at p50 and worst, and connectors routed in a second. */
export function* runBench(sizes: readonly number[]): Generator<string> {
  yield ['services', 'edges', 'step', 'p50 ms', 'worst ms', 'routes/s']
    .map((cell) => cell.padStart(12))
    .join('')
  for (const size of sizes) {
    const content = crowdedBoard(size)
    const row = (step: string, times: readonly number[]): string => {
      const sorted = times.toSorted((a, b) => a - b)
      const p50 = sorted[Math.floor(sorted.length / 2)] ?? 0
      const perSecond = Math.round((content.edges.length * 1000) / Math.max(p50, 0.01))
      return [
        size,
        content.edges.length,
        step,
        p50.toFixed(1),
        sorted.at(-1)?.toFixed(1),
        perSecond,
      ]
        .map((cell) => String(cell).padStart(12))
        .join('')
    }
    // Every round has records of its own: nothing is known of them yet.
    yield row('quickly', rounds(content, routeQuickly))
    yield row('with care', rounds(content, routeBoard))
    yield row('one edit', edits(content))
  }
}

function rounds(content: BoardContent, route: (view: BoardView) => unknown): number[] {
  return Array.from({ length: ROUNDS }, () => {
    const view = createBoardView(structuredClone(content))
    const start = performance.now()
    route(view)
    return performance.now() - start
  })
}

/** One service after the other is moved a little; the router keeps the board. */
function edits(content: BoardContent): number[] {
  const router = new BoardRouter()
  let view = createBoardView(content)
  router.update(changeBetween(null, view))
  const services = content.nodes.filter(({ kind }) => kind === 'service')
  return Array.from({ length: EDITS }, (_, turn) => {
    const moved = services[Math.floor((turn * services.length) / EDITS)]
    const next = createBoardView(
      {
        ...content,
        nodes: view.nodes.map((node) =>
          node.id === moved?.id ? { ...node, x: node.x + 8 } : node,
        ),
      },
      view,
    )
    const start = performance.now()
    router.update(changeBetween(view, next))
    view = next
    return performance.now() - start
  })
}

/** VPCs of ten subnets with ten services each, 1.2 connectors to a service, most of them within a VPC. */
function crowdedBoard(size: number): BoardContent {
  const random = seededRandom(size)
  const nodes: BoardNode[] = []
  const perRow = Math.ceil(Math.sqrt(size / 100))
  const base = (id: string, parentId: string | null, x: number, y: number) => ({
    id: NodeId.parse(id),
    boardId: BOARD,
    parentId: parentId === null ? null : NodeId.parse(parentId),
    x,
    y,
    order: `a${String(nodes.length).padStart(6, '0')}`,
    facts: {},
  })
  const group = (groupKind: GroupKind, label: string, w: number, h: number) =>
    ({ kind: 'group', groupKind, label, w, h }) as const
  for (let n = 0; n < size; n++) {
    const [v, s, i] = [Math.floor(n / 100), Math.floor((n % 100) / 10), n % 10]
    const [vx, vy] = [(v % perRow) * 1500, Math.floor(v / perRow) * 1300]
    const [sx, sy] = [vx + 32 + (s % 2) * 710, vy + 48 + Math.floor(s / 2) * 240]
    if (n % 100 === 0)
      nodes.push({ ...base(`v${v}`, null, vx, vy), ...group('vpc', `VPC ${v}`, 1460, 1260) })
    if (i === 0)
      nodes.push({
        ...base(`s${v}-${s}`, `v${v}`, sx, sy),
        ...group('privateSubnet', `Subnet ${s}`, 686, 226),
      })
    nodes.push({
      ...base(`n${n}`, `s${v}-${s}`, sx + 20 + (i % 5) * 130, sy + 36 + Math.floor(i / 5) * 94),
      kind: 'service',
      serviceId: 'ec2',
      label: `Service ${n}`,
      w: 112,
      h: 88,
    })
  }
  const edges: BoardEdge[] = []
  for (let at = 0; at < size * CONNECTORS_PER_SERVICE; at++) {
    const from = Math.floor(random() * size)
    const vpc = Math.floor(from / 100) * 100
    const to =
      random() < WITHIN_A_VPC
        ? vpc + Math.floor(random() * Math.min(100, size - vpc))
        : Math.floor(random() * size)
    if (from === to) continue
    edges.push({
      id: EdgeId.parse(`e${at}`),
      boardId: BOARD,
      source: NodeId.parse(`n${from}`),
      target: NodeId.parse(`n${to}`),
      kind: 'request',
      label: '',
      order: `a${String(at).padStart(6, '0')}`,
      facts: {},
    })
  }
  return { board: { id: BOARD, name: 'Bench', kind: 'current', order: 'a0' }, nodes, edges }
}
