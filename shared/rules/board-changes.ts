import type { BoardView } from '../model/board-view'
import type { BoardEdge, BoardNode, Facts } from '../model/records'
import type { BoardGraph } from './board-graph'
import type { FacetParts } from './facets'
import { ASPECTS, nameOf } from './reads'
import { DISPOSITION_KEY } from './verdict'

/** What an edit did, as the names under which evaluations note what they read (see `Reads`). */
export interface BoardChanges {
  names: Set<number>
  /** By the name of a thing's facts: which of them changed. */
  factKeys: Map<number, readonly string[]>
  added: (BoardNode | BoardEdge)[]
  /** Slots of what is gone. */
  removed: { nodes: number[]; edges: number[] }
  /** Facets that have to be worked out again. */
  parts: FacetParts
  /** There are other nodes or connectors, or the same in another order. */
  lists: boolean
}

/**
 * Compares two views of one board, and brings the graph from the one to the other.
 *
 * Records that kept their identity cost next to nothing.
 */
export function takeChanges(before: BoardView, after: BoardView, graph: BoardGraph): BoardChanges {
  const changes: BoardChanges = {
    names: new Set(),
    factKeys: new Map(),
    added: [],
    removed: { nodes: [], edges: [] },
    parts: { requests: false, tiers: false, chains: false, networks: false },
    lists: false,
  }
  const { names, parts } = changes
  if (before.board !== after.board) names.add(nameOf(ASPECTS.board, 0))

  const nodes = difference(before.nodes, after.nodes)
  const moves: BoardNode[] = []
  for (const [was, is] of nodes.changed) {
    const slot = graph.slotOf(is)
    if (differsInIdentity(was, is)) names.add(nameOf(ASPECTS.identity, slot))
    const keys = changedFacts(was, is)
    if (keys.length > 0) {
      names.add(nameOf(ASPECTS.facts, slot))
      changes.factKeys.set(nameOf(ASPECTS.facts, slot), keys)
    }
    markParts(was, is, keys, parts)
    if (was.kind !== is.kind || was.parentId !== is.parentId) moves.push(is)
  }
  for (const node of nodes.removed) {
    const slot = graph.slotOf(node)
    names.add(nameOf(ASPECTS.identity, slot)).add(nameOf(ASPECTS.facts, slot))
    markMoved(node, before, graph, names)
    changes.removed.nodes.push(slot)
    graph.removeNode(node.id)
  }
  for (const node of nodes.added) {
    // Something may have waited for a node of this id.
    const slot = graph.slotOf(node)
    names.add(nameOf(ASPECTS.identity, slot)).add(nameOf(ASPECTS.facts, slot))
    moves.push(node)
  }
  if (nodes.added.length + nodes.removed.length > 0) {
    names.add(nameOf(ASPECTS.allNodes, 0))
    parts.requests = parts.tiers = parts.chains = parts.networks = true
  }
  for (const node of nodes.added) graph.putNode(after, node)
  for (const [, is] of nodes.changed) graph.putNode(after, is)
  for (const node of moves) {
    markMoved(node, before, graph, names)
    markMoved(node, after, graph, names)
  }
  for (const node of [...moves, ...nodes.removed])
    for (const view of [before, after])
      for (const child of view.children(node.id)) {
        const now = after.node(child.id)
        if (now) graph.putNode(after, now)
      }

  const edges = difference(before.edges, after.edges)
  for (const [was, is] of edges.changed) {
    const slot = graph.edgeSlotOf(is)
    const ends = was.source !== is.source || was.target !== is.target
    if (ends || was.kind !== is.kind || was.label !== is.label)
      names.add(nameOf(ASPECTS.edgeIdentity, slot))
    const keys = changedKeys(was.facts, is.facts)
    if (keys.length > 0) {
      names.add(nameOf(ASPECTS.edgeFacts, slot))
      changes.factKeys.set(nameOf(ASPECTS.edgeFacts, slot), keys)
    }
    if (ends || was.kind !== is.kind) {
      parts.requests = parts.tiers = parts.chains = parts.networks = true
      graph.putEdge(is)
    }
    if (ends) {
      markLinked(was, graph, names)
      markLinked(is, graph, names)
    }
  }
  for (const edge of [...edges.added, ...edges.removed]) {
    names.add(nameOf(ASPECTS.edgeIdentity, graph.edgeSlotOf(edge)))
    names.add(nameOf(ASPECTS.edgeFacts, graph.edgeSlotOf(edge)))
    names.add(nameOf(ASPECTS.allEdges, 0))
    parts.requests = parts.tiers = parts.chains = parts.networks = true
    markLinked(edge, graph, names)
  }
  for (const edge of edges.removed) {
    changes.removed.edges.push(graph.edgeSlotOf(edge))
    graph.removeEdge(edge.id)
  }
  for (const edge of edges.added) graph.putEdge(edge)
  if (nodes.added.length + nodes.removed.length > 0) graph.mend(after)
  changes.added = [...nodes.added, ...edges.added]
  changes.lists = nodes.reordered || edges.reordered
  return changes
}

