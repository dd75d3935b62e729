import * as Y from 'yjs'
import { createBoardView, type BoardView } from '../model/board-view'
import type { BoardId, NodeId } from '../model/ids'
import type {
  Board,
  BoardEdge,
  BoardNode,
  DiscoveryItem,
  Frame,
  SessionMeta,
} from '../model/records'
import { SessionMeta as SessionMetaSchema } from '../model/records'
import { byOrder, SESSION_LISTS, type SessionContent } from '../model/session'
import { decodeFields, ensureRoots, SCHEMAS, type RecordOf, type RecordRoot } from './codec'

/** A record that is in the document but fits no schema: shown as such, kept, never guessed at. */
export interface UnreadableRecord {
  root: RecordRoot
  id: string
  reason: string
}

/** The document as records at one moment. Records, lists and views that did not change keep their identity. */
export interface SessionSnapshot {
  readonly content: SessionContent
  readonly unreadable: readonly UnreadableRecord[]
  /** The view of a board; `undefined` when there is no such board. */
  board(id: BoardId): BoardView | undefined
}

/** Follows a document and keeps its {@link SessionSnapshot} current, re-reading only what a transaction touched. */
export interface Projection {
  snapshot(): SessionSnapshot
  subscribe(listener: (snapshot: SessionSnapshot) => void): () => void
  dispose(): void
}

type Tables = { [R in RecordRoot]: Map<string, RecordOf<R>> }

/** Starts following `doc`. Never throws on what is in it and never writes to it. */
export function createProjection(doc: Y.Doc): Projection {
  ensureRoots(doc)
  const tables: Tables = {
    boards: new Map(),
    nodes: new Map(),
    edges: new Map(),
    frames: new Map(),
    discovery: new Map(),
    waivers: new Map(),
    packs: new Map(),
    history: new Map(),
  }
  const unreadable = new Map<string, UnreadableRecord>()
  const listeners = new Set<(snapshot: SessionSnapshot) => void>()
  let meta = readMeta(doc)
  let current: SessionSnapshot | null = null
  let before: SessionContent | null = null
  const lastViews = new Map<BoardId, BoardView>()

  function read<R extends RecordRoot>(root: R, id: string): void {
    const key = `${root}/${id}`
    unreadable.delete(key)
    const map = doc.getMap(root).get(id)
    if (map === undefined) {
      tables[root].delete(id)
      return
    }
    const parsed =
      map instanceof Y.Map
        ? SCHEMAS[root].safeParse(decodeFields(id, map, root === 'nodes' || root === 'edges'))
        : null
    if (parsed?.success) {
      // The schema of a root gives that root's record type; the compiler cannot follow the index.
      ;(tables[root] as Map<string, unknown>).set(id, parsed.data)
    } else {
      tables[root].delete(id)
      const issue = parsed?.error?.issues[0]
      const reason = issue ? `${issue.path.join('.')}: ${issue.message}` : 'is not a record'
      unreadable.set(key, { root, id, reason })
    }
  }

  for (const root of SESSION_LISTS) for (const id of doc.getMap(root).keys()) read(root, id)

  const unobserve = SESSION_LISTS.map((root) => {
    const map = doc.getMap(root)
    const observer = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
      const touched = new Set<string>()
      for (const event of events) {
        if (event.path.length === 0) for (const id of event.changes.keys.keys()) touched.add(id)
        else touched.add(String(event.path[0]))
      }
      for (const id of touched) read(root, id)
      current = null
    }
    map.observeDeep(observer)
    return () => map.unobserveDeep(observer)
  })
  const metaObserver = (): void => {
    meta = readMeta(doc)
    current = null
  }
  doc.getMap('meta').observe(metaObserver)

  function snapshot(): SessionSnapshot {
    current ??= buildSnapshot(meta, tables, [...unreadable.values()], before, lastViews)
    before = current.content
    return current
  }

  const announce = (): void => {
    if (current !== null) return
    const now = snapshot()
    for (const listener of listeners) listener(now)
  }
  doc.on('afterTransaction', announce)
  snapshot()

  return {
    snapshot,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispose() {
      for (const stop of unobserve) stop()
      doc.getMap('meta').unobserve(metaObserver)
      doc.off('afterTransaction', announce)
      listeners.clear()
    },
  }
}

/** Reads a document once, without following it. */
export function projectSession(doc: Y.Doc): {
  content: SessionContent
  unreadable: readonly UnreadableRecord[]
} {
  const projection = createProjection(doc)
  const { content, unreadable } = projection.snapshot()
  projection.dispose()
  return { content, unreadable }
}

