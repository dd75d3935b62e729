import type { NodeId } from '../model/ids'
import type { BoardEdge, BoardNode } from '../model/records'
import { byOrder } from '../model/session'
import { anchorOf, sameAnchor, type Anchor } from './anchors'
import type { Ends } from './direct-ways'

/** A connector with both of its ends. */
export interface Connection {
  readonly edge: BoardEdge
  readonly source: BoardNode
  readonly target: BoardNode
  readonly ends: Ends
}

type NodeOf = (id: NodeId) => BoardNode | undefined

/**
 * The connectors that can be drawn, in the order of the list: those whose ends are missing, or are the same node, are
 * left out.
 *
 * @param anchor where a node is; other than it stands, for what is dragged
 */
export function connectionsOf(
  edges: readonly BoardEdge[],
  node: NodeOf,
  anchor: (node: BoardNode) => Anchor = anchorOf,
): Connection[] {
  const drawn: { edge: BoardEdge; source: BoardNode; target: BoardNode; pair: BoardEdge[] }[] = []
  const pairs = new Map<string, BoardEdge[]>()
  for (const edge of edges) {
    const source = node(edge.source)
    const target = node(edge.target)
    if (!source || !target || source === target) continue
    const key = pairKey(edge)
    let pair = pairs.get(key)
    if (pair) pair.push(edge)
    else pairs.set(key, (pair = [edge]))
    drawn.push({ edge, source, target, pair })
  }
  for (const pair of pairs.values()) if (pair.length > 1) pair.sort(byOrder)
  return drawn.map(({ edge, source, target, pair }) => ({
    edge,
    source,
    target,
    ends: {
      source: anchor(source),
      target: anchor(target),
      sourceHoldsTarget: source.kind === 'group' && isInside(target, source.id, node),
      targetHoldsSource: target.kind === 'group' && isInside(source, target.id, node),
      count: pair.length,
      index: pair.length === 1 ? 0 : pair.indexOf(edge),
    },
  }))
}

/** The same for both directions. */
function pairKey({ source, target }: BoardEdge): string {
  return source < target ? `${source} ${target}` : `${target} ${source}`
}

function isInside(inner: BoardNode, outer: NodeId, node: NodeOf): boolean {
  let at: BoardNode | undefined = inner
  // A damaged hierarchy may go in circles.
  for (let depth = 0; at && depth < DEEPEST; depth++) {
    if (at.parentId === outer) return true
    at = at.parentId === null ? undefined : node(at.parentId)
  }
  return false
}

const DEEPEST = 100

/** Whether a connector would be drawn the same way, as far as its own record goes. */
export function runsAlike(a: BoardEdge, b: BoardEdge): boolean {
  return (
    a === b ||
    (a.source === b.source &&
      a.target === b.target &&
      a.shape === b.shape &&
      sameWaypoints(a.waypoints, b.waypoints))
  )
}

function sameWaypoints(a: BoardEdge['waypoints'], b: BoardEdge['waypoints']): boolean {
  if (a === b) return true
  if (!a || !b || a.length !== b.length) return false
  return a.every((p, at) => p.x === b[at]?.x && p.y === b[at]?.y)
}

export function sameEnds(a: Ends, b: Ends): boolean {
  return (
    a.sourceHoldsTarget === b.sourceHoldsTarget &&
    a.targetHoldsSource === b.targetHoldsSource &&
    a.count === b.count &&
    a.index === b.index &&
    sameAnchor(a.source, b.source) &&
    sameAnchor(a.target, b.target)
  )
}
