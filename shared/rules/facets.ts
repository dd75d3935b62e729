import type { BoardView } from '../model/board-view'
import type { NodeId } from '../model/ids'
import type { BoardNode } from '../model/records'
import { singleWays } from './dominators'
import type { Tri } from './kleene'
import type { Knowledge } from './knowledge'
import { linkedNetworks } from './linked-networks'
import { buildRequestGraph, type RequestGraph } from './request-graph'
import { sameChain, syncChains, type SyncChain } from './sync-chains'
import { tiersOf } from './tiers'

/** What follows from the board's whole graph for one node. */
export interface NodeFacets {
  /**
   * Reached from people, clients or the internet over nothing but gateways, DNS and load balancers.
   *
   * Application servers, functions, API front doors and CDNs stop it: they decide who gets what. People drawn inside
   * a corporate data center are not on the internet; VPNs and other private links are not a way from it.
   */
  exposed: boolean
  /**
   * Every drawn path from an entry to some data store goes through it, or ends in it.
   *
   * `unknown` while that hangs on what some server does (its fact `role`).
   */
  onlyWay: Tri
  /** The servers whose role would settle `onlyWay`, at most {@link ROLE_LIMIT}. */
  roleUnknown: readonly NodeId[]
  /** Ids of its tier, itself among them, sorted; empty for what stands alone. */
  tier: readonly NodeId[]
  sync: SyncChain
  /** On a VPC or data center: the others that a drawn connection joins it with, sorted. */
  linkedNetworks: readonly NodeId[]
}

export interface Facets {
  of(id: NodeId): NodeFacets
}

/** More would not fit into a question. */
export const ROLE_LIMIT = 8

const NO_CHAIN: SyncChain = { hops: 0, inCycle: false }
const NONE: NodeFacets = {
  exposed: false,
  onlyWay: false,
  roleUnknown: [],
  tier: [],
  sync: NO_CHAIN,
  linkedNetworks: [],
}

/**
 * Works the facets of all nodes out, each in one pass over the graph.
 *
 * Only request, data and event connectors count as ways; replication and dependencies do not carry requests.
 */
export function computeFacets(
  view: BoardView,
  knowledge: Knowledge,
): ReadonlyMap<NodeId, NodeFacets> {
  const graph = buildRequestGraph(view, knowledge)
  const exposed = spreadExposure(view, graph)
  const ways = singleWays(graph, ROLE_LIMIT)
  const tiers = tiersOf(view, graph.services)
  const chains = syncChains(view, graph.services)
  const facets = new Map<NodeId, NodeFacets>()
  for (const [id, others] of linkedNetworks(view, graph.services))
    facets.set(id, { ...NONE, linkedNetworks: others })
  for (let i = 0; i < graph.nodes.length; i++) {
    const node = graph.nodes[i]
    if (!node || node.kind !== 'service') continue
    const tier = tiers.get(node.id) ?? NONE.tier
    const way = ways[i]
    const sync = chains.get(node.id)
    if (
      exposed[i] !== 1 &&
      (way === undefined || way.onlyWay === false) &&
      tier.length === 0 &&
      sync === undefined
    )
      continue
    facets.set(node.id, {
      exposed: exposed[i] === 1,
      onlyWay: way?.onlyWay ?? false,
      roleUnknown: (way?.roleUnknown ?? []).flatMap((at) => graph.nodes[at]?.id ?? []),
      tier,
      sync: sync ?? NO_CHAIN,
      linkedNetworks: NONE.linkedNetworks,
    })
  }
  return facets
}

export function facetsFrom(known: ReadonlyMap<NodeId, NodeFacets>): Facets {
  return { of: (id) => known.get(id) ?? NONE }
}

export function sameFacets(a: NodeFacets = NONE, b: NodeFacets = NONE): boolean {
  return (
    a.exposed === b.exposed &&
    a.onlyWay === b.onlyWay &&
    sameIds(a.roleUnknown, b.roleUnknown) &&
    sameIds(a.tier, b.tier) &&
    sameChain(a.sync, b.sync) &&
    sameIds(a.linkedNetworks, b.linkedNetworks)
  )
}

function sameIds(a: readonly NodeId[], b: readonly NodeId[]): boolean {
  return a === b || (a.length === b.length && a.every((id, i) => id === b[i]))
}

/** The part of a node's facts that facets depend on. */
export function facetFact(node: BoardNode): unknown {
  return node.facts['role']?.value
}

/** Marks what the internet reaches without anyone in between to decide. */
function spreadExposure(view: BoardView, graph: RequestGraph): Uint8Array {
  const { starts, targets } = graph.direct
  const reached = new Uint8Array(graph.size)
  const queue: number[] = []
  for (const entry of graph.entries) {
    const node = graph.nodes[entry]
    const onSite =
      node && view.ancestors(node.id).some((up) => up.groupKind === 'corporateDataCenter')
    if (!onSite) queue.push(entry)
  }
  const entries = new Set(queue)
  for (let v = queue.pop(); v !== undefined; v = queue.pop()) {
    for (let k = starts[v] ?? 0; k < (starts[v + 1] ?? 0); k++) {
      const next = targets[k] ?? 0
      if (reached[next] === 1) continue
      reached[next] = 1
      if (!entries.has(next) && passes(graph, next)) queue.push(next)
    }
  }
  return reached
}

function passes(graph: RequestGraph, v: number): boolean {
  const node = graph.nodes[v]
  if (!node) return true
  const traits = graph.services.get(node.id)?.traits ?? []
  if (traits.includes('hybridLink')) return false
  return (
    traits.includes('networkGateway') ||
    traits.includes('loadBalancer') ||
    traits.includes('dns') ||
    traits.includes('internet') ||
    traits.includes('client')
  )
}
