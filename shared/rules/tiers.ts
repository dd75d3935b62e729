import type { ServiceDefinition } from '../catalogue/define'
import type { BoardView } from '../model/board-view'
import type { NodeId } from '../model/ids'
import type { BoardNode } from '../model/records'

/** Trailing number or letter that tells copies apart: "web-1", "web 2b", "app server (A)". */
const COPY_SUFFIX =
  /[\s\-_.#(]*(?:(?<=[\s\-_.#(])(?:az|zone)?[\s\-_]*)?(?:\d+[a-f]?|(?<=[\s\-_.#(])[a-f])\)?$/

/**
 * Groups compute nodes into tiers: copies of one thing, drawn as several boxes.
 *
 * Two nodes of the same service are of one tier when they are inside the same Auto Scaling group, or carry the same
 * name but for a number or letter at the end, or take traffic from the same load balancer and nobody named one of
 * them. Different names behind one load balancer are different tiers: it may route by path. What stands alone is left
 * out.
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
  const places = new Map<NodeId | null, Place>([[null, NOWHERE]])
  const compute: NodeId[] = []
  for (const node of view.nodes) {
    if (node.kind !== 'service') continue
    const service = services.get(node.id)
    if (!service?.traits.includes('compute') || service.traits.includes('function')) continue
    compute.push(node.id)
    leader.set(node.id, node.id)
    const { network, group } = placeIn(view, node.parentId, places)
    if (group !== null) joinBy(`g ${service.serviceId} ${group}`, node.id)
    const stem = stemOf(node, service)
    if (stem !== null) joinBy(`s ${service.serviceId} ${network} ${stem}`, node.id)
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
    if (list.length === 1) continue
    list.sort()
    for (const id of list) tiers.set(id, list)
  }
  return tiers
}

interface Place {
  /** Nearest VPC or data center. */
  network: string
  /** Nearest Auto Scaling group. */
  group: string | null
}
const NOWHERE: Place = { network: '', group: null }

/** What is around the children of a group, worked out once per group. */
function placeIn(
  view: BoardView,
  parentId: NodeId | null,
  known: Map<NodeId | null, Place>,
): Place {
  const found = known.get(parentId)
  if (found || parentId === null) return found ?? NOWHERE
  const parent = view.node(parentId)
  if (parent?.kind !== 'group') return NOWHERE
  const around = [parent, ...view.ancestors(parentId)]
  const network = around.find(
    (up) => up.groupKind === 'vpc' || up.groupKind === 'corporateDataCenter',
  )
  const group = around.find((up) => up.groupKind === 'autoScalingGroup')
  const place = { network: network?.id ?? '', group: group?.id ?? null }
  known.set(parentId, place)
  return place
}

const stems = new WeakMap<BoardNode, string | null>()

/** {@link nameStem} of a record, remembered as long as the record lives. */
function stemOf(node: BoardNode, service: ServiceDefinition): string | null {
  const known = stems.get(node)
  if (known !== undefined) return known
  const stem = nameStem(node.label, service)
  stems.set(node, stem)
  return stem
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