function readMeta(doc: Y.Doc): SessionMeta {
  const raw = doc.getMap('meta').toJSON()
  const parsed = SessionMetaSchema.safeParse(raw)
  if (parsed.success) return parsed.data
  const text = (value: unknown, otherwise: string): string =>
    typeof value === 'string' && value.length <= 500 ? value : otherwise
  return {
    title: text(raw['title'], 'Untitled session'),
    customer: text(raw['customer'], ''),
    createdAt: typeof raw['createdAt'] === 'number' ? raw['createdAt'] : 0,
  }
}

function buildSnapshot(
  meta: SessionMeta,
  tables: Tables,
  unreadable: UnreadableRecord[],
  before: SessionContent | null,
  lastViews: Map<BoardId, BoardView>,
): SessionSnapshot {
  const boards = sorted<Board>(tables.boards, before?.boards)
  const nodes = sorted<BoardNode>(repairNodes(tables), before?.nodes)
  const edges = sorted<BoardEdge>(repairEdges(tables), before?.edges)
  const frames = sorted<Frame>(tables.frames, before?.frames)
  const discovery = sorted<DiscoveryItem>(tables.discovery, before?.discovery)
  const content: SessionContent = {
    meta,
    boards,
    nodes,
    edges,
    frames,
    discovery,
    waivers: sorted(tables.waivers, before?.waivers),
    packs: sorted(tables.packs, before?.packs),
    history: sorted(tables.history, before?.history),
  }

  const views = new Map<BoardId, BoardView>()
  return {
    content,
    unreadable,
    board(id) {
      const known = views.get(id)
      if (known) return known
      const board = boards.find((b) => b.id === id)
      if (!board) return undefined
      const old = lastViews.get(id)
      const made = createBoardView(
        {
          board,
          nodes: nodes.filter((n) => n.boardId === id),
          edges: edges.filter((e) => e.boardId === id),
        },
        old,
      )
      const view = old && sameView(old, made) ? old : made
      views.set(id, view)
      lastViews.set(id, view)
      return view
    },
  }
}

function sameView(a: BoardView, b: BoardView): boolean {
  return a.board === b.board && sameItems(a.nodes, b.nodes) && sameItems(a.edges, b.edges)
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i])
}

/** In order, ties by id. Starts from the previous list, which is nearly right, and returns it when nothing changed. */
function sorted<T extends { id: string; order?: string }>(
  records: ReadonlyMap<string, T>,
  before: readonly T[] | undefined,
): readonly T[] {
  const list: T[] = []
  const seen = new Set<string>()
  for (const old of before ?? []) {
    const now = records.get(old.id)
    if (!now) continue
    seen.add(now.id)
    list.push(now)
  }
  for (const record of records.values()) if (!seen.has(record.id)) list.push(record)
  list.sort(byOrder)
  return before && sameItems(before, list) ? before : list
}

const detached = new WeakMap<BoardNode, BoardNode>()

/**
 * Nodes whose board exists, with parents that exist, are groups of the same board and never loop.
 *
 * Deterministic, so every replica repairs alike: in a loop the node with the smallest id is lifted to the top level.
 */
function repairNodes(tables: Tables): Map<string, BoardNode> {
  const out = new Map<string, BoardNode>()
  const lift = (node: BoardNode): BoardNode => {
    const known = detached.get(node)
    if (known) return known
    const made = { ...node, parentId: null }
    detached.set(node, made)
    return made
  }
  for (const node of tables.nodes.values()) {
    if (!tables.boards.has(node.boardId)) continue
    const parent = node.parentId === null ? null : tables.nodes.get(node.parentId)
    const sound = parent === null || (parent?.kind === 'group' && parent.boardId === node.boardId)
    out.set(node.id, sound ? node : lift(node))
  }
  const settled = new Set<string>()
  for (const start of out.values()) {
    const path: BoardNode[] = []
    const onPath = new Set<string>()
    let at: BoardNode | undefined = start
    while (at && !settled.has(at.id)) {
      if (onPath.has(at.id)) {
        const loop = path.slice(path.findIndex((n) => n.id === at?.id))
        const chosen = loop.reduce((a, b) => (a.id < b.id ? a : b))
        out.set(chosen.id, lift(chosen))
        break
      }
      onPath.add(at.id)
      path.push(at)
      const parentId: NodeId | null = at.parentId
      at = parentId === null ? undefined : out.get(parentId)
    }
    for (const node of path) settled.add(node.id)
  }
  return out
}

/** Connectors whose both ends are on their own board. */
function repairEdges(tables: Tables): Map<string, BoardEdge> {
  const out = new Map<string, BoardEdge>()
  for (const edge of tables.edges.values()) {
    const source = tables.nodes.get(edge.source)
    const target = tables.nodes.get(edge.target)
    if (
      source?.boardId === edge.boardId &&
      target?.boardId === edge.boardId &&
      tables.boards.has(edge.boardId)
    )
      out.set(edge.id, edge)
  }
  return out
}
