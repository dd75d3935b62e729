import type { BoardView } from '../model/board-view'
import { center, type Point } from '../model/geometry'
import type { NodeId } from '../model/ids'
import type { BoardNode } from '../model/records'

export type Direction = 'left' | 'right' | 'up' | 'down'

const AHEAD: Record<Direction, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
}

/** How much a step aside weighs against a step ahead. */
const ASIDE = 2.2

/**
 * The node that one means by going in a direction: the nearest whose middle lies that way. What is around the node, and
 * what is inside it, is reached by leaving and entering groups instead.
 */
export function nodeTowards(
  view: BoardView,
  from: BoardNode,
  direction: Direction,
): BoardNode | null {
  const ahead = AHEAD[direction]
  const start = center(from)
  const around = new Set([
    from.id,
    ...view.ancestors(from.id).map((node) => node.id),
    ...view.descendants(from.id).map((node) => node.id),
  ])
  let best: BoardNode | null = null
  let least = Infinity
  for (const node of view.nodes) {
    if (around.has(node.id)) continue
    const to = center(node)
    const [dx, dy] = [to.x - start.x, to.y - start.y]
    const along = dx * ahead.x + dy * ahead.y
    if (along <= 0) continue
    const aside = Math.abs(dx * ahead.y) + Math.abs(dy * ahead.x)
    // A group that holds others is passed over for what stands in it, unless it is the only thing there.
    const cost =
      along + aside * ASIDE + (node.kind === 'group' && from.kind === 'service' ? 400 : 0)
    if (cost < least) {
      least = cost
      best = node
    }
  }
  return best
}

/** What connectors lead to from a node, or come from, in reading order. */
export function alongConnectors(view: BoardView, id: NodeId, way: 'out' | 'in'): BoardNode[] {
  const ends = (way === 'out' ? view.edgesOut(id) : view.edgesIn(id)).map((edge) =>
    view.node(way === 'out' ? edge.target : edge.source),
  )
  return inReadingOrder([...new Set(ends)].flatMap((node) => (node && node.id !== id ? node : [])))
}

/** From top to bottom, and in a row from left to right. */
export function inReadingOrder(nodes: readonly BoardNode[]): BoardNode[] {
  return nodes.toSorted((a, b) => (Math.abs(a.y - b.y) > 24 ? a.y - b.y : a.x - b.x))
}
