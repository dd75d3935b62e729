import type { BoardId } from './ids'
import type {
  Board,
  BoardEdge,
  BoardNode,
  DiscoveryItem,
  Frame,
  Mark,
  PosturePoint,
  RulePackRecord,
  SessionMeta,
  Waiver,
} from './records'

/**
 * A session's content as plain records: what a file holds and what a document projects to.
 *
 * Lists are sorted by `order`, ties by id, so two replicas with the same content give the same lists.
 */
export interface SessionContent {
  meta: SessionMeta
  boards: readonly Board[]
  nodes: readonly BoardNode[]
  edges: readonly BoardEdge[]
  marks: readonly Mark[]
  frames: readonly Frame[]
  discovery: readonly DiscoveryItem[]
  waivers: readonly Waiver[]
  packs: readonly RulePackRecord[]
  /** By board, oldest first. */
  history: readonly PosturePoint[]
}

/** What a session's lists are called, in the order in which they are written. */
export const SESSION_LISTS = [
  'boards',
  'nodes',
  'edges',
  'marks',
  'frames',
  'discovery',
  'waivers',
  'packs',
  'history',
] as const satisfies readonly Exclude<keyof SessionContent, 'meta'>[]
export type SessionList = (typeof SESSION_LISTS)[number]

/** A session with nothing in it but its name. */
export function emptySession(meta: SessionMeta): SessionContent {
  return {
    meta,
    boards: [],
    nodes: [],
    edges: [],
    marks: [],
    frames: [],
    discovery: [],
    waivers: [],
    packs: [],
    history: [],
  }
}

/** Records of one board. */
export interface BoardContent {
  board: Board
  nodes: readonly BoardNode[]
  edges: readonly BoardEdge[]
  /** Left out where nobody looks at them. */
  marks?: readonly Mark[]
}

export function boardContent(content: SessionContent, boardId: BoardId): BoardContent | null {
  const board = content.boards.find((b) => b.id === boardId)
  if (!board) return null
  return {
    board,
    nodes: content.nodes.filter((n) => n.boardId === boardId),
    edges: content.edges.filter((e) => e.boardId === boardId),
    marks: content.marks.filter((m) => m.boardId === boardId),
  }
}

/** Compares records as lists are sorted: by `order`, ties by id. */
export function byOrder(
  a: { id: string; order?: string },
  b: { id: string; order?: string },
): number {
  return compare(a.order ?? '', b.order ?? '') || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
