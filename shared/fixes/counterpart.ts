import type { BoardView } from '../model/board-view'
import type { BoardNode } from '../model/records'
import type { Subject } from '../rules/verdict'

/**
 * The same thing on another board of the session, by what it is, what it is called and, among several, where it stands.
 * `null` where the other board has none.
 */
export function counterpart(from: BoardView, to: BoardView, subject: Subject): Subject | null {
  if (subject.kind === 'board') return { kind: 'board', id: to.board.id }
  if (subject.kind === 'node') {
    const node = from.node(subject.id)
    const found = node && nodeLike(to, node)
    return found ? { kind: 'node', id: found.id } : null
  }
  const edge = from.edge(subject.id)
  const [source, target] = [edge && from.node(edge.source), edge && from.node(edge.target)]
  const ends = [source && nodeLike(to, source), target && nodeLike(to, target)]
  const found = to.edges.find(
    (other) =>
      other.source === ends[0]?.id && other.target === ends[1]?.id && other.kind === edge?.kind,
  )
  return found ? { kind: 'edge', id: found.id } : null
}

function nodeLike(to: BoardView, node: BoardNode): BoardNode | undefined {
  const same = to.nodes.filter(
    (other) =>
      other.label === node.label &&
      (node.kind === 'service'
        ? other.kind === 'service' && other.serviceId === node.serviceId
        : other.kind === 'group' && other.groupKind === node.groupKind),
  )
  const distance = (other: BoardNode): number => Math.hypot(other.x - node.x, other.y - node.y)
  return same.reduce<BoardNode | undefined>(
    (best, other) => (best && distance(best) <= distance(other) ? best : other),
    undefined,
  )
}
