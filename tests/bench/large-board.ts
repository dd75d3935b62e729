import { seededRandom } from '#shared/lib/random'
import { BoardId, EdgeId, NodeId } from '#shared/model/ids'
import type { BoardEdge, BoardNode, GroupKind } from '#shared/model/records'
import type { BoardContent } from '#shared/model/session'

const BOARD = BoardId.parse('bench')

/** A name for tiers of four: copies of one thing carry the same word. */
const wordOf = (n: number): string =>
  String.fromCharCode(97 + (n % 26), 97 + ((n / 26) % 26), 97 + ((n / 676) % 26))

const CONNECTORS_PER_NODE = 1.5

export const BIG_VPC = 'big-vpc'
export const BIG_MEMBER = /^big-\d/
/** Nodes in the large VPC, on boards that have room for it. */
const BIG_SIZE = 1000

/** Two Regions and, where there is room, one VPC with a thousand nodes. */
function largeParts(nodes: BoardNode[], size: number): void {
  for (const n of [0, 1]) nodes.push(group(`region-${n}`, 'region', null, nodes.length))
  nodes.push(group(BIG_VPC, 'vpc', 'region-0', nodes.length))
  for (let i = 0; i < Math.min(BIG_SIZE, size / 5); i++)
    nodes.push({
      ...service(`big-${i}`, i % 3 === 0 ? 'rds' : 'ec2', BIG_VPC, nodes.length),
      label: `${wordOf(i >> 2)} ${i & 3}`,
    })
}

/** VPCs of two zones with load balancer, servers, database, cache, queue and bucket; one and a half connectors per node. */
export function largeBoard(size: number): BoardContent {
  const random = seededRandom(size)
  const nodes: BoardNode[] = [service('users', 'users', null, 0)]
  const edges: BoardEdge[] = []
  largeParts(nodes, size)
  const edge = (from: string, to: string): void => {
    edges.push(connector(`e${edges.length}`, NodeId.parse(from), NodeId.parse(to)))
  }
  for (let v = 0; nodes.length < size; v++) {
    const put = (name: string, serviceId: string, parent: string | null): string => {
      const id = `${name}-${v}`
      nodes.push(service(id, serviceId, parent, nodes.length))
      return id
    }
    const box = (name: string, kind: GroupKind, parent: string | null): string => {
      const id = `${name}-${v}`
      nodes.push(group(id, kind, parent, nodes.length))
      return id
    }
    const vpc = box('vpc', 'vpc', null)
    const alb = put('alb', 'alb', vpc)
    const bucket = put('s3', 's3', null)
    const queue = put('sqs', 'sqs', null)
    const worker = put('lambda', 'lambda', null)
    edge('users', alb)
    edge(queue, worker)
    edge(worker, bucket)
    for (const zone of ['a', 'b']) {
      const az = box(`az-${zone}`, 'availabilityZone', vpc)
      const front = box(`public-${zone}`, 'publicSubnet', az)
      const back = box(`private-${zone}`, 'privateSubnet', az)
      const web = put(`web-${zone}`, 'ec2', front)
      const app = put(`app-${zone}`, 'ec2', back)
      const db = put(`db-${zone}`, 'rds', back)
      const cache = put(`cache-${zone}`, 'elasticache', back)
      edge(alb, web)
      edge(web, app)
      edge(app, db)
      edge(app, cache)
      edge(app, queue)
      edge(app, bucket)
      for (const to of [db, cache, queue, bucket]) if (random() < 0.7) edge(web, to)
      edge(app, worker)
      edge(db, bucket)
      if (random() < 0.5) edge(app, `s3-${Math.floor(random() * (v + 1))}`)
    }
    // Servers of older systems write into the new one's bucket and queue, up to one and a half connectors per node.
    for (let more = 0; edges.length < nodes.length * CONNECTORS_PER_NODE && more < 40; more++) {
      const from = `${random() < 0.5 ? 'web' : 'app'}-${random() < 0.5 ? 'a' : 'b'}-${Math.floor(random() * (v + 1))}`
      edge(from, random() < 0.5 ? bucket : queue)
    }
  }
  return {
    board: { id: BOARD, name: 'Bench', kind: 'current', order: 'a' },
    nodes: nodes.slice(0, size),
    edges,
  }
}

function shape(id: string, parent: string | null, n: number) {
  return {
    id: NodeId.parse(id),
    boardId: BOARD,
    parentId: parent === null ? null : NodeId.parse(parent),
    x: n * 8,
    y: 0,
    w: 112,
    h: 88,
    label: id,
    order: `a${String(n).padStart(8, '0')}`,
    facts: {},
  }
}

export function service(
  id: string,
  serviceId: string,
  parent: string | null,
  n: number,
): BoardNode {
  return { ...shape(id, parent, n), kind: 'service', serviceId }
}

function group(id: string, groupKind: GroupKind, parent: string | null, n: number): BoardNode {
  return { ...shape(id, parent, n), kind: 'group', groupKind }
}

export function connector(id: string, source: NodeId, target: NodeId): BoardEdge {
  return {
    id: EdgeId.parse(id),
    boardId: BOARD,
    source,
    target,
    kind: 'request',
    label: '',
    order: 'a',
    facts: {},
  }
}
