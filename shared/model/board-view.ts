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

/** A map that shares all but a few entries with the one it came from. */
class Layered<K, V> {
  private constructor(
    private readonly base: ReadonlyMap<K, V>,
    private readonly over: ReadonlyMap<K, V | undefined>,
  ) {}

  static of<K, V>(base: ReadonlyMap<K, V>): Layered<K, V> {
    return new Layered(base, new Map())
  }

  get(key: K): V | undefined {
    return this.over.has(key) ? this.over.get(key) : this.base.get(key)
  }

  /** `undefined` takes an entry out. */
  with(entries: Iterable<readonly [K, V | undefined]>): Layered<K, V> {
    const over = new Map(this.over)
    for (const [key, value] of entries) over.set(key, value)
    if (over.size <= MOST_LAYERED) return new Layered(this.base, over)
    const base = new Map(this.base)
    for (const [key, value] of over)
      if (value === undefined) base.delete(key)
      else base.set(key, value)
    return Layered.of(base)
  }
}

const MOST_LAYERED = 256

interface Index {
  content: BoardContent
  nodes: Layered<NodeId, BoardNode>
  children: Layered<NodeId | null, readonly BoardNode[]>
  edges: Layered<EdgeId, BoardEdge>
  incoming: Layered<NodeId, readonly BoardEdge[]>
  outgoing: Layered<NodeId, readonly BoardEdge[]>
}

const indexes = new WeakMap<BoardView, Index>()

/**
 * Indexes a board's records: one pass over nodes and connectors, or less where `before` is a view of the same board
 * that differs in few records, which must have kept their identity otherwise.
 */
export function createBoardView(content: BoardContent, before?: BoardView): BoardView {
  const old = before && indexes.get(before)
  const index: Index = { content, ...nodeIndex(content, old), ...edgeIndex(content, old) }
  const view = viewOf(index)
  indexes.set(view, index)
  return view
}

function nodeIndex(
  content: BoardContent,
  old: Index | undefined,
): Pick<Index, 'nodes' | 'children'> {
  const changed = old && difference(old.content.nodes, content.nodes)
  if (!old || !changed) {
    const nodes = Layered.of(new Map(content.nodes.map((node) => [node.id, node])))
    return { nodes, children: childrenOf(content.nodes, nodes) }
  }
  const nodes = old.nodes.with([
    ...changed.removed.map(({ id }) => [id, undefined] as const),
    ...changed.added.map((node) => [node.id, node] as const),
    ...changed.replaced.map(([, is]) => [is.id, is] as const),
  ])
  const isSimple =
    changed.added.every(({ kind }) => kind === 'service') &&
    changed.removed.every(({ kind }) => kind === 'service') &&
    changed.replaced.every(([was, is]) => was.parentId === is.parentId && was.kind === is.kind)
  if (!isSimple) return { nodes, children: childrenOf(content.nodes, nodes) }
  const lists = new Map<NodeId | null, BoardNode[]>()
  const listAt = (node: BoardNode): BoardNode[] => {
    const parent = holder(node, nodes)
    const known = lists.get(parent) ?? [...(old.children.get(parent) ?? NO_NODES)]
    lists.set(parent, known)
    return known
  }
  for (const node of changed.removed) {
    const list = listAt(node)
    list.splice(list.indexOf(node), 1)
  }
  for (const [was, is] of changed.replaced) {
    const list = listAt(is)
    list[list.indexOf(was)] = is
  }
  for (const node of changed.added) listAt(node).push(node)
  return { nodes, children: old.children.with(lists) }
}

function holder(node: BoardNode, nodes: Layered<NodeId, BoardNode>): NodeId | null {
  return node.parentId !== null && nodes.get(node.parentId)?.kind === 'group' ? node.parentId : null
}

function childrenOf(
  all: readonly BoardNode[],
  nodes: Layered<NodeId, BoardNode>,
): Index['children'] {
  const lists = new Map<NodeId | null, BoardNode[]>()
  for (const node of all) push(lists, holder(node, nodes), node)
  return Layered.of<NodeId | null, readonly BoardNode[]>(lists)
}