/** Place and size on the board are not read by any rule. */
function differsInIdentity(a: BoardNode, b: BoardNode): boolean {
  if (a.label !== b.label || a.parentId !== b.parentId) return true
  if (a.kind === 'service') return b.kind !== 'service' || a.serviceId !== b.serviceId
  return b.kind !== 'group' || a.groupKind !== b.groupKind || a.detail !== b.detail
}

function changedFacts(a: BoardNode, b: BoardNode): readonly string[] {
  const keys = changedKeys(a.facts, b.facts)
  const [was, is] = [a, b].map((node) => (node.kind === 'service' ? node.disposition : undefined))
  return was === is ? keys : [...keys, DISPOSITION_KEY]
}

function changedKeys(a: Facts, b: Facts): readonly string[] {
  if (a === b) return NO_KEYS
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].filter((key) => a[key] !== b[key])
}

const NO_KEYS: readonly string[] = []

function markParts(a: BoardNode, b: BoardNode, facts: readonly string[], parts: FacetParts): void {
  const kept =
    a.kind === 'service'
      ? b.kind === 'service' && a.serviceId === b.serviceId
      : b.kind === 'group' && a.groupKind === b.groupKind
  if (!kept) parts.requests = parts.tiers = parts.chains = parts.networks = true
  if (a.parentId !== b.parentId) parts.requests = parts.tiers = parts.networks = true
  if (a.label !== b.label) parts.tiers = true
  if (facts.includes('role')) parts.requests = true
}

/** All that reads where a node is, or what is inside the groups around it. */
function markMoved(node: BoardNode, view: BoardView, graph: BoardGraph, names: Set<number>): void {
  const slot = graph.slotOf(node)
  names.add(nameOf(ASPECTS.place, slot))
  for (const inner of view.descendants(node.id))
    names.add(nameOf(ASPECTS.place, graph.slotOf(inner)))
  names.add(nameOf(ASPECTS.children, slot)).add(nameOf(ASPECTS.inside, slot))
  for (const up of view.ancestors(node.id)) {
    const around = graph.slotOf(up)
    names.add(nameOf(ASPECTS.children, around)).add(nameOf(ASPECTS.inside, around))
  }
}

function markLinked(edge: BoardEdge, graph: BoardGraph, names: Set<number>): void {
  names
    .add(nameOf(ASPECTS.links, graph.slotOf({ id: edge.source })))
    .add(nameOf(ASPECTS.links, graph.slotOf({ id: edge.target })))
}

interface Difference<T> {
  added: T[]
  removed: T[]
  changed: [was: T, is: T][]
  reordered: boolean
}

function difference<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
): Difference<T> {
  const found: Difference<T> = { added: [], removed: [], changed: [], reordered: false }
  if (before === after) return found
  let from = 0
  let toBefore = before.length
  let toAfter = after.length
  while (from < toBefore && from < toAfter && before[from] === after[from]) from++
  while (toBefore > from && toAfter > from && before[toBefore - 1] === after[toAfter - 1]) {
    toBefore--
    toAfter--
  }
  const old = new Map<string, T>()
  for (let i = from; i < toBefore; i++) {
    const record = before[i]
    if (record) old.set(record.id, record)
  }
  found.reordered = toBefore !== toAfter
  for (let i = from; i < toAfter; i++) {
    const is = after[i]
    if (!is) continue
    if (before[i]?.id !== is.id) found.reordered = true
    const was = old.get(is.id)
    old.delete(is.id)
    if (!was) found.added.push(is)
    else if (was !== is) found.changed.push([was, is])
  }
  found.removed.push(...old.values())
  return found
}
