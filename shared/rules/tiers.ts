import type { ServiceDefinition } from '../catalogue/define'
import type { NodeId } from '../model/ids'
import type { BoardNode } from '../model/records'
import { IS, type BoardGraph } from './board-graph'
import { at } from './rows'

/** Trailing number or letter that tells copies apart: "web-1", "web 2b", "app server (A)". */
const COPY_SUFFIX =
  /[\s\-_.#(]*(?:(?<=[\s\-_.#(])(?:az|zone)?[\s\-_]*)?(?:\d+[a-f]?|(?<=[\s\-_.#(])[a-f])\)?$/

/**
 * Groups compute nodes into tiers: copies of one thing, drawn as several boxes. By slot; what stands alone is left out.
 *
 * Two nodes of the same service are of one tier when they are inside the same Auto Scaling group, or carry the same
 * name but for a number or letter at the end, or take traffic from the same load balancer and nobody named one of
 * them. Different names behind one load balancer are different tiers: it may route by path.
 */
export function tiersOf(graph: BoardGraph): ReadonlyMap<number, readonly NodeId[]> {
  const { bits, size, kinds } = graph
  const leader = new Int32Array(size)
  const find = (slot: number): number => {
    let root = slot
    while (at(leader, root) !== root) root = at(leader, root)
    leader[slot] = root
    return root
  }
  const first = new Map<string, number>()
  const joinBy = (key: string, slot: number): void => {
    const known = first.get(key)
    if (known === undefined) first.set(key, slot)
    else leader[find(slot)] = find(known)
  }
  const places = new PlacesOf(graph)
  for (let v = 0; v < size; v++) {
    leader[v] = v
    const node = graph.nodes[v]
    const service = graph.services[v]
    if (((bits[v] ?? 0) & IS.tiered) === 0 || !node || !service) continue
    const { network, group } = places.in(graph.parents[v] ?? -1)
    if (group >= 0) joinBy(`g ${service.serviceId} ${group}`, v)
    const stem = stemOf(node, service)
    if (stem !== null) joinBy(`s ${service.serviceId} ${network} ${stem}`, v)
  }
  for (let e = 0; e < kinds.length; e++) {
    const s = graph.from[e] ?? -1
    const t = graph.to[e] ?? -1
    if ((kinds[e] ?? -1) < 0 || ((bits[s] ?? 0) & IS.balancer) === 0) continue
    const node = graph.nodes[t]
    const service = graph.services[t]
    if (((bits[t] ?? 0) & IS.tiered) === 0 || !node || !service) continue
    joinBy(`l ${service.serviceId} ${s} ${stemOf(node, service) ?? ''}`, t)
  }
  const members = new Map<number, number[]>()
  for (let v = 0; v < size; v++) {
    if (((bits[v] ?? 0) & IS.tiered) === 0) continue
    const root = find(v)
    const list = members.get(root)
    if (list) list.push(v)
    else members.set(root, [v])
  }
  const tiers = new Map<number, readonly NodeId[]>()
  for (const list of members.values()) {
    if (list.length === 1) continue
    const ids = list.map((slot) => graph.idOf(slot)).sort()
    for (const slot of list) tiers.set(slot, ids)
  }
  return tiers
}

interface Place {
  /** Slot of the nearest VPC or data center; -1 for none. */
  network: number
  /** Slot of the nearest Auto Scaling group; -1 for none. */
  group: number
}
const NOWHERE: Place = { network: -1, group: -1 }

/** Deeper than any board is nested. */
const DEEPEST = 500

/** What is around the children of a group, worked out once per group. */
class PlacesOf {
  private readonly known = new Map<number, Place>()
  constructor(private readonly graph: BoardGraph) {}

  in(parent: number): Place {
    if (parent < 0) return NOWHERE
    const found = this.known.get(parent)
    if (found) return found
    const { nodes, parents, bits } = this.graph
    let network = -1
    let group = -1
    // Groups that contain each other end the search as well: all in the loop was seen by then.
    for (let up = parent, level = 0; up >= 0 && level < DEEPEST; up = parents[up] ?? -1, level++) {
      const node = nodes[up]
      if (network < 0 && ((bits[up] ?? 0) & IS.network) !== 0) network = up
      if (group < 0 && node?.kind === 'group' && node.groupKind === 'autoScalingGroup') group = up
    }
    const place = { network, group }
    this.known.set(parent, place)
    return place
  }
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
