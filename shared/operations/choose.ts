import type { BoardView } from '../model/board-view'
import type { EdgeId, NodeId } from '../model/ids'
import type { BoardNode } from '../model/records'

/** Everything on the board of the same service, or the same kind of group, as what is selected. */
export function sameKind(view: BoardView, ids: readonly NodeId[]): NodeId[] {
  const kinds = new Set(ids.flatMap((id) => kindOf(view.node(id)) ?? []))
  return view.nodes.filter((node) => kinds.has(kindOf(node) ?? '')).map((node) => node.id)
}

function kindOf(node: BoardNode | undefined): string | undefined {
  if (!node) return undefined
  return node.kind === 'service' ? `service ${node.serviceId}` : `group ${node.groupKind}`
}

/** What is selected, with all that connectors lead to from it or to it, one step further, and those connectors. */
export function connectedTo(
  view: BoardView,
  ids: readonly NodeId[],
): { nodes: NodeId[]; edges: EdgeId[] } {
  const nodes = new Set(ids)
  const edges = new Set<EdgeId>()
  for (const id of ids)
    for (const edge of [...view.edgesIn(id), ...view.edgesOut(id)]) {
      edges.add(edge.id)
      nodes.add(edge.source).add(edge.target)
    }
  return { nodes: [...nodes], edges: [...edges] }
}
