import type { BoardView } from '../model/board-view'
import type { NodeId } from '../model/ids'
import { IS, BoardGraph } from './board-graph'
import { singleWays, type SingleWay } from './dominators'
import type { Tri } from './kleene'
import type { Knowledge } from './knowledge'
import { linkedNetworks } from './linked-networks'
import { buildRequestGraph, type RequestGraph } from './request-graph'
import { at } from './rows'
import { syncChains, type SyncChains } from './sync-chains'
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
  sync: { hops: number; inCycle: boolean }
  /** On a VPC or data center: the others that a drawn connection joins it with, sorted. */
  linkedNetworks: readonly NodeId[]
}

export interface Facets {
  of(id: NodeId): NodeFacets
}

/** More would not fit into a question. */
export const ROLE_LIMIT = 8

const NO_CHAIN = { hops: 0, inCycle: false }
const NO_IDS: readonly NodeId[] = []
const NONE: NodeFacets = {
  exposed: false,
  onlyWay: false,
  roleUnknown: NO_IDS,
  tier: NO_IDS,
  sync: NO_CHAIN,
  linkedNetworks: NO_IDS,
}

/** Parts of the facets, each worked out in one pass, and only anew when an edit may have changed it. */
export interface FacetParts {
  requests: boolean
  tiers: boolean
  chains: boolean
  networks: boolean
}

export const ALL_PARTS: FacetParts = { requests: true, tiers: true, chains: true, networks: true }

/** Facets of every node of a board at one moment. */
export class FacetTable implements Facets {
  private readonly exposed: Uint8Array
  private readonly ways: readonly (SingleWay | undefined)[]
  private readonly tiers: ReadonlyMap<number, readonly NodeId[]>
  private readonly chains: SyncChains
  private readonly networks: ReadonlyMap<number, readonly NodeId[]>

  /** @param before the table before the edit, of the same graph; parts that cannot have changed are taken from it. */
  constructor(
    view: BoardView,
    private readonly graph: BoardGraph,
    parts: FacetParts = ALL_PARTS,
    before: FacetTable | null = null,
  ) {
    if (parts.requests || !before) {
      const requests = buildRequestGraph(view, graph)
      this.exposed = spreadExposure(graph, requests)
      this.ways = singleWays(graph, requests, ROLE_LIMIT)
    } else {
      this.exposed = before.exposed
      this.ways = before.ways
    }
    this.tiers = parts.tiers || !before ? tiersOf(graph) : before.tiers
    this.chains = parts.chains || !before ? syncChains(graph) : before.chains
    this.networks = parts.networks || !before ? linkedNetworks(graph) : before.networks
  }

  of(id: NodeId): NodeFacets {
    const slot = this.graph.nodeSlots.get(id)
    if (slot === undefined) return NONE
    const service = ((this.graph.bits[slot] ?? 0) & IS.service) !== 0
    const way = service ? this.ways[slot] : undefined
    return {
      exposed: service && this.exposed[slot] === 1,
      onlyWay: way?.onlyWay ?? false,
      roleUnknown: way ? way.roleUnknown.map((one) => this.graph.idOf(one)) : NO_IDS,
      tier: this.tiers.get(slot) ?? NO_IDS,
      sync: service
        ? { hops: at(this.chains.hops, slot), inCycle: this.chains.inCycle[slot] === 1 }
        : NO_CHAIN,
      linkedNetworks: this.networks.get(slot) ?? NO_IDS,
    }
  }

  /** Calls back with the slot of each node whose facets differ from those in an earlier table of the same graph. */
  compare(before: FacetTable, differs: (slot: number) => void): void {
    const size = this.graph.size
    const same = {
      requests: this.ways === before.ways,
      chains: this.chains === before.chains,
      tiers: this.tiers === before.tiers,
      networks: this.networks === before.networks,
    }
    for (let v = 0; v < size; v++)
      if (
        (!same.requests &&
          ((this.exposed[v] ?? 0) !== (before.exposed[v] ?? 0) ||
            !sameWay(this.ways[v], before.ways[v]))) ||
        (!same.chains &&
          ((this.chains.hops[v] ?? 0) !== (before.chains.hops[v] ?? 0) ||
            (this.chains.inCycle[v] ?? 0) !== (before.chains.inCycle[v] ?? 0))) ||
        (!same.tiers && !sameItems(this.tiers.get(v), before.tiers.get(v))) ||
        (!same.networks && !sameItems(this.networks.get(v), before.networks.get(v)))
      )
        differs(v)
  }
}

/** Works the facets of all nodes of a board out. */
export function computeFacets(view: BoardView, knowledge: Knowledge): FacetTable {
  return new FacetTable(view, new BoardGraph(view, knowledge))
}

function sameWay(a: SingleWay | undefined, b: SingleWay | undefined): boolean {
  return a === b || (a?.onlyWay === b?.onlyWay && sameItems(a?.roleUnknown, b?.roleUnknown))
}

function sameItems<T>(a: readonly T[] | undefined, b: readonly T[] | undefined): boolean {
  if (a === b) return true
  return a?.length === b?.length && a?.every((item, i) => item === b?.[i]) === true
}

/** Marks what the internet reaches without anyone in between to decide. */
function spreadExposure(graph: BoardGraph, requests: RequestGraph): Uint8Array {
  const { starts, targets } = requests.direct
  const { bits, parents } = graph
  const reached = new Uint8Array(requests.size)
  const isEntry = new Uint8Array(requests.size)
  const queue: number[] = []
  for (const entry of requests.entries) {
    if (isOnSite(graph, parents[entry] ?? -1)) continue
    isEntry[entry] = 1
    queue.push(entry)
  }
  for (let v = queue.pop(); v !== undefined; v = queue.pop()) {
    for (let k = at(starts, v); k < at(starts, v + 1); k++) {
      const next = at(targets, k)
      if (reached[next] === 1) continue
      reached[next] = 1
      const passes = next >= graph.size || ((bits[next] ?? 0) & IS.passesExposure) !== 0
      if (isEntry[next] !== 1 && passes) queue.push(next)
    }
  }
  return reached
}

function isOnSite({ bits, parents }: BoardGraph, parent: number): boolean {
  const seen = new Set<number>()
  for (let up = parent; up >= 0 && !seen.has(up); up = parents[up] ?? -1) {
    if (((bits[up] ?? 0) & IS.onSiteGroup) !== 0) return true
    seen.add(up)
  }
  return false
}
