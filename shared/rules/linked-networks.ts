import type { ServiceDefinition } from '../catalogue/define'
import type { BoardView } from '../model/board-view'
import type { NodeId } from '../model/ids'

/**
 * Which VPCs and data centers a drawn connection joins, by group; sorted ids.
 *
 * Two networks are joined when a connector leads from one into the other, or when both lead to the same link (VPN,
 * Direct Connect, transit gateway, peering), or to links that are joined. A link drawn inside a network belongs to it.
 */
export function linkedNetworks(
  view: BoardView,
  services: ReadonlyMap<NodeId, ServiceDefinition>,
): ReadonlyMap<NodeId, readonly NodeId[]> {
  const networks = view.nodes.filter(
    (node) =>
      node.kind === 'group' &&
      (node.groupKind === 'vpc' || node.groupKind === 'corporateDataCenter'),
  )
  const linked = new Map<NodeId, Set<NodeId>>()
  if (networks.length < 2) return new Map()
  const isNetwork = new Set(networks.map((node) => node.id))
  const isLink = (id: NodeId): boolean => services.get(id)?.traits.includes('hybridLink') === true

  const leader = new Map<NodeId, NodeId>()
  const find = (id: NodeId): NodeId => {
    let root = id
    for (let up = leader.get(root); up !== undefined && up !== root; up = leader.get(root))
      root = up
    leader.set(id, root)
    return root
  }
  const networkOf = (id: NodeId): NodeId | undefined =>
    isNetwork.has(id) ? id : view.ancestors(id).find((up) => isNetwork.has(up.id))?.id
  const join = (a: NodeId, b: NodeId): void => {
    if (a === b) return
    linked.set(a, (linked.get(a) ?? new Set()).add(b))
    linked.set(b, (linked.get(b) ?? new Set()).add(a))
  }
  const atLink: [link: NodeId, network: NodeId][] = []
  for (const node of view.nodes) {
    const around = isLink(node.id) ? networkOf(node.id) : undefined
    if (around !== undefined) atLink.push([node.id, around])
  }
  for (const edge of view.edges) {
    if (edge.kind === 'dependency') continue
    const links = [isLink(edge.source), isLink(edge.target)] as const
    if (links[0] && links[1]) leader.set(find(edge.source), find(edge.target))
    else if (links[0] || links[1]) {
      const network = networkOf(links[0] ? edge.target : edge.source)
      if (network !== undefined) atLink.push([links[0] ? edge.source : edge.target, network])
    } else {
      const from = networkOf(edge.source)
      const to = from === undefined ? undefined : networkOf(edge.target)
      if (from !== undefined && to !== undefined) join(from, to)
    }
  }
  const byLink = new Map<NodeId, Set<NodeId>>()
  for (const [link, network] of atLink) {
    const root = find(link)
    byLink.set(root, (byLink.get(root) ?? new Set()).add(network))
  }
  for (const joined of byLink.values())
    for (const a of joined) for (const b of joined) if (a < b) join(a, b)
  return new Map([...linked].map(([id, others]) => [id, [...others].sort()]))
}
