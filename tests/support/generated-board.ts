import { seededRandom } from '#shared/lib/random'
import { createBoardView, type BoardView } from '#shared/model/board-view'
import { GROUP_HEADER, SERVICE_SIZE } from '#shared/model/geometry'
import { BoardId, EdgeId, NodeId } from '#shared/model/ids'
import type {
  BoardEdge,
  BoardNode,
  EdgeKind,
  GroupKind,
  GroupNode,
  ServiceNode,
} from '#shared/model/records'
import type { BoardContent } from '#shared/model/session'

const BOARD = BoardId.parse('generated')
const SERVICES = ['ec2', 'rds', 'lambda', 'sqs', 's3', 'dynamodb', 'alb', 'ecs', 'elasticache']
const LABELS = [
  'Web server',
  'Orders',
  'Invoice worker',
  'order-events',
  'Product images and downloads',
  'Cache',
  'Customer database (primary)',
  'API',
  '',
]
const WORDS = ['HTTPS', 'order placed', 'nightly copy', 'SQL', 'reads']
const KINDS: readonly EdgeKind[] = ['request', 'data', 'event', 'replication', 'dependency']

/** Where parts go on in a new row. */
const WIDEST = 2400

type Random = () => number
type Fresh<T extends BoardNode> = Omit<T, 'id' | 'boardId' | 'order' | 'facts'>

/** A part of a board, laid out at the origin. */
interface Part {
  w: number
  h: number
  place(x: number, y: number, parentId: NodeId | null): void
}

/**
 * A board as people draw them: VPCs with zones, zones with subnets, subnets with services in rows, services around
 * them, connectors mostly between neighbours. Same seed, same board.
 *
 * @param size roughly how many services
 */
export function generatedBoard(seed: number, size: number): BoardView {
  return createBoardView(generatedContent(seed, size))
}

export function generatedContent(seed: number, size: number): BoardContent {
  const random = seededRandom(seed)
  const nodes: BoardNode[] = []
  const gap = pick(random, [8, 16, 24, 40])
  const services: NodeId[] = []

  const add = (node: Fresh<ServiceNode> | Fresh<GroupNode>): NodeId => {
    const id = NodeId.parse(`n${nodes.length}`)
    const order = `a${String(nodes.length).padStart(5, '0')}`
    nodes.push({ ...node, id, boardId: BOARD, order, facts: {} })
    return id
  }

  const service = (): Part => ({
    ...SERVICE_SIZE,
    place(x, y, parentId) {
      const serviceId = pick(random, SERVICES)
      const label = pick(random, LABELS) || serviceId
      const made = { kind: 'service', serviceId, label, parentId, x, y, ...SERVICE_SIZE } as const
      services.push(add(made))
    },
  })

  const rows = (parts: readonly Part[], perRow: number, between: number): Part => {
    const widths: number[] = []
    const heights: number[] = []
    parts.forEach((part, at) => {
      const [column, row] = [at % perRow, Math.floor(at / perRow)]
      widths[column] = Math.max(widths[column] ?? 0, part.w)
      heights[row] = Math.max(heights[row] ?? 0, part.h)
    })
    const sum = (list: readonly number[], count: number): number =>
      list.slice(0, count).reduce((all, one) => all + one + between, 0)
    return {
      w: sum(widths, widths.length) - between,
      h: sum(heights, heights.length) - between,
      place(x, y, parentId) {
        parts.forEach((part, at) =>
          part.place(
            x + sum(widths, at % perRow),
            y + sum(heights, Math.floor(at / perRow)),
            parentId,
          ),
        )
      },
    }
  }

  const group = (groupKind: GroupKind, label: string, inside: Part): Part => {
    const [w, h] = [inside.w + 32, inside.h + GROUP_HEADER + 24]
    return {
      w,
      h,
      place(x, y, parentId) {
        const id = add({ kind: 'group', groupKind, label, parentId, x, y, w, h } as const)
        inside.place(x + 16, y + GROUP_HEADER + 8, id)
      },
    }
  }

  const subnet = (left: number): Part => {
    const count = Math.min(left, 1 + Math.floor(random() * 6))
    const kind = random() < 0.4 ? 'publicSubnet' : 'privateSubnet'
    return group(
      kind,
      kind === 'publicSubnet' ? 'Public subnet' : 'Private subnet',
      rows(Array.from({ length: count }, service), 1 + Math.floor(random() * 3), gap),
    )
  }
  const zone = (name: string): Part =>
    group(
      'availabilityZone',
      `Availability Zone ${name}`,
      rows(
        Array.from({ length: 1 + Math.floor(random() * 3) }, () => subnet(6)),
        1 + Math.floor(random() * 2),
        16,
      ),
    )
  const vpc = (): Part =>
    group(
      'vpc',
      'Shop VPC 10.0.0.0/16',
      rows(
        ['a', 'b', 'c'].slice(0, 1 + Math.floor(random() * 3)).map(zone),
        random() < 0.5 ? 1 : 3,
        24,
      ),
    )

  let x = 0
  let y = 0
  let below = 0
  rows(Array.from({ length: 2 }, service), 1, 64).place(0, 120, null)
  while (services.length < size) {
    x += 160
    const part =
      random() < 0.75
        ? vpc()
        : rows(Array.from({ length: 2 + Math.floor(random() * 4) }, service), 1, gap)
    part.place(x, y + Math.floor(random() * 8) * 16, null)
    x += part.w
    below = Math.max(below, y + 112 + part.h)
    if (x > WIDEST) [x, y] = [0, below + 48]
  }
  return {
    board: { id: BOARD, name: 'Generated', kind: 'current', order: 'a0' },
    nodes,
    edges: connect(random, services, nodes),
  }
}

function connect(
  random: Random,
  services: readonly NodeId[],
  nodes: readonly BoardNode[],
): BoardEdge[] {
  const groups = nodes.filter(({ kind }) => kind === 'group')
  const edges: BoardEdge[] = []
  const count = Math.round(services.length * (0.8 + random() * 0.5))
  for (let at = 0; at < count; at++) {
    const from = Math.floor(random() * services.length)
    const near = from + Math.round((random() - 0.5) * 12)
    const to = random() < 0.8 ? near : Math.floor(random() * services.length)
    const source = services[from]
    const target =
      random() < 0.05
        ? pick(random, groups.length > 0 ? groups : nodes).id
        : services[Math.min(services.length - 1, Math.max(0, to))]
    if (!source || !target || source === target) continue
    edges.push({
      id: EdgeId.parse(`e${at}`),
      boardId: BOARD,
      source,
      target,
      kind: random() < 0.6 ? 'request' : pick(random, KINDS),
      label: random() < 0.25 ? pick(random, WORDS) : '',
      order: `a${String(at).padStart(5, '0')}`,
      facts: random() < 0.1 ? { encrypted: { value: false, source: 'user' } } : {},
    })
  }
  return edges
}

function pick<T>(random: Random, list: readonly T[]): T {
  // The index is inside the list.
  return list[Math.floor(random() * list.length)] as T
}
