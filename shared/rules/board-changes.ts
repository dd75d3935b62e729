import type { BoardView } from '../model/board-view'
import type { BoardEdge, BoardNode } from '../model/records'
import { facetFact } from './facets'

/** What an edit did, as the names under which evaluations note what they read (see `Reads`). */
export interface BoardChanges {
  names: Set<string>
  added: (BoardNode | BoardEdge)[]
  removed: (BoardNode | BoardEdge)[]
  /** Facets have to be worked out again. */
  graph: boolean
  /** There are other nodes or connectors, or the same in another order. */
  lists: boolean
}

/** Compares two views of one board. Records that kept their identity cost next to nothing. */
export function boardChanges(before: BoardView, after: BoardView): BoardChanges {
  const changes: BoardChanges = {
    names: new Set(),
    added: [],
    removed: [],
    graph: false,
    lists: false,
  }
  const { names } = changes
  if (before.board !== after.board) names.add('B')

  const nodes = difference(before.nodes, after.nodes)
  for (const [was, is] of nodes.changed) {
    if (nodeReads(was, is)) names.add(`n${is.id}`)
    if (graphReads(was, is)) changes.graph = true
    if (was.kind !== is.kind || was.parentId !== is.parentId) moved(is, before, after, names)
  }
  for (const node of [...nodes.added, ...nodes.removed]) {
    names.add(`n${node.id}`).add('N')
    changes.graph = true
    moved(node, before, after, names)
  }

  const edges = difference(before.edges, after.edges)
  for (const [was, is] of edges.changed) {
    names.add(`e${is.id}`)
    if (was.kind !== is.kind) changes.graph = true
    if (was.source !== is.source || was.target !== is.target) {
      changes.graph = true
      linked(was, names)
      linked(is, names)
    }
  }
  for (const edge of [...edges.added, ...edges.removed]) {
    names.add(`e${edge.id}`).add('E')
    changes.graph = true
    linked(edge, names)
  }
  changes.added = [...nodes.added, ...edges.added]
  changes.removed = [...nodes.removed, ...edges.removed]
  changes.lists = nodes.reordered || edges.reordered
  return changes
}

/** Whether a rule could tell two states of a node apart. Place and size on the board are not read by any. */
function nodeReads(a: BoardNode, b: BoardNode): boolean {
  if (a.facts !== b.facts || a.label !== b.label || a.parentId !== b.parentId) return true
  if (a.kind === 'service')
    return b.kind !== 'service' || a.serviceId !== b.serviceId || a.disposition !== b.disposition
  return b.kind !== 'group' || a.groupKind !== b.groupKind || a.detail !== b.detail
}

function graphReads(a: BoardNode, b: BoardNode): boolean {
  if (a.parentId !== b.parentId || a.label !== b.label || facetFact(a) !== facetFact(b)) return true
  if (a.kind === 'service') return b.kind !== 'service' || a.serviceId !== b.serviceId
  return b.kind !== 'group' || a.groupKind !== b.groupKind
}

function moved(node: BoardNode, before: BoardView, after: BoardView, names: Set<string>): void {
  for (const view of [before, after]) {
    names.add(`p${node.id}`)
    for (const inner of view.descendants(node.id)) names.add(`p${inner.id}`)
    names.add(`c${node.id}`).add(`d${node.id}`)
    for (const up of view.ancestors(node.id)) names.add(`c${up.id}`).add(`d${up.id}`)
  }
}

function linked(edge: BoardEdge, names: Set<string>): void {
  names.add(`l${edge.source}`).add(`l${edge.target}`)
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