function edgeIndex(
  content: BoardContent,
  old: Index | undefined,
): Pick<Index, 'edges' | 'incoming' | 'outgoing'> {
  const changed = old && difference(old.content.edges, content.edges)
  if (!old || !changed) {
    const incoming = new Map<NodeId, BoardEdge[]>()
    const outgoing = new Map<NodeId, BoardEdge[]>()
    for (const edge of content.edges) {
      push(outgoing, edge.source, edge)
      push(incoming, edge.target, edge)
    }
    return {
      edges: Layered.of(new Map(content.edges.map((edge) => [edge.id, edge]))),
      incoming: Layered.of<NodeId, readonly BoardEdge[]>(incoming),
      outgoing: Layered.of<NodeId, readonly BoardEdge[]>(outgoing),
    }
  }
  const { added, removed, replaced } = changed
  if (added.length + removed.length + replaced.length === 0)
    return { edges: old.edges, incoming: old.incoming, outgoing: old.outgoing }
  const edges = old.edges.with([
    ...removed.map(({ id }) => [id, undefined] as const),
    ...added.map((edge) => [edge.id, edge] as const),
    ...replaced.map(([, is]) => [is.id, is] as const),
  ])
  const at = (
    lists: Layered<NodeId, readonly BoardEdge[]>,
    end: 'source' | 'target',
  ): Layered<NodeId, readonly BoardEdge[]> => {
    const made = new Map<NodeId, BoardEdge[]>()
    const listAt = (id: NodeId): BoardEdge[] => {
      const known = made.get(id) ?? [...(lists.get(id) ?? NO_EDGES)]
      made.set(id, known)
      return known
    }
    for (const edge of removed) {
      const list = listAt(edge[end])
      list.splice(list.indexOf(edge), 1)
    }
    for (const [was, is] of replaced) {
      const list = listAt(is[end])
      list[list.indexOf(was)] = is
    }
    for (const edge of added) listAt(edge[end]).push(edge)
    return lists.with(made)
  }
  return { edges, incoming: at(old.incoming, 'target'), outgoing: at(old.outgoing, 'source') }
}

interface Few<T> {
  added: T[]
  removed: T[]
  replaced: [was: T, is: T][]
}

/** More changes than this are indexed anew. */
const FEW = 64

/**
 * What is different between two lists, when that is little: records replaced in place, gone, or added at the end.
 * `null` for anything else.
 */
function difference<T extends BoardNode | BoardEdge>(
  before: readonly T[],
  after: readonly T[],
): Few<T> | null {
  const found: Few<T> = { added: [], removed: [], replaced: [] }
  if (before === after) return found
  let to = 0
  for (const was of before) {
    const is = after[to]
    if (is === was) to++
    else if (is !== undefined && is.id === was.id) {
      if (
        'source' in is &&
        'source' in was &&
        (is.source !== was.source || is.target !== was.target)
      )
        return null
      found.replaced.push([was, is])
      to++
    } else found.removed.push(was)
    if (found.replaced.length + found.removed.length > FEW) return null
  }
  if (after.length - to > FEW) return null
  const gone = new Set<string>(found.removed.map(({ id }) => id))
  for (; to < after.length; to++) {
    const is = after[to]
    if (!is) continue
    // It only went to another place in the list.
    if (gone.has(is.id)) return null
    found.added.push(is)
  }
  return found
}

function viewOf({ content, nodes, children, edges, incoming, outgoing }: Index): BoardView {
  function parent(id: NodeId): GroupNode | undefined {
    const parentId = nodes.get(id)?.parentId
    const found = parentId == null ? undefined : nodes.get(parentId)
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
      for (const child of children.get(from) ?? NO_NODES) {
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
    node: (id) => nodes.get(id),
    edge: (id) => edges.get(id),
    children: (parentId) => children.get(parentId) ?? NO_NODES,
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
