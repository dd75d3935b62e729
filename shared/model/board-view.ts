import type { EdgeId, NodeId } from './ids'
import type { Board, BoardEdge, BoardNode, GroupNode, Mark } from './records'
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
  /** In drawing order. */
  readonly marks: readonly Mark[]
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
const NO_MARKS: readonly Mark[] = []

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
  const changed =
    old && difference(old.content.nodes, content.nodes, ({ id }) => old.nodes.get(id) !== undefined)
  if (!old || !changed) {
    const nodes = Layered.of(new Map(content.nodes.map((node) => [node.id, node])))
    return { nodes, children: childrenOf(content.nodes, nodes) }
  }
  const nodes = old.nodes.with([
    ...changed.removed.map(({ id }) => [id, undefined] as const),
    ...[...changed.added, ...changed.replaced].map(([, is]) => [is.id, is] as const),
  ])
  if (!keepsGroups(changed)) return { nodes, children: childrenOf(content.nodes, nodes) }
  const children = listsAfter(old.children, changed, content.nodes, {
    before: (node) => holder(node, old.nodes),
    now: (node) => holder(node, nodes),
  })
  return { nodes, children }
}

/** Whether the same nodes are groups as before, so that all others are still in what they were in. */
function keepsGroups({ added, removed, replaced }: Few<BoardNode>): boolean {
  const gone = new Set(removed.filter(({ kind }) => kind === 'group').map(({ id }) => id))
  const come = added.filter(([, { kind }]) => kind === 'group')
  return (
    come.length === gone.size &&
    come.every(([, { id }]) => gone.has(id)) &&
    replaced.every(([, is, was]) => was.kind === is.kind)
  )
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
  const changed =
    old && difference(old.content.edges, content.edges, ({ id }) => old.edges.get(id) !== undefined)
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
    ...[...added, ...replaced].map(([, is]) => [is.id, is] as const),
  ])
  const at = (end: 'source' | 'target'): KeyOf<NodeId, BoardEdge> => ({
    before: (edge) => edge[end],
    now: (edge) => edge[end],
  })
  return {
    edges,
    incoming: listsAfter(old.incoming, changed, content.edges, at('target')),
    outgoing: listsAfter(old.outgoing, changed, content.edges, at('source')),
  }
}

/** Records that are new at their place in the list, gone from theirs, or another at the same place. */
interface Few<T> {
  added: [place: number, is: T][]
  removed: T[]
  replaced: [place: number, is: T, was: T][]
}

/** More changes than this are indexed anew. */
const FEW = 64

/**
 * What is different between two lists, when that is little; else `null`. What moved within the list is both removed and
 * added.
 */
function difference<T extends BoardNode | BoardEdge>(
  before: readonly T[],
  after: readonly T[],
  isKnown: (record: T) => boolean,
): Few<T> | null {
  const found: Few<T> = { added: [], removed: [], replaced: [] }
  if (before === after) return found
  const gone = new Set<string>()
  let to = 0
  for (const was of before) {
    let is = after[to]
    while (
      is &&
      is.id !== was.id &&
      (after[to + 1]?.id === was.id || !isKnown(is) || gone.has(is.id))
    ) {
      found.added.push([to, is])
      is = after[++to]
      if (found.added.length > FEW) return null
    }
    if (is === was) to++
    else if (is?.id === was.id) found.replaced.push([to++, is, was])
    else {
      found.removed.push(was)
      gone.add(was.id)
    }
    if (found.replaced.length + found.removed.length > FEW) return null
  }
  if (after.length - to > FEW) return null
  for (const [i, is] of after.slice(to).entries()) found.added.push([to + i, is])
  return found
}

/** What a record is listed under, before and now. */
interface KeyOf<K, T> {
  before: (record: T) => K
  now: (record: T) => K
}

/** Lists of records by key, in the order of `after`, when few records have changed. */
function listsAfter<K, T>(
  lists: Layered<K, readonly T[]>,
  { added, removed, replaced }: Few<T>,
  after: readonly T[],
  keyOf: KeyOf<K, T>,
): Layered<K, readonly T[]> {
  const made = new Map<K, T[]>()
  const listAt = (key: K): T[] => {
    const known = made.get(key) ?? [...(lists.get(key) ?? [])]
    made.set(key, known)
    return known
  }
  const takeOut = (was: T): void => {
    const list = listAt(keyOf.before(was))
    list.splice(list.indexOf(was), 1)
  }
  for (const was of removed) takeOut(was)
  const arriving = new Map(added)
  for (const [place, is, was] of replaced) {
    const key = keyOf.now(is)
    if (key !== keyOf.before(was)) {
      takeOut(was)
      arriving.set(place, is)
    } else {
      const list = listAt(key)
      list[list.indexOf(was)] = is
    }
  }
  // From the end to the first that arrives: each goes before the next one that is listed under the same key.
  const keys = new Set([...arriving.values()].map(keyOf.now))
  const next = new Map<K, T>()
  const first = Math.min(after.length, ...arriving.keys())
  for (const [i, record] of after.slice(first).reverse().entries()) {
    const key = keyOf.now(record)
    if (!keys.has(key)) continue
    const following = next.get(key)
    const list = listAt(key)
    if (arriving.has(after.length - 1 - i))
      list.splice(following === undefined ? list.length : list.indexOf(following), 0, record)
    next.set(key, record)
  }
  return lists.with(made)
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
    marks: content.marks ?? NO_MARKS,
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
