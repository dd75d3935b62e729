import type { BoardView } from '../model/board-view'
import type { NodeId } from '../model/ids'
import type { BoardEdge, BoardNode } from '../model/records'
import type { Drawing } from './layout'
import { withoutNested } from './nodes'

/** What a layout is asked to put in order. */
export interface LayoutScope {
  /** What the order is worked out from: all that moves, what is locked among it, and the groups that hold it. */
  drawing: Drawing
  /** What may be moved. Everything else on the board stays exactly where it is, save that groups grow. */
  moving: ReadonlySet<NodeId>
}

/**
 * What to lay out: what is selected and all inside it, the inside of a single selected group, or the whole board where
 * nothing is selected. What is locked stays, with all that is inside it.
 */
export function layoutScope(view: BoardView, selection: readonly NodeId[]): LayoutScope {
  const [first] = selection
  const only = selection.length === 1 && first ? view.node(first) : undefined
  const roots =
    selection.length === 0
      ? view.children(null)
      : only?.kind === 'group'
        ? view.children(only.id)
        : withoutNested(view, selection)
  const moving = new Set<NodeId>()
  const nodes: BoardNode[] = [...holders(view, roots)]
  /** What is inside something locked, with the outermost thing that is. */
  const carried = new Map<NodeId, NodeId>()
  const take = (node: BoardNode): void => {
    if (moving.has(node.id)) return
    nodes.push(node)
    if (node.locked === true)
      for (const inner of view.descendants(node.id)) carried.set(inner.id, node.id)
    else {
      moving.add(node.id)
      for (const child of view.children(node.id)) take(child)
    }
  }
  for (const root of roots) take(root)
  const end = (id: NodeId): NodeId => carried.get(id) ?? id
  const edges = view.edges.map((edge): BoardEdge => {
    const [source, target] = [end(edge.source), end(edge.target)]
    return source === edge.source && target === edge.target ? edge : { ...edge, source, target }
  })
  return { drawing: { nodes, edges }, moving }
}

/** The groups that hold what is selected, where that is not one and the same. */
function holders(view: BoardView, roots: readonly BoardNode[]): BoardNode[] {
  const parents = new Set(roots.map(({ id }) => view.parent(id)))
  return parents.size < 2 ? [] : [...parents].flatMap((parent) => parent ?? [])
}
