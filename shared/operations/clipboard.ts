import { z } from 'zod'
import type { BoardView } from '../model/board-view'
import type { EditContext } from '../model/edit-context'
import { union, type Point, type Rect } from '../model/geometry'
import { EdgeId, MarkId, NodeId } from '../model/ids'
import { shifted } from '../model/mark-place'
import { fittingMarks } from '../model/mark-room'
import { BoardEdge, BoardNode, LIMITS, Mark } from '../model/records'
import type { Change } from '../model/patch'
import { chosenMarks, type Chosen } from './chosen'
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
  /** Left out by those who knew no marks. */
  marks: z.array(Mark).max(LIMITS.marksPerSession).default([]),
})
export type ClipboardContent = z.infer<typeof ClipboardContent>

/** Longer text is not read: no session holds so much. */
const MOST_CHARACTERS = 64 * 1024 * 1024

/** The marks, the nodes, all that is inside them, and the connectors whose both ends are among them. */
export function copyChosen(view: BoardView, chosen: Chosen): ClipboardContent {
  const taken = new Map<NodeId, BoardNode>()
  for (const root of withoutNested(view, chosen.nodes))
    for (const node of [root, ...view.descendants(root.id)]) taken.set(node.id, node)
  const nodes = [...taken.values()].map((node) =>
    node.parentId !== null && !taken.has(node.parentId) ? { ...node, parentId: null } : node,
  )
  const edges = view.edges.filter((e) => taken.has(e.source) && taken.has(e.target))
  const marks = chosenMarks(view, chosen.marks)
  return { format: 'drawbridge-clipboard', version: 1, nodes, edges, marks }
}

/** Reads clipboard text; `null` when it is not ours or does not hold together. */
export function parseClipboard(text: string): ClipboardContent | null {
  if (!text.startsWith('{') || !text.includes('drawbridge-clipboard')) return null
  if (text.length > MOST_CHARACTERS) return null
  try {
    const parsed = ClipboardContent.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** The place that what was copied takes; `null` when it is nothing. */
export function clipBounds({ nodes, marks }: ClipboardContent): Rect | null {
  return union([...nodes, ...marks])
}

/** What pasting has to know besides the board. */
export interface PasteContext {
  scopeOf: ScopeOf
  edit: EditContext
  /** All marks of the session: there is room for so many, and for so many bytes of pictures. */
  marks: readonly Mark[]
}

/** What was put on the board: the outermost nodes and the marks, to be selected. */
export interface Pasted extends Chosen {
  changes: Change[]
  hint: string | null
}

/**
 * Puts copies on the board with fresh ids, their middle at `at`, inside whatever legal group is there.
 *
 * Marks that the session has no room for are left out, large pictures first, and `hint` says so.
 */
export function paste(
  view: BoardView,
  clip: ClipboardContent,
  at: Point,
  { scopeOf, edit, marks }: PasteContext,
): Pasted {
  const bounds = clipBounds(clip)
  if (!bounds) return { changes: [], nodes: [], marks: [], hint: null }
  const by = {
    x: Math.round(at.x - bounds.x - bounds.w / 2),
    y: Math.round(at.y - bounds.y - bounds.h / 2),
  }
  const freshId = new Map(clip.nodes.map((n) => [n.id, NodeId.parse(edit.newId())]))
  const nodes = copiedNodes(view, clip, by, freshId)
  const settled = settle(view, nodes, { scopeOf })
  const copies = copiedMarks(view, clip, by, edit)
  const fitting = fittingMarks(marks, copies)
  return {
    changes: [
      ...settled.changes,
      ...copiedEdges(view, clip, by, freshId, edit),
      ...fitting.map((mark): Change => ({ op: 'addMark', mark })),
    ],
    nodes: [...nodes.values()].filter((n) => n.parentId === null).map((n) => n.id),
    marks: fitting.map(({ id }) => id),
    hint: leftOut(copies.length - fitting.length) ?? settled.hint,
  }
}

type FreshIds = ReadonlyMap<NodeId, NodeId>

function copiedNodes(
  view: BoardView,
  clip: ClipboardContent,
  by: Point,
  freshId: FreshIds,
): Map<NodeId, BoardNode> {
  const orders = keysAfter(view.nodes, clip.nodes.length)
  const copies = new Map<NodeId, BoardNode>()
  clip.nodes.forEach((node, i) => {
    const id = freshId.get(node.id)
    if (!id) return
    const parentId = node.parentId === null ? null : (freshId.get(node.parentId) ?? null)
    copies.set(id, {
      ...node,
      id,
      boardId: view.board.id,
      parentId,
      x: node.x + by.x,
      y: node.y + by.y,
      order: orders[i] ?? node.order,
    })
  })
  return copies
}

function copiedEdges(
  view: BoardView,
  clip: ClipboardContent,
  by: Point,
  freshId: FreshIds,
  edit: EditContext,
): Change[] {
  const orders = keysAfter(view.edges, clip.edges.length)
  return clip.edges.flatMap(({ waypoints, ...edge }, i): Change[] => {
    const source = freshId.get(edge.source)
    const target = freshId.get(edge.target)
    if (!source || !target) return []
    const copy: BoardEdge = {
      ...edge,
      id: EdgeId.parse(edit.newId()),
      boardId: view.board.id,
      source,
      target,
      order: orders[i] ?? edge.order,
    }
    if (waypoints) copy.waypoints = waypoints.map(({ x, y }) => ({ x: x + by.x, y: y + by.y }))
    return [{ op: 'addEdge', edge: copy }]
  })
}

function copiedMarks(
  view: BoardView,
  clip: ClipboardContent,
  by: Point,
  edit: EditContext,
): Mark[] {
  const orders = keysAfter(view.marks, clip.marks.length)
  return clip.marks.map((mark, i) => ({
    ...shifted(mark, by),
    id: MarkId.parse(edit.newId()),
    boardId: view.board.id,
    order: orders[i] ?? mark.order,
  }))
}

function leftOut(count: number): string | null {
  if (count === 0) return null
  const what = count === 1 ? 'One mark was' : `${count} marks were`
  return `This session has no room for more of these: ${what} left out. Remove some pictures or marks and try again.`
}
