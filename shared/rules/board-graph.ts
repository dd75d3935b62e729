import type { ServiceDefinition, Trait } from '../catalogue/define'
import type { BoardView } from '../model/board-view'
import type { NodeId } from '../model/ids'
import type { BoardEdge, BoardNode, EdgeKind } from '../model/records'
import type { Knowledge } from './knowledge'
import { UNIT_GROUPS } from './unit-groups'

/** What the graph's algorithms ask of a node, as bits. */
export const IS = {
  entry: 1,
  /** Passes exposure on: decides nothing about who gets what. */
  passesExposure: 1 << 1,
  onSiteGroup: 1 << 2,
  unitGroup: 1 << 3,
  /** Ends a synchronous chain. */
  buffers: 1 << 4,
  /** No hop of its own in a chain. */
  passesCalls: 1 << 5,
  outside: 1 << 6,
  link: 1 << 7,
  network: 1 << 8,
  tiered: 1 << 9,
  balancer: 1 << 10,
  service: 1 << 11,
} as const

export const NO_DATA = 0
export const DATA = 1
/** Depends on a role that nobody said. */
export const PERHAPS_DATA = 2

const DATA_ROLES: readonly unknown[] = ['database', 'file']

export const EDGE_KINDS: readonly EdgeKind[] = [
  'request',
  'data',
  'event',
  'replication',
  'dependency',
]
export const REQUEST = 0
export const DATA_EDGE = 1
export const EVENT = 2
export const DEPENDENCY = 4

/**
 * The board over small numbers ("slots"), kept up to date edit by edit, for algorithms that look at all of it.
 *
 * A slot belongs to one node, or one connector, for as long as this object lives; what is gone leaves a hole.
 */
export class BoardGraph {
  readonly nodeSlots = new Map<string, number>()
  readonly edgeSlots = new Map<string, number>()
  readonly nodes: (BoardNode | null)[] = []
  readonly services: (ServiceDefinition | null)[] = []
  readonly bits: number[] = []
  readonly data: number[] = []
  /** Slot of the group it is in; -1 at the top. */
  readonly parents: number[] = []
  /** Both ends' slots; -1 where there is no such node any more. */
  readonly from: number[] = []
  readonly to: number[] = []
  /** Index in {@link EDGE_KINDS}; -1 for a connector that is gone. */
  readonly kinds: number[] = []
  /** Connectors that end at a node that is not there (yet). */
  private dangling = false
  /** Slots of nodes whose role is unknown, by id: which of them a verdict names must not depend on drawing order. */
  private perhaps: number[] = []
  private complete = false

  constructor(
    view: BoardView,
    private readonly knowledge: Knowledge,
  ) {
    for (const node of view.nodes) this.slotOf(node)
    for (const node of view.nodes) this.putNode(view, node)
    this.perhaps = this.data
      .flatMap((data, slot) => (data === PERHAPS_DATA ? [slot] : []))
      .sort((a, b) => (this.idOf(a) < this.idOf(b) ? -1 : 1))
    this.complete = true
    for (const edge of view.edges) this.putEdge(edge)
  }

  get size(): number {
    return this.nodes.length
  }

  idOf(slot: number): NodeId {
    // Slots come from nodes, so there is one; a hole has no id and is asked for none.
    return this.nodes[slot]?.id ?? ('' as NodeId)
  }

  slotOf(node: { id: string }): number {
    const known = this.nodeSlots.get(node.id)
    if (known !== undefined) return known
    const slot = this.nodes.length
    this.nodeSlots.set(node.id, slot)
    this.nodes.push(null)
    this.services.push(null)
    this.bits.push(0)
    this.data.push(NO_DATA)
    this.parents.push(-1)
    return slot
  }

  edgeSlotOf(edge: { id: string }): number {
    const known = this.edgeSlots.get(edge.id)
    if (known !== undefined) return known
    const slot = this.kinds.length
    this.edgeSlots.set(edge.id, slot)
    this.from.push(-1)
    this.to.push(-1)
    this.kinds.push(-1)
    return slot
  }

  /** Unknown roles in the order of their ids. */
  get unknownRoles(): readonly number[] {
    return this.perhaps
  }

  /** Takes a new or changed node in. New nodes' slots must exist before the first of them is put. */
  putNode(view: BoardView, node: BoardNode): void {
    const slot = this.slotOf(node)
    const service =
      node.kind === 'service' ? (this.knowledge.service(node.serviceId) ?? null) : null
    const before = this.data[slot] ?? NO_DATA
    const parent = node.parentId === null ? undefined : view.parent(node.id)
    this.nodes[slot] = node
    this.services[slot] = service
    this.bits[slot] = bitsOf(node, service)
    this.data[slot] = dataOf(node, service)
    this.parents[slot] = parent ? (this.nodeSlots.get(parent.id) ?? -1) : -1
    if (this.complete) this.notePerhaps(slot, before)
  }

