import { z } from 'zod'
import type { BoardView } from '../model/board-view'
import type { EditContext } from '../model/edit-context'
import { union, type Point } from '../model/geometry'
import { EdgeId, NodeId } from '../model/ids'
import { BoardEdge, BoardNode } from '../model/records'
import type { Change } from '../model/patch'
import { withoutNested } from './nodes'
import { keysAfter } from './order'
import type { ScopeOf } from './scope'
import { settle } from './settle'

/** What copy puts on the clipboard; text, so that it travels between windows and sessions. */
export const ClipboardContent = z.object({
  format: z.literal('drawbridge-clipboard'),
  version: z.literal(1),
  nodes: z.array(BoardNode).max(20_000),
  edges: z.array(BoardEdge).max(40_000),
})
export type ClipboardContent = z.infer<typeof ClipboardContent>

/** The nodes, all that is inside them, and the connectors whose both ends are among them. */
export function copyNodes(view: BoardView, ids: readonly NodeId[]): ClipboardContent {
  const taken = new Map<NodeId, BoardNode>()
  for (const root of withoutNested(view, ids))
    for (const node of [root, ...view.descendants(root.id)]) taken.set(node.id, node)
  const nodes = [...taken.values()].map((node) =>
    node.parentId !== null && !taken.has(node.parentId) ? { ...node, parentId: null } : node,
  )
  const edges = view.edges.filter((e) => taken.has(e.source) && taken.has(e.target))
  return { format: 'drawbridge-clipboard', version: 1, nodes, edges }
}

/** Reads clipboard text; `null` when it is not ours or does not hold together. */
export function parseClipboard(text: string): ClipboardContent | null {
  if (!text.startsWith('{') || !text.includes('drawbridge-clipboard')) return null
  try {
    const parsed = ClipboardContent.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/**
 * Puts copies on the board with fresh ids, their middle at `at`, inside whatever legal group is there.
 *
 * @returns ids of the outermost copies, to be selected.
 */
export function pasteNodes(
  view: BoardView,
  clip: ClipboardContent,
  at: Point,
  scopeOf: ScopeOf,
  edit: EditContext,
): { changes: Change[]; ids: NodeId[]; hint: string | null } {
  const bounds = union(clip.nodes)
  if (!bounds) return { changes: [], ids: [], hint: null }
  const by = {
    x: Math.round(at.x - bounds.x - bounds.w / 2),
    y: Math.round(at.y - bounds.y - bounds.h / 2),
  }
  const freshId = new Map(clip.nodes.map((n) => [n.id, NodeId.parse(edit.newId())]))
  const orders = keysAfter(view.nodes, clip.nodes.length)
  const changed = new Map<NodeId, BoardNode>()
  clip.nodes.forEach((node, i) => {
    const id = freshId.get(node.id)
    if (!id) return
    const parentId = node.parentId === null ? null : (freshId.get(node.parentId) ?? null)
    changed.set(id, {
      ...node,
      id,
      boardId: view.board.id,
      parentId,
      x: node.x + by.x,
      y: node.y + by.y,
      order: orders[i] ?? node.order,
    })
  })
  const settled = settle(view, changed, { scopeOf })
  const edgeOrders = keysAfter(view.edges, clip.edges.length)
  const edges = clip.edges.flatMap((edge, i): Change[] => {
    const source = freshId.get(edge.source)
    const target = freshId.get(edge.target)
    if (!source || !target) return []
    const id = EdgeId.parse(edit.newId())
    const order = edgeOrders[i] ?? edge.order
    return [{ op: 'addEdge', edge: { ...edge, id, boardId: view.board.id, source, target, order } }]
  })
  const ids = [...changed.values()].filter((n) => n.parentId === null).map((n) => n.id)
  return { changes: [...settled.changes, ...edges], ids, hint: settled.hint }
}
