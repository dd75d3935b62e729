import type { BoardView } from './board-view'
import { containsPoint, type Point } from './geometry'
import type { NodeId } from './ids'
import type { BoardNode } from './records'

/** The node under a point: services before groups, inner before outer, later drawn before earlier. */
export function nodeAt(
  view: BoardView,
  point: Point,
  skip: ReadonlySet<NodeId> = new Set(),
): BoardNode | null {
  const walk = (parentId: NodeId | null): BoardNode | null => {
    const children = view.children(parentId)
    let group: BoardNode | null = null
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i]
      if (!child || skip.has(child.id)) continue
      if (child.kind === 'service') {
        if (containsPoint(child, point)) return child
      } else if (containsPoint(child, point)) group ??= walk(child.id) ?? child
      else {
        // Children may stick out of a group that a peer shrank.
        const inside = walk(child.id)
        if (inside) return inside
      }
    }
    return group
  }
  return walk(null)
}
