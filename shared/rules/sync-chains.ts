import type { ServiceDefinition } from '../catalogue/define'
import type { BoardView } from '../model/board-view'
import type { NodeId } from '../model/ids'
import { at, bump } from './request-graph'

export interface SyncChain {
  /** Hops of the longest chain of synchronous requests that starts here; what stands in a cycle counts as one. */
  hops: number
  inCycle: boolean
}

const NONE: SyncChain = { hops: 0, inCycle: false }

/**
 * How long callers wait for others, by node; what waits for nobody is left out.
 *
 * The drawing decides: request and data connectors wait for their answer, the other kinds do not. A chain ends at what
 * buffers or answers by itself (queue, topic, event bus, stream, cache). What only passes traffic on (load balancer,
 * gateway, DNS, CDN, API front door) is no hop of its own.
 */
export function syncChains(
  view: BoardView,
  services: ReadonlyMap<NodeId, ServiceDefinition>,
): ReadonlyMap<NodeId, SyncChain> {
  const ids: NodeId[] = []
  const index = new Map<NodeId, number>()
  const from: number[] = []
  const to: number[] = []
  const vertex = (id: NodeId): number => {
    const known = index.get(id)
    if (known !== undefined) return known
    index.set(id, ids.length)
    return ids.push(id) - 1
  }
  for (const edge of view.edges) {
    if (edge.kind !== 'request' && edge.kind !== 'data') continue
    const source = services.get(edge.source)
    const target = services.get(edge.target)
    if (!source || !target || edge.source === edge.target) continue
    if (has(source, OUTSIDE) || has(target, BUFFERS) || has(target, OUTSIDE)) continue
    from.push(vertex(edge.source))
    to.push(vertex(edge.target))
  }
  const { component, order, sizes } = components(ids.length, from, to)
  // Components come out with what they lead to first, so one pass settles the longest chain from each.
  const hops = new Float64Array(sizes.length)
  const outgoing = rowsOf(ids.length, from, to)
  for (const v of order) {
    const own = at(component, v)
    for (let k = at(outgoing.starts, v); k < at(outgoing.starts, v + 1); k++) {
      const next = at(outgoing.targets, k)
      const other = at(component, next)
      if (other === own) continue
      const id = ids[next]
      const service = id && services.get(id)
      const step = service && has(service, PASSES) ? 0 : 1
      hops[own] = Math.max(hops[own] ?? 0, (hops[other] ?? 0) + step)
    }
  }
  const found = new Map<NodeId, SyncChain>()
  ids.forEach((id, v) => {
    const own = at(component, v)
    const inCycle = (sizes[own] ?? 1) > 1
    const length = hops[own] ?? 0
    if (length > 0 || inCycle) found.set(id, { hops: length, inCycle })
  })
  return found
}

export function sameChain(a: SyncChain = NONE, b: SyncChain = NONE): boolean {
  return a.hops === b.hops && a.inCycle === b.inCycle
}

const OUTSIDE = ['people', 'internet', 'client'] as const
const BUFFERS = ['queue', 'topic', 'eventBus', 'stream', 'cache'] as const
const PASSES = [
  'loadBalancer',
  'networkGateway',
  'hybridLink',
  'dns',
  'cdn',
  'apiFrontDoor',
] as const

function has(service: ServiceDefinition, traits: readonly ServiceDefinition['traits'][number][]) {
  return service.traits.some((trait) => traits.includes(trait))
}

function rowsOf(size: number, from: readonly number[], to: readonly number[]) {
  const starts = new Int32Array(size + 1)
  for (const v of from) bump(starts, v + 1)
  for (let v = 0; v < size; v++) bump(starts, v + 1, at(starts, v))
  const next = starts.slice()
  const targets = new Int32Array(from.length)
  from.forEach((v, i) => {
    targets[at(next, v)] = to[i] ?? 0
    bump(next, v)
  })
  return { starts, targets }
}

/**
 * Strongly connected components, without recursion. `order` lists all vertices, components that lead nowhere first.
 *
 * Source: R. Tarjan, "Depth-first search and linear graph algorithms" (1972).
 */
function components(
  size: number,
  from: readonly number[],
  to: readonly number[],
): { component: Int32Array; order: number[]; sizes: number[] } {
  const { starts, targets } = rowsOf(size, from, to)
  const component = new Int32Array(size).fill(-1)
  const low = new Int32Array(size)
  const number = new Int32Array(size).fill(-1)
  const cursor = starts.slice(0, size)
  const open: number[] = []
  const order: number[] = []
  const sizes: number[] = []
  let count = 0
  for (let root = 0; root < size; root++) {
    if (at(number, root) >= 0) continue
    const path = [root]
    number[root] = low[root] = count++
    open.push(root)
    while (path.length > 0) {
      const v = path[path.length - 1] ?? 0
      const k = at(cursor, v)
      if (k < at(starts, v + 1)) {
        cursor[v] = k + 1
        const next = at(targets, k)
        if (at(number, next) < 0) {
          number[next] = low[next] = count++
          open.push(next)
          path.push(next)
        } else if (at(component, next) < 0) low[v] = Math.min(at(low, v), at(number, next))
        continue
      }
      path.pop()
      const up = path[path.length - 1]
      if (up !== undefined) low[up] = Math.min(at(low, up), at(low, v))
      if (at(low, v) !== at(number, v)) continue
      let members = 0
      for (let w = open.pop(); w !== undefined; w = open.pop()) {
        component[w] = sizes.length
        order.push(w)
        members++
        if (w === v) break
      }
      sizes.push(members)
    }
  }
  return { component, order, sizes }
}
