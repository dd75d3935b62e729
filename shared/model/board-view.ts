import type { EdgeId, NodeId } from './ids'
import type { Board, BoardEdge, BoardNode, GroupNode } from './records'
import type { BoardContent } from './session'

/**
 * Questions one may ask of a board, each answered from an index.
 *
 * Built once per snapshot; reads nothing but records. Missing ids give empty answers, never errors.
 */
export interface BoardView {
  readonly board: Board
  /** In drawing order. */
  readonly nodes: readonly BoardNode[]
  readonly edges: readonly BoardEdge[]
  node(id: NodeId): BoardNode | undefined
  edge(id: EdgeId): BoardEdge | undefined
  /** Direct children in drawing order; `null` asks for the top level. */
  children(parentId: NodeId | null): readonly BoardNode[]
  parent(id: NodeId): GroupNode | undefined
  /** Nearest first. */
  ancestors(id: NodeId): readonly GroupNode[]
  /** Everything inside, parents before their children. */
  descendants(id: NodeId): readonly BoardNode[]
  edgesIn(id: NodeId): readonly BoardEdge[]
  edgesOut(id: NodeId): readonly BoardEdge[]
}

const NO_NODES: readonly BoardNode[] = []
const NO_EDGES: readonly BoardEdge[] = []

/** Indexes a board's records. Costs one pass over nodes and edges. */
export function createBoardView(content: BoardContent): BoardView {
  const byId = new Map<NodeId, BoardNode>()
  for (const node of content.nodes) byId.set(node.id, node)

  const childrenOf = new Map<NodeId | null, BoardNode[]>()
  for (const node of content.nodes) {
    const parentId =
      node.parentId !== null && byId.get(node.parentId)?.kind === 'group' ? node.parentId : null
    push(childrenOf, parentId, node)
  }

  const edgeById = new Map<EdgeId, BoardEdge>()
  const incoming = new Map<NodeId, BoardEdge[]>()
  const outgoing = new Map<NodeId, BoardEdge[]>()
  for (const edge of content.edges) {
    edgeById.set(edge.id, edge)
    push(outgoing, edge.source, edge)
    push(incoming, edge.target, edge)
  }

  function parent(id: NodeId): GroupNode | undefined {
    const parentId = byId.get(id)?.parentId
    const found = parentId == null ? undefined : byId.get(parentId)
    return found?.kind === 'group' ? found : undefined
  }

  function ancestors(id: NodeId): GroupNode[] {
    const found: GroupNode[] = []
    const seen = new Set<NodeId>([id])
    for (let up = parent(id); up && !seen.has(up.id); up = parent(up.id)) {
      seen.add(up.id)
      found.push(up)
    }
    return found
  }

  function descendants(id: NodeId): BoardNode[] {
    const found: BoardNode[] = []
    const seen = new Set<NodeId>([id])
    const walk = (from: NodeId): void => {
      for (const child of childrenOf.get(from) ?? NO_NODES) {
        if (seen.has(child.id)) continue
        seen.add(child.id)
        found.push(child)
        walk(child.id)
      }
    }
    walk(id)
    return found
  }

  return {
    board: content.board,
    nodes: content.nodes,
    edges: content.edges,
    node: (id) => byId.get(id),
    edge: (id) => edgeById.get(id),
    children: (parentId) => childrenOf.get(parentId) ?? NO_NODES,
    parent,
    ancestors,
    descendants,
    edgesIn: (id) => incoming.get(id) ?? NO_EDGES,
    edgesOut: (id) => outgoing.get(id) ?? NO_EDGES,
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
