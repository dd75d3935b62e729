import { allAtOnce } from '#shared/lib/pieces'
import { seededRandom } from '#shared/lib/random'
import { createBoardView } from '#shared/model/board-view'
import { NodeId } from '#shared/model/ids'
import type { BoardNode } from '#shared/model/records'
import type { BoardContent } from '#shared/model/session'
import { checkInParts, createRulesEngine, evaluateBoard } from '#shared/rules/engine'
import { questionsFrom } from '#shared/rules/questions'
import { rules } from '#shared/rules/registry'
import { BIG_MEMBER, BIG_VPC, connector, largeBoard, service } from './large-board'

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
  const adoption = allAtOnce(createRulesEngine(rules).adopt(view))
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
