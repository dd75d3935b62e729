import type { ServiceDefinition } from '../catalogue/define'
import type { BoardView } from '../model/board-view'
import type { NodeId } from '../model/ids'

/** Trailing number or letter that tells copies apart: "web-1", "web 2b", "app server (A)". */
const COPY_SUFFIX =
  /[\s\-_.#(]*(?:(?<=[\s\-_.#(])(?:az|zone)?[\s\-_]*)?(?:\d+[a-f]?|(?<=[\s\-_.#(])[a-f])\)?$/

/**
 * Groups compute nodes into tiers: copies of one thing, drawn as several boxes.
 *
 * Two nodes of the same service are of one tier when they are inside the same Auto Scaling group, or carry the same
 * name but for a number or letter at the end, or take traffic from the same load balancer and nobody named one of
 * them. Different names behind one load balancer are different tiers: it may route by path.
 */
export function tiersOf(
  view: BoardView,
  services: ReadonlyMap<NodeId, ServiceDefinition>,
): ReadonlyMap<NodeId, readonly NodeId[]> {
  const leader = new Map<NodeId, NodeId>()
  const find = (id: NodeId): NodeId => {
    let root = id
    for (let up = leader.get(root); up !== undefined && up !== root; up = leader.get(root))
      root = up
    leader.set(id, root)
    return root
  }
  const join = (a: NodeId, b: NodeId): void => {
    const x = find(a)
    const y = find(b)
    if (x !== y) leader.set(x < y ? y : x, x < y ? x : y)
  }
  const first = new Map<string, NodeId>()
  const joinBy = (key: string, id: NodeId): void => {
    const known = first.get(key)
    if (known === undefined) first.set(key, id)
    else join(known, id)
  }
  const compute: NodeId[] = []
  for (const node of view.nodes) {
    if (node.kind !== 'service') continue
    const service = services.get(node.id)
    if (!service?.traits.includes('compute') || service.traits.includes('function')) continue
    compute.push(node.id)
    leader.set(node.id, node.id)
    const around = view.ancestors(node.id)
    const vpc = around.find(
      (up) => up.groupKind === 'vpc' || up.groupKind === 'corporateDataCenter',
    )
    const group = around.find((up) => up.groupKind === 'autoScalingGroup')
    if (group) joinBy(`g ${service.serviceId} ${group.id}`, node.id)
    const stem = nameStem(node.label, service)
    if (stem !== null) joinBy(`s ${service.serviceId} ${vpc?.id ?? ''} ${stem}`, node.id)
    for (const edge of view.edgesIn(node.id)) {
      if (!services.get(edge.source)?.traits.includes('loadBalancer')) continue
      joinBy(`l ${service.serviceId} ${edge.source} ${stem ?? ''}`, node.id)
    }
  }
  const members = new Map<NodeId, NodeId[]>()
  for (const id of compute) {
    const root = find(id)
    const list = members.get(root)
    if (list) list.push(id)
    else members.set(root, [id])
  }
  const tiers = new Map<NodeId, readonly NodeId[]>()
  for (const list of members.values()) {
    list.sort()
    for (const id of list) tiers.set(id, list)
  }
  return tiers
}

/** The name without what tells copies apart; `null` for none, and for the name that a new node gets. */
export function nameStem(label: string, service: ServiceDefinition): string | null {
  const name = label.trim().toLowerCase()
  const stem = name.replace(COPY_SUFFIX, '').trim()
  if (stem === '' || name === service.serviceId) return null
  if (stem === service.shortName.toLowerCase() || name === service.shortName.toLowerCase())
    return null
  return stem
}
