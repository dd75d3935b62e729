import type { BoardId } from './ids'
import type { Board, BoardEdge, BoardNode, DiscoveryItem, Frame, SessionMeta } from './records'

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
  frames: readonly Frame[]
  discovery: readonly DiscoveryItem[]
}

/** Records of one board. */
export interface BoardContent {
  board: Board
  nodes: readonly BoardNode[]
  edges: readonly BoardEdge[]
}

export function boardContent(content: SessionContent, boardId: BoardId): BoardContent | null {
  const board = content.boards.find((b) => b.id === boardId)
  if (!board) return null
  return {
    board,
    nodes: content.nodes.filter((n) => n.boardId === boardId),
    edges: content.edges.filter((e) => e.boardId === boardId),
  }
}
