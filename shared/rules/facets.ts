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
import { allAtOnce, type Pieces } from '../lib/pieces'

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

/** What follows from who may ask whom. */
interface Reached {
  exposed: Uint8Array
  ways: readonly (SingleWay | undefined)[]
}

interface Found extends Reached {
  tiers: ReadonlyMap<number, readonly NodeId[]>
  chains: SyncChains
  networks: ReadonlyMap<number, readonly NodeId[]>
}

/** Facets of every node of a board at one moment. */
export class FacetTable implements Facets {
  private constructor(
    private readonly graph: BoardGraph,
    private readonly found: Found,
  ) {}

  static of(view: BoardView, graph: BoardGraph): FacetTable {
    return allAtOnce(FacetTable.inPieces(view, graph))
  }

  /**
   * Works facets out, part by part.
   *
   * @param before the table before the edit, of the same graph; parts that cannot have changed are taken from it
   */
  static *inPieces(
    view: BoardView,
    graph: BoardGraph,
    parts: FacetParts = ALL_PARTS,
    before: FacetTable | null = null,
  ): Pieces<FacetTable> {
    let reached: Reached
    if (before && !parts.requests) reached = before.found
    else {
      const requests = buildRequestGraph(view, graph)
      yield
      const exposed = spreadExposure(graph, requests)
      yield
      reached = { exposed, ways: singleWays(graph, requests, ROLE_LIMIT) }
      yield
    }
    const tiers = parts.tiers || !before ? tiersOf(graph) : before.found.tiers
    yield
    const chains = parts.chains || !before ? syncChains(graph) : before.found.chains
    yield
    const networks = parts.networks || !before ? linkedNetworks(graph) : before.found.networks
    return new FacetTable(graph, {
      exposed: reached.exposed,
      ways: reached.ways,
      tiers,
      chains,
      networks,
    })
  }

  of(id: NodeId): NodeFacets {
    const slot = this.graph.nodeSlots.get(id)
    if (slot === undefined) return NONE
    const service = ((this.graph.bits[slot] ?? 0) & IS.service) !== 0
    const way = service ? this.found.ways[slot] : undefined
    return {
      exposed: service && this.found.exposed[slot] === 1,
      onlyWay: way?.onlyWay ?? false,
      roleUnknown: way ? way.roleUnknown.map((one) => this.graph.idOf(one)) : NO_IDS,
      tier: this.found.tiers.get(slot) ?? NO_IDS,
      sync: service
        ? { hops: at(this.found.chains.hops, slot), inCycle: this.found.chains.inCycle[slot] === 1 }
        : NO_CHAIN,
      linkedNetworks: this.found.networks.get(slot) ?? NO_IDS,
    }
  }

  /** Calls back with the slot of each node whose facets differ from those in an earlier table of the same graph. */
  compare(before: FacetTable, differs: (slot: number) => void): void {
    const size = this.graph.size
    const same = {
      requests: this.found.ways === before.found.ways,
      chains: this.found.chains === before.found.chains,
      tiers: this.found.tiers === before.found.tiers,
      networks: this.found.networks === before.found.networks,
    }
    for (let v = 0; v < size; v++)
      if (
        (!same.requests &&
          ((this.found.exposed[v] ?? 0) !== (before.found.exposed[v] ?? 0) ||
            !sameWay(this.found.ways[v], before.found.ways[v]))) ||
        (!same.chains &&
          ((this.found.chains.hops[v] ?? 0) !== (before.found.chains.hops[v] ?? 0) ||
            (this.found.chains.inCycle[v] ?? 0) !== (before.found.chains.inCycle[v] ?? 0))) ||
        (!same.tiers && !sameItems(this.found.tiers.get(v), before.found.tiers.get(v))) ||
        (!same.networks && !sameItems(this.found.networks.get(v), before.found.networks.get(v)))
      )
        differs(v)
  }
}

/** Works the facets of all nodes of a board out. */
export function computeFacets(view: BoardView, knowledge: Knowledge): FacetTable {
  return FacetTable.of(view, new BoardGraph(view, knowledge))
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
