import type { NodeId } from '../model/ids'
import { DEPENDENCY, IS, type BoardGraph } from './board-graph'

/**
 * Which VPCs and data centers a drawn connection joins, by the slot of the group; sorted ids.
 *
 * Two networks are joined when a connector leads from one into the other, or when both lead to the same link (VPN,
 * Direct Connect, transit gateway, peering), or to links that are joined. A link drawn inside a network belongs to it.
 */
export function linkedNetworks(graph: BoardGraph): ReadonlyMap<number, readonly NodeId[]> {
  const { bits, kinds, size } = graph
  const networkOf = networksOf(graph)
  const linked = new Map<number, Set<number>>()
  const note = (a: number, b: number): void => {
    const others = linked.get(a)
    if (others) others.add(b)
    else linked.set(a, new Set([b]))
  }
  const join = (a: number, b: number): void => {
    if (a === b) return
    note(a, b)
    note(b, a)
  }
  const leader = new Map<number, number>()
  const find = (slot: number): number => {
    let root = slot
    for (let up = leader.get(root); up !== undefined && up !== root; up = leader.get(root))
      root = up
    return root
  }
  const atLink: [link: number, network: number][] = []
  for (let v = 0; v < size; v++) {
    const network = networkOf[v] ?? -1
    if (((bits[v] ?? 0) & IS.link) !== 0 && network >= 0) atLink.push([v, network])
  }
  for (let e = 0; e < kinds.length; e++) {
    const kind = kinds[e] ?? -1
    const s = graph.from[e] ?? -1
    const t = graph.to[e] ?? -1
    if (kind < 0 || kind === DEPENDENCY || s < 0 || t < 0) continue
    const fromLink = ((bits[s] ?? 0) & IS.link) !== 0
    const toLink = ((bits[t] ?? 0) & IS.link) !== 0
    if (fromLink && toLink) leader.set(find(s), find(t))
    else if (fromLink || toLink) {
      const network = networkOf[fromLink ? t : s] ?? -1
      if (network >= 0) atLink.push([fromLink ? s : t, network])
    } else {
      const [a = -1, b = -1] = [networkOf[s], networkOf[t]]
      if (a >= 0 && b >= 0) join(a, b)
    }
  }
  const byLink = new Map<number, Set<number>>()
  for (const [link, network] of atLink) {
    const root = find(link)
    const joined = byLink.get(root)
    if (joined) joined.add(network)
    else byLink.set(root, new Set([network]))
  }
  for (const joined of byLink.values())
    for (const a of joined) for (const b of joined) if (a < b) join(a, b)
  return new Map(
    [...linked].map(([slot, others]) => [slot, [...others].map((one) => graph.idOf(one)).sort()]),
  )
}

/** Slot of the VPC or data center that each node is, or is in; -1 for none. */
function networksOf({ bits, parents, size }: BoardGraph): Int32Array {
  const found = new Int32Array(size).fill(-2)
  const path: number[] = []
  for (let v = 0; v < size; v++) {
    let up = v
    let network = -1
    path.length = 0
    // A loop among parents ends at a slot that is already on the path.
    while (up >= 0) {
      const known = found[up] ?? -1
      if (known !== -2) {
        network = known
        break
      }
      path.push(up)
      found[up] = -1
      if (((bits[up] ?? 0) & IS.network) !== 0) {
        network = up
        break
      }
      up = parents[up] ?? -1
    }
    for (const slot of path) found[slot] = network
  }
  return found
}
