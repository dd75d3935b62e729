import type { BoardView } from '#shared/model/board-view'
import type { BoardNode, Mark } from '#shared/model/records'
import { inReadingOrder } from '#shared/operations/navigate'

/** What a row stands for; `marks`: all that is drawn on the whiteboard. */
export type Listed =
  { kind: 'node'; node: BoardNode } | { kind: 'mark'; mark: Mark } | { kind: 'marks' }

export interface Row {
  key: string
  parent: string | null
  level: number
  /** `null` where there is nothing inside. */
  isOpen: boolean | null
  position: number
  siblings: number
  listed: Listed
}

/** No id, so no node's key. */
export const MARKS_KEY = '.marks'
/** On boards with more nodes, or marks, only the outermost groups are open at first. */
const OPEN_UP_TO = 200
const DEEPEST = 100

/** What is closed while nobody has opened or closed anything. */
export function firstClosed(view: BoardView): ReadonlySet<string> {
  const closed = new Set<string>()
  if (view.nodes.length > OPEN_UP_TO)
    for (const node of view.nodes)
      if (node.kind === 'group' && node.parentId !== null) closed.add(node.id)
  if (view.marks.length > OPEN_UP_TO) closed.add(MARKS_KEY)
  return closed
}

/** A board as a list of the rows of its tree: nodes as one reads them, then what is drawn on the whiteboard. */
export function rowsOf(view: BoardView, closed: ReadonlySet<string>): Row[] {
  const rows: Row[] = []
  const { marks } = view
  const atTop = view.children(null).length + (marks.length > 0 ? 1 : 0)
  const visit = (parent: BoardNode['parentId'], level: number): void => {
    const children = inReadingOrder(view.children(parent))
    children.forEach((node, i) => {
      const holds = node.kind === 'group' && view.children(node.id).length > 0
      const isOpen = holds ? !closed.has(node.id) : null
      const siblings = parent === null ? atTop : children.length
      const listed = { kind: 'node', node } as const
      rows.push({ key: node.id, parent, level, isOpen, position: i + 1, siblings, listed })
      if (isOpen && level < DEEPEST) visit(node.id, level + 1)
    })
  }
  visit(null, 1)
  if (marks.length === 0) return rows
  const isOpen = !closed.has(MARKS_KEY)
  rows.push({
    key: MARKS_KEY,
    parent: null,
    level: 1,
    isOpen,
    position: atTop,
    siblings: atTop,
    listed: { kind: 'marks' },
  })
  if (isOpen)
    marks.forEach((mark, i) =>
      rows.push({
        key: mark.id,
        parent: MARKS_KEY,
        level: 2,
        isOpen: null,
        position: i + 1,
        siblings: marks.length,
        listed: { kind: 'mark', mark },
      }),
    )
  return rows
}
