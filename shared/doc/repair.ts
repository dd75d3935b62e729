import type { NodeId } from '../model/ids'
import type { Board, BoardEdge, BoardNode } from '../model/records'
import type { Replacement } from './sorted-list'

/** Records as they stand in the document, by id. */
export interface DrawnRecords {
  boards: ReadonlyMap<string, Board>
  nodes: ReadonlyMap<string, BoardNode>
  edges: ReadonlyMap<string, BoardEdge>
}

type Changes<T> = ReadonlyMap<string, Replacement<T>>

/** What became of the records that were read anew. */
export interface DrawnChanges {
  boards: Changes<Board>
  nodes: Changes<BoardNode>
  edges: Changes<BoardEdge>
}

/**
 * Keeps what can be shown of a document: nodes whose board exists, with parents that exist, are groups of the same
 * board and never loop; and connectors whose both ends are on their own board.
 *
 * Deterministic, so every replica repairs alike: in a loop the node with the smallest id is lifted to the top level.
 * Looks only at what an edit can have made a difference to, unless a board came or went or there is a loop.
 */
export class Repair {
  #nodes = new Map<string, BoardNode>()
  #edges = new Map<string, BoardEdge>()
  #hasLoop = false

  constructor(private readonly records: DrawnRecords) {}

  /** Brings what is shown up to date, and tells what became of it. */
  update({ boards, nodes, edges }: DrawnChanges): Omit<DrawnChanges, 'boards'> {
    const isLocal = nodes.size < MOST_LOCAL && ![...boards.values()].some(cameOrWent)
    if (!isLocal) return { nodes: this.#allNodes(), edges: this.#allEdges() }
    const moved = new Set<string>()
    for (const [id, { was, is }] of nodes)
      if (was?.kind !== is?.kind || was?.boardId !== is?.boardId) moved.add(id)
    const isSimple = !this.#hasLoop || nodes.size === 0
    return {
      nodes: (isSimple && this.#someNodes(nodes.keys(), moved)) || this.#allNodes(),
      edges: this.#someEdges(edges.keys(), moved),
    }
  }

  /**
   * `moved`: nodes that others may not be able to stand in, or end at, as they could before.
   * `null` when there is a loop now.
   */
  #someNodes(read: Iterable<string>, moved: ReadonlySet<string>): Changes<BoardNode> | null {
    const affected = new Set(read)
    if (moved.size > 0)
      for (const { id, parentId } of this.records.nodes.values())
        if (parentId !== null && moved.has(parentId)) affected.add(id)
    const changes = new Map<string, Replacement<BoardNode>>()
    for (const id of affected)
      changes.set(id, { was: this.#nodes.get(id), is: shownNode(id, this.records) })
    for (const [id, { is }] of changes) put(this.#nodes, id, is)
    for (const { was, is } of changes.values())
      if (is && is.parentId !== was?.parentId && this.#isInLoop(is)) {
        for (const [id, change] of changes) put(this.#nodes, id, change.was)
        return null
      }
    return changes
  }

  #allNodes(): Changes<BoardNode> {
    const { nodes, hasLoop } = repairNodes(this.records)
    const changes = difference(this.#nodes, nodes)
    this.#nodes = nodes
    this.#hasLoop = hasLoop
    return changes
  }

  #someEdges(read: Iterable<string>, moved: ReadonlySet<string>): Changes<BoardEdge> {
    const affected = new Set(read)
    if (moved.size > 0)
      for (const { id, source, target } of this.records.edges.values())
        if (moved.has(source) || moved.has(target)) affected.add(id)
    const changes = new Map<string, Replacement<BoardEdge>>()
    for (const id of affected) {
      const is = shownEdge(id, this.records)
      changes.set(id, { was: this.#edges.get(id), is })
      put(this.#edges, id, is)
    }
    return changes
  }

  #allEdges(): Changes<BoardEdge> {
    const edges = new Map<string, BoardEdge>()
    for (const id of this.records.edges.keys()) put(edges, id, shownEdge(id, this.records))
    const changes = difference(this.#edges, edges)
    this.#edges = edges
    return changes
  }

  #isInLoop(node: BoardNode): boolean {
    const seen = new Set<string>()
    for (let up: BoardNode | undefined = node; up && up.parentId !== null;) {
      if (seen.has(up.id)) return true
      seen.add(up.id)
      up = this.#nodes.get(up.parentId)
    }
    return false
  }
}

function cameOrWent({ was, is }: Replacement<Board>): boolean {
  return (was === undefined) !== (is === undefined)
}

/** More nodes than this are repaired together with all the others. */
const MOST_LOCAL = 2000

const lifted = new WeakMap<BoardNode, BoardNode>()

function lift(node: BoardNode): BoardNode {
  const known = lifted.get(node)
  if (known) return known
  const made = { ...node, parentId: null }
  lifted.set(node, made)
  return made
}

/** A node as it can be shown, loops aside. */
function shownNode(id: string, { boards, nodes }: DrawnRecords): BoardNode | undefined {
  const node = nodes.get(id)
  if (!node || !boards.has(node.boardId)) return undefined
  if (node.parentId === null) return node
  const parent = nodes.get(node.parentId)
  return parent?.kind === 'group' && parent.boardId === node.boardId ? node : lift(node)
}

function shownEdge(id: string, { boards, nodes, edges }: DrawnRecords): BoardEdge | undefined {
  const edge = edges.get(id)
  return edge &&
    nodes.get(edge.source)?.boardId === edge.boardId &&
    nodes.get(edge.target)?.boardId === edge.boardId &&
    boards.has(edge.boardId)
    ? edge
    : undefined
}

function repairNodes(records: DrawnRecords): { nodes: Map<string, BoardNode>; hasLoop: boolean } {
  const nodes = new Map<string, BoardNode>()
  for (const id of records.nodes.keys()) put(nodes, id, shownNode(id, records))
  let hasLoop = false
  const settled = new Set<string>()
  for (const start of nodes.values()) {
    if (start.parentId === null || settled.has(start.parentId)) {
      settled.add(start.id)
      continue
    }
    const path: BoardNode[] = []
    const onPath = new Set<string>()
    let at: BoardNode | undefined = start
    while (at && !settled.has(at.id)) {
      if (onPath.has(at.id)) {
        const loop = path.slice(path.findIndex((n) => n.id === at?.id))
        const chosen = loop.reduce((a, b) => (a.id < b.id ? a : b))
        nodes.set(chosen.id, lift(chosen))
        hasLoop = true
        break
      }
      onPath.add(at.id)
      path.push(at)
      const parentId: NodeId | null = at.parentId
      at = parentId === null ? undefined : nodes.get(parentId)
    }
    for (const node of path) settled.add(node.id)
  }
  return { nodes, hasLoop }
}

function difference<T>(before: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>): Changes<T> {
  const changes = new Map<string, Replacement<T>>()
  for (const [id, is] of now) {
    const was = before.get(id)
    if (was !== is) changes.set(id, { was, is })
  }
  for (const [id, was] of before) if (!now.has(id)) changes.set(id, { was, is: undefined })
  return changes
}

function put<T>(map: Map<string, T>, id: string, value: T | undefined): void {
  if (value === undefined) map.delete(id)
  else map.set(id, value)
}
