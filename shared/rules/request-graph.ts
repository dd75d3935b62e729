import type { ServiceDefinition } from '../catalogue/define'
import type { BoardView } from '../model/board-view'
import type { NodeId } from '../model/ids'
import type { BoardNode } from '../model/records'
import type { Knowledge } from './knowledge'
import { UNIT_GROUPS } from './unit-groups'

const DATA_ROLES: readonly unknown[] = ['database', 'file']

/** Requests as a directed graph over small numbers. A unit group has two extra vertices: into it and out of it. */
export interface RequestGraph {
  /** Vertices 0 to n-1 are the board's nodes in order; the extra ones follow. */
  nodes: readonly BoardNode[]
  services: ReadonlyMap<NodeId, ServiceDefinition>
  size: number
  /** Adjacency in compressed rows: successors of v are `targets[starts[v]..starts[v+1])`. */
  starts: Int32Array
  targets: Int32Array
  /** Same, for request and data connectors only: what exposure follows. */
  direct: { starts: Int32Array; targets: Int32Array }
  entries: readonly number[]
  /** 0 no data, 1 data, 2 perhaps: depends on an unknown role. */
  data: Uint8Array
}

/** Reads the requests off a board. Connectors to nowhere, or to oneself, are left out. */
export function buildRequestGraph(view: BoardView, knowledge: Knowledge): RequestGraph {
  const nodes = view.nodes
  const index = new Map<NodeId, number>()
  const services = new Map<NodeId, ServiceDefinition>()
  const entries: number[] = []
  const data = new Uint8Array(nodes.length * 3)
  nodes.forEach((node, i) => {
    index.set(node.id, i)
    if (node.kind !== 'service') return
    const service = knowledge.service(node.serviceId)
    if (!service) return
    services.set(node.id, service)
    const { traits } = service
    if (traits.includes('people') || traits.includes('internet') || traits.includes('client'))
      entries.push(i)
    if (traits.includes('dataStore')) data[i] = 1
    else if (hasRole(service)) {
      const role = node.facts['role']?.value
      data[i] = role === undefined ? 2 : DATA_ROLES.includes(role) ? 1 : 0
    }
  })
  const from: number[] = []
  const to: number[] = []
  const isDirect: boolean[] = []
  let size = nodes.length
  const gates = new Map<NodeId, { in: number; out: number }>()
  const gate = (group: BoardNode): { in: number; out: number } => {
    const known = gates.get(group.id)
    if (known) return known
    const made = { in: size, out: size + 1 }
    size += 2
    gates.set(group.id, made)
    for (const inner of view.descendants(group.id)) {
      const at = index.get(inner.id)
      if (at === undefined || inner.kind !== 'service') continue
      from.push(made.in, at)
      to.push(at, made.out)
      isDirect.push(true, true)
    }
    return made
  }
  for (const edge of view.edges) {
    if (edge.kind !== 'request' && edge.kind !== 'data' && edge.kind !== 'event') continue
    const s = index.get(edge.source)
    const t = index.get(edge.target)
    if (s === undefined || t === undefined || s === t) continue
    const source = nodes[s]
    const target = nodes[t]
    if (!source || !target) continue
    // Making a gate adds connectors of its own: both ends first, then this one.
    const start = isUnit(source) ? gate(source).out : s
    const end = isUnit(target) ? gate(target).in : t
    from.push(start)
    to.push(end)
    isDirect.push(edge.kind !== 'event')
  }
  return {
    nodes,
    services,
    size,
    ...rows(size, from, to, null),
    direct: rows(size, from, to, isDirect),
    entries,
    data: data.length >= size ? data.subarray(0, size) : grown(data, size),
  }
}

const withRole = new WeakMap<ServiceDefinition, boolean>()

function hasRole(service: ServiceDefinition): boolean {
  const known = withRole.get(service)
  if (known !== undefined) return known
  const found = service.facts.some((fact) => fact.key === 'role')
  withRole.set(service, found)
  return found
}

function isUnit(node: BoardNode): boolean {
  return node.kind === 'group' && UNIT_GROUPS.has(node.groupKind)
}

function grown(data: Uint8Array, size: number): Uint8Array {
  const made = new Uint8Array(size)
  made.set(data)
  return made
}

function rows(
  size: number,
  from: readonly number[],
  to: readonly number[],
  only: readonly boolean[] | null,
): { starts: Int32Array; targets: Int32Array } {
  const starts = new Int32Array(size + 1)
  for (let i = 0; i < from.length; i++)
    if (only === null || only[i]) bump(starts, (from[i] ?? 0) + 1)
  for (let v = 0; v < size; v++) bump(starts, v + 1, at(starts, v))
  const next = starts.slice()
  const targets = new Int32Array(starts[size] ?? 0)
  for (let i = 0; i < from.length; i++) {
    if (only !== null && !only[i]) continue
    const v = from[i] ?? 0
    targets[next[v] ?? 0] = to[i] ?? 0
    bump(next, v)
  }
  return { starts, targets }
}

/** Reads inside bounds; who calls it keeps them. */
export function at(list: Int32Array, i: number): number {
  return list[i] ?? 0
}

export function bump(list: Int32Array, i: number, by = 1): void {
  list[i] = at(list, i) + by
}
