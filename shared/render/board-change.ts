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

const NO_FACTS = {}

function slimNode(node: BoardNode): BoardNode {
  return { ...node, facts: NO_FACTS }
}

function slimEdge(edge: BoardEdge): BoardEdge {
  const { protocol, encrypted } = edge.facts
  if (!protocol && !encrypted) return { ...edge, facts: NO_FACTS }
  return { ...edge, facts: { ...(protocol && { protocol }), ...(encrypted && { encrypted }) } }
}
