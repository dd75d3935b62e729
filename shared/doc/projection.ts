import * as Y from 'yjs'
import { createBoardView, type BoardView } from '../model/board-view'
import type { BoardId } from '../model/ids'
import { SessionMeta } from '../model/records'
import { emptySession, SESSION_LISTS, type SessionContent } from '../model/session'
import { ensureRoots, type RecordRoot } from './codec'
import { Repair } from './repair'
import { RootReader, type UnreadableRecord } from './root-reader'
import { updateSorted } from './sorted-list'

export type { UnreadableRecord }

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

type Readers = { [R in RecordRoot]: RootReader<R> }

/** Starts following `doc`. Never throws on what is in it and never writes to it. */
export function createProjection(doc: Y.Doc): Projection {
  ensureRoots(doc)
  let isCurrent = false
  const touch = (): void => {
    isCurrent = false
  }
  const readers = readersOf(doc, touch)
  doc.getMap('meta').observe(touch)
  const listeners = new Set<(snapshot: SessionSnapshot) => void>()
  const repair = new Repair({
    boards: readers.boards.records,
    nodes: readers.nodes.records,
    edges: readers.edges.records,
  })
  const views: Views = new Map()
  let content = emptySession(readMeta(doc))
  let current = snapshotOf(content, [], views)

  function snapshot(): SessionSnapshot {
    if (isCurrent) return current
    content = { ...updateLists(content, readers, repair), meta: readMeta(doc, content.meta) }
    current = snapshotOf(content, unreadableIn(readers), views)
    isCurrent = true
    return current
  }

  const announce = (): void => {
    if (isCurrent) return
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
      for (const root of SESSION_LISTS) readers[root].dispose()
      doc.getMap('meta').unobserve(touch)
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

function readersOf(doc: Y.Doc, onTouched: () => void): Readers {
  const made = SESSION_LISTS.map((root) => [root, new RootReader(doc, root, onTouched)])
  // One reader for each root, under that root's name; the compiler cannot follow the list.
  return Object.fromEntries(made) as Readers
}

/** The metadata of a document; `before` when nothing in it changed. */
function readMeta(doc: Y.Doc, before?: SessionMeta): SessionMeta {
  const raw = doc.getMap('meta').toJSON()
  const parsed = SessionMeta.safeParse(raw)
  const text = (value: unknown, otherwise: string): string =>
    typeof value === 'string' && value.length <= 500 ? value : otherwise
  const { title, customer, createdAt } = parsed.success
    ? parsed.data
    : {
        title: text(raw['title'], 'Untitled session'),
        customer: text(raw['customer'], ''),
        createdAt: typeof raw['createdAt'] === 'number' ? raw['createdAt'] : 0,
      }
  return before?.title === title && before.customer === customer && before.createdAt === createdAt
    ? before
    : { title, customer, createdAt }
}

function unreadableIn(readers: Readers): UnreadableRecord[] {
  return SESSION_LISTS.flatMap((root) => [...readers[root].unreadable.values()])
}

/** `content` with what was read since: each list in order, ties by id. */
function updateLists(content: SessionContent, readers: Readers, repair: Repair): SessionContent {
  const boards = readers.boards.takeChanges()
  const drawn = repair.update({
    boards,
    nodes: readers.nodes.takeChanges(),
    edges: readers.edges.takeChanges(),
  })
  return {
    meta: content.meta,
    boards: updateSorted(content.boards, boards.values()),
    nodes: updateSorted(content.nodes, drawn.nodes.values()),
    edges: updateSorted(content.edges, drawn.edges.values()),
    marks: updateSorted(content.marks, readers.marks.takeChanges().values()),
    frames: updateSorted(content.frames, readers.frames.takeChanges().values()),
    discovery: updateSorted(content.discovery, readers.discovery.takeChanges().values()),
    waivers: updateSorted(content.waivers, readers.waivers.takeChanges().values()),
    packs: updateSorted(content.packs, readers.packs.takeChanges().values()),
    history: updateSorted(content.history, readers.history.takeChanges().values()),
  }
}

/** The last view of each board, and the content that it was made from. */
type Views = Map<BoardId, { view: BoardView; content: SessionContent }>

function snapshotOf(
  content: SessionContent,
  unreadable: readonly UnreadableRecord[],
  views: Views,
): SessionSnapshot {
  const made = new Map<BoardId, BoardView>()
  return {
    content,
    unreadable,
    board(id) {
      const known = made.get(id)
      if (known) return known
      const last = views.get(id)
      const board = content.boards.find((candidate) => candidate.id === id)
      if (!board) return undefined
      const on = <T extends { boardId: BoardId }>(
        list: 'nodes' | 'edges' | 'marks',
        all: readonly T[],
        shown: readonly T[] | undefined,
      ): readonly T[] =>
        shown && last?.content[list] === content[list]
          ? shown
          : sameOr(
              shown,
              all.filter(({ boardId }) => boardId === id),
            )
      const old = last?.view
      const nodes = on('nodes', content.nodes, old?.nodes)
      const edges = on('edges', content.edges, old?.edges)
      const marks = on('marks', content.marks, old?.marks)
      const isSame =
        old?.board === board && old.nodes === nodes && old.edges === edges && old.marks === marks
      const view = isSame ? old : createBoardView({ board, nodes, edges, marks }, old)
      made.set(id, view)
      views.set(id, { view, content })
      return view
    },
  }
}

/** `before` where it holds the same items. */
function sameOr<T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] {
  return before?.length === now.length && now.every((item, i) => item === before[i]) ? before : now
}