  removeNode(id: string): void {
    const slot = this.nodeSlots.get(id)
    if (slot === undefined) return
    const before = this.data[slot] ?? NO_DATA
    this.data[slot] = NO_DATA
    this.notePerhaps(slot, before)
    this.nodeSlots.delete(id)
    this.nodes[slot] = null
    this.services[slot] = null
    this.bits[slot] = 0
    this.parents[slot] = -1
    this.dangling = true
  }

  putEdge(edge: BoardEdge): void {
    const slot = this.edgeSlotOf(edge)
    const from = this.endAt(edge.source)
    const to = this.endAt(edge.target)
    if (from < 0 || to < 0) this.dangling = true
    this.from[slot] = from
    this.to[slot] = to
    this.kinds[slot] = EDGE_KINDS.indexOf(edge.kind)
  }

  /** Slot of a node that is there. One that is only waited for may have a slot, and is no way for anything. */
  private endAt(id: string): number {
    const slot = this.nodeSlots.get(id) ?? -1
    return this.nodes[slot] ? slot : -1
  }

  removeEdge(id: string): void {
    const slot = this.edgeSlots.get(id)
    if (slot === undefined) return
    this.edgeSlots.delete(id)
    this.kinds[slot] = -1
  }

  /** After nodes came or went: connectors whose ends were missing may have them now, and the other way round. */
  mend(view: BoardView): void {
    if (!this.dangling) return
    this.dangling = false
    for (const edge of view.edges) {
      const slot = this.edgeSlots.get(edge.id)
      if (slot === undefined) continue
      const [from, to] = [this.from[slot] ?? -1, this.to[slot] ?? -1]
      if (this.nodes[from]?.id !== edge.source || this.nodes[to]?.id !== edge.target)
        this.putEdge(edge)
    }
  }

  private notePerhaps(slot: number, before: number): void {
    const now = this.data[slot]
    if ((before === PERHAPS_DATA) === (now === PERHAPS_DATA)) return
    const id = this.idOf(slot)
    const list = this.perhaps
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.idOf(list[middle] ?? -1) < id) low = middle + 1
      else high = middle
    }
    if (now === PERHAPS_DATA) list.splice(low, 0, slot)
    else if (list[low] === slot) list.splice(low, 1)
  }
}

function bitsOf(node: BoardNode, service: ServiceDefinition | null): number {
  if (node.kind === 'group') {
    let bits = UNIT_GROUPS.has(node.groupKind) ? IS.unitGroup : 0
    if (node.groupKind === 'corporateDataCenter') bits |= IS.onSiteGroup | IS.network
    if (node.groupKind === 'vpc') bits |= IS.network
    return bits
  }
  if (!service) return IS.service
  const known = bitsByService.get(service)
  if (known !== undefined) return known
  const has = (...traits: Trait[]): boolean =>
    traits.some((trait) => service.traits.includes(trait))
  let bits: number = IS.service
  if (has('people', 'internet', 'client')) bits |= IS.entry | IS.outside
  if (!has('hybridLink') && has('networkGateway', 'loadBalancer', 'dns', 'internet', 'client'))
    bits |= IS.passesExposure
  if (has('queue', 'topic', 'eventBus', 'stream', 'cache')) bits |= IS.buffers
  if (has('loadBalancer', 'networkGateway', 'hybridLink', 'dns', 'cdn', 'apiFrontDoor'))
    bits |= IS.passesCalls
  if (has('hybridLink')) bits |= IS.link
  if (has('compute') && !has('function')) bits |= IS.tiered
  if (has('loadBalancer')) bits |= IS.balancer
  bitsByService.set(service, bits)
  return bits
}

const bitsByService = new WeakMap<ServiceDefinition, number>()

function dataOf(node: BoardNode, service: ServiceDefinition | null): number {
  if (!service) return NO_DATA
  if (service.traits.includes('dataStore')) return DATA
  if (!hasRole(service)) return NO_DATA
  const role = node.facts['role']?.value ?? undefined
  return role === undefined ? PERHAPS_DATA : DATA_ROLES.includes(role) ? DATA : NO_DATA
}

const withRole = new WeakMap<ServiceDefinition, boolean>()

function hasRole(service: ServiceDefinition): boolean {
  const known = withRole.get(service)
  if (known !== undefined) return known
  const found = service.facts.some((fact) => fact.key === 'role')
  withRole.set(service, found)
  return found
}
