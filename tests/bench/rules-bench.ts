import { seededRandom } from '#shared/lib/random'
import { createBoardView } from '#shared/model/board-view'
import { BoardId, EdgeId, NodeId } from '#shared/model/ids'
import type { BoardEdge, BoardNode, GroupKind } from '#shared/model/records'
import type { BoardContent } from '#shared/model/session'
import { checkInParts, createRulesEngine, evaluateBoard } from '#shared/rules/engine'
import { questionsFrom } from '#shared/rules/questions'
import { rules } from '#shared/rules/registry'

const BOARD = BoardId.parse('bench')
const EDITS = 120
const WARM_UP = 20

type Edit = (content: BoardContent, random: () => number, turn: number) => BoardContent

/** Lines of a table: milliseconds at p50, p95 and p99, by board size and kind of edit. */
export function* runBench(sizes: readonly number[]): Generator<string> {
  yield `${rules.length} rules, ${EDITS} edits of each kind; "view" is the indexing of the records before the checks`
  yield ['nodes', 'edges', 'edit', 'p50', 'p95', 'p99', 'view p50']
    .map((cell) => cell.padStart(12))
    .join('')
  for (const size of sizes) {
    const content = largeBoard(size)
    const cold = createBoardView(content)
    const start = performance.now()
    const all = evaluateBoard(cold, rules)
    const fullMs = performance.now() - start
    yield row(size, content, 'full pass', [fullMs], [0])
    yield row(size, content, 'cold part', coldParts(content), [0])
    const questionStart = performance.now()
    questionsFrom(cold, all.all)
    yield row(size, content, 'questions', [performance.now() - questionStart], [0])
    for (const [name, edit] of Object.entries(EDITS_BY_NAME)) {
      const { checks, views } = measure(content, edit)
      yield row(size, content, name, checks, views)
    }
  }
}

/** What one part of a first check costs the window that takes it in; the check itself runs in a worker. */
function coldParts(content: BoardContent): number[] {
  const view = createBoardView(content)
  const start = performance.now()
  const adoption = createRulesEngine(rules).adopt(view)
  const took = [performance.now() - start]
  for (const part of checkInParts(view, rules, 500)) {
    const copy = structuredClone(part)
    const before = performance.now()
    adoption.take(copy)
    took.push(performance.now() - before)
  }
  return took
}

function measure(start: BoardContent, edit: Edit): { checks: number[]; views: number[] } {
  const random = seededRandom(7)
  const engine = createRulesEngine(rules)
  let content = start
  let view = createBoardView(content)
  engine.update(view)
  const checks: number[] = []
  const views: number[] = []
  for (let turn = 0; turn < EDITS + WARM_UP; turn++) {
    content = edit(content, random, turn)
    const before = performance.now()
    view = createBoardView(content, view)
    const between = performance.now()
    engine.update(view)
    const after = performance.now()
    if (turn < WARM_UP) continue
    views.push(between - before)
    checks.push(after - between)
  }
  return { checks, views }
}

function changeNode(
  content: BoardContent,
  random: () => number,
  wanted: (node: BoardNode) => boolean,
  change: (node: BoardNode) => BoardNode,
): BoardContent {
  let at = Math.floor(random() * content.nodes.length)
  while (!wanted(content.nodes[at]!)) at = (at + 1) % content.nodes.length
  return { ...content, nodes: content.nodes.with(at, change(content.nodes[at]!)) }
}

const isService = (node: BoardNode): boolean => node.kind === 'service'

const EDITS_BY_NAME: Record<string, Edit> = {
  fact: (content, random) =>
    changeNode(content, random, isService, (node) => ({
      ...node,
      facts: { ...node.facts, instances: { value: 1 + Math.floor(random() * 3), source: 'user' } },
    })),
  move: (content, random) =>
    changeNode(content, random, isService, (node) => ({ ...node, x: node.x + 8 })),
  label: (content, random, turn) =>
    changeNode(content, random, isService, (node) => ({ ...node, label: `renamed ${turn}` })),
  reparent: (content, random) => {
    const groups = content.nodes.filter((node) => node.kind === 'group')
    const group = groups[Math.floor(random() * groups.length)]!
    return changeNode(content, random, isService, (node) => ({ ...node, parentId: group.id }))
  },
  'add node': (content, _, turn) => ({
    ...content,
    nodes: [
      ...content.nodes,
      { ...service(`new${turn}`, 'ec2', null, content.nodes.length), label: 'EC2' },
    ],
  }),
  'add edge': (content, random, turn) => {
    const end = (): NodeId => content.nodes[Math.floor(random() * content.nodes.length)]!.id
    return { ...content, edges: [...content.edges, connector(`new${turn}`, end(), end())] }
  },
  'remove edge': (content, random) => ({
    ...content,
    edges: content.edges.toSpliced(Math.floor(random() * content.edges.length), 1),
  }),
  /** A whole VPC with all that is in it, to another place: what a drag leaves behind. */
  'move VPC': (content) => ({
    ...content,
    nodes: content.nodes.map((node) =>
      node.id === BIG_VPC || BIG_MEMBER.test(node.id) ? { ...node, x: node.x + 8 } : node,
    ),
  }),
  /** The same VPC into another Region and back, so that all in it lies somewhere else. */
  'VPC to Region': (content, _, turn) => ({
    ...content,
    nodes: content.nodes.map((node) =>
      node.id === BIG_VPC ? { ...node, parentId: NodeId.parse(`region-${turn % 2}`) } : node,
    ),
  }),
  complete: (content, random) =>
    changeNode(
      content,
      random,
      (node) => node.kind === 'group' && node.groupKind === 'vpc',
      (node) => ({ ...node, detail: random() < 0.5 ? 'sketch' : 'complete' }) as BoardNode,
    ),
}

/** A name for tiers of four: copies of one thing carry the same word. */
const wordOf = (n: number): string =>
  String.fromCharCode(97 + (n % 26), 97 + ((n / 26) % 26), 97 + ((n / 676) % 26))

const CONNECTORS_PER_NODE = 1.5

const BIG_VPC = 'big-vpc'
const BIG_MEMBER = /^big-\d/
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
function largeBoard(size: number): BoardContent {
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

function service(id: string, serviceId: string, parent: string | null, n: number): BoardNode {
  return { ...shape(id, parent, n), kind: 'service', serviceId }
}

function group(id: string, groupKind: GroupKind, parent: string | null, n: number): BoardNode {
  return { ...shape(id, parent, n), kind: 'group', groupKind }
}

function connector(id: string, source: NodeId, target: NodeId): BoardEdge {
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

function row(
  size: number,
  content: BoardContent,
  name: string,
  checks: number[],
  views: number[],
): string {
  const at = (list: number[], share: number): string => {
    const sorted = list.toSorted((a, b) => a - b)
    return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2)
  }
  return [
    size,
    content.edges.length,
    name,
    at(checks, 0.5),
    at(checks, 0.95),
    at(checks, 0.99),
    at(views, 0.5),
  ]
    .map((cell) => String(cell).padStart(12))
    .join('')
}
