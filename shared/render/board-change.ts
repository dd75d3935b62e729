import type { BoardView } from '../model/board-view'
import type { EdgeId, NodeId } from '../model/ids'
import type { BoardEdge, BoardNode } from '../model/records'

/** What is different between two states of a board: records that are new or changed, and ids of what is gone. */
export interface BoardChange {
  nodes: readonly BoardNode[]
  goneNodes: readonly NodeId[]
  edges: readonly BoardEdge[]
  goneEdges: readonly EdgeId[]
}

/** Compares records by identity; everything is new where there was no board before. */
export function changeBetween(before: BoardView | null, after: BoardView): BoardChange {
  if (!before) return { nodes: after.nodes, goneNodes: [], edges: after.edges, goneEdges: [] }
  const nodes = difference(
    before.nodes,
    after.nodes,
    (id) => before.node(id),
    (id) => after.node(id),
  )
  const edges = difference(
    before.edges,
    after.edges,
    (id) => before.edge(id),
    (id) => after.edge(id),
  )
  return {
    nodes: nodes.changed,
    goneNodes: nodes.gone.map(({ id }) => id),
    edges: edges.changed,
    goneEdges: edges.gone.map(({ id }) => id),
  }
}

export function isEmptyChange({ nodes, goneNodes, edges, goneEdges }: BoardChange): boolean {
  return nodes.length + goneNodes.length + edges.length + goneEdges.length === 0
}

function difference<T extends { id: unknown }>(
  before: readonly T[],
  after: readonly T[],
  was: (id: T['id']) => T | undefined,
  is: (id: T['id']) => T | undefined,
): { changed: T[]; gone: T[] } {
  if (before === after) return { changed: [], gone: [] }
  const differs = (one: T, at: number, others: readonly T[]): boolean => others[at] !== one
  return {
    changed: after.filter((one, at) => differs(one, at, before) && was(one.id) !== one),
    gone: before.filter((one, at) => differs(one, at, after) && is(one.id) === undefined),
  }
}

/** A change without what routing does not look at: it is sent to a worker. */
export function slimChange(change: BoardChange): BoardChange {
  return { ...change, nodes: change.nodes.map(slimNode), edges: change.edges.map(slimEdge) }
}

/** A change as several that make it up, in this order; each of at most `most` records, but that ids of what is gone all go with the last. */
export function changeInParts(change: BoardChange, most: number): BoardChange[] {
  const { nodes, edges } = change
  const parts: BoardChange[] = []
  const part = (some: Partial<BoardChange>): BoardChange => ({
    nodes: [],
    goneNodes: [],
    edges: [],
    goneEdges: [],
    ...some,
  })
  let [node, edge] = [0, 0]
  for (; nodes.length - node + edges.length > most && node < nodes.length; node += most)
    parts.push(part({ nodes: nodes.slice(node, node + most) }))
  for (; edges.length - edge > most; edge += most)
    parts.push(part({ edges: edges.slice(edge, edge + most) }))
  parts.push({ ...change, nodes: nodes.slice(node), edges: edges.slice(edge) })
  return parts
}

/** The change that several make up. */
export function joinChanges(parts: readonly BoardChange[]): BoardChange {
  const [only] = parts
  if (only && parts.length === 1) return only
  return {
    nodes: parts.flatMap(({ nodes }) => nodes),
    goneNodes: parts.flatMap(({ goneNodes }) => goneNodes),
    edges: parts.flatMap(({ edges }) => edges),
    goneEdges: parts.flatMap(({ goneEdges }) => goneEdges),
  }
}

const NO_FACTS = {}

function slimNode(node: BoardNode): BoardNode {
  return { ...node, facts: NO_FACTS }
}

function slimEdge(edge: BoardEdge): BoardEdge {
  const { protocol, encrypted } = edge.facts
  if (!protocol && !encrypted) return { ...edge, facts: NO_FACTS }
  return { ...edge, facts: { ...(protocol && { protocol }), ...(encrypted && { encrypted }) } }
}
