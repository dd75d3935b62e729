import { DATA_EDGE, IS, REQUEST, type BoardGraph } from './board-graph'
import { at, rowsOf, type Rows } from './rows'

/** How long callers wait for others, by slot. */
export interface SyncChains {
  /** Hops of the longest chain of synchronous requests that starts here; what stands in a cycle counts as one. */
  hops: Int32Array
  inCycle: Uint8Array
}

/**
 * Longest chains of calls that wait for their answer, and cycles of them.
 *
 * The drawing decides: request and data connectors wait for their answer, the other kinds do not. A chain ends at what
 * buffers or answers by itself (queue, topic, event bus, stream, cache). What only passes traffic on (load balancer,
 * gateway, DNS, CDN, API front door) is no hop of its own.
 */
export function syncChains(graph: BoardGraph): SyncChains {
  const { size, bits, kinds } = graph
  const from: number[] = []
  const to: number[] = []
  for (let e = 0; e < kinds.length; e++) {
    const kind = kinds[e]
    if (kind !== REQUEST && kind !== DATA_EDGE) continue
    const s = graph.from[e] ?? -1
    const t = graph.to[e] ?? -1
    const source = bits[s] ?? 0
    const target = bits[t] ?? 0
    if (s === t || (source & IS.service) === 0 || (target & IS.service) === 0) continue
    if ((source & IS.outside) !== 0 || (target & (IS.outside | IS.buffers)) !== 0) continue
    from.push(s)
    to.push(t)
  }
  const rows = rowsOf(size, from, to)
  const { component, order, sizes } = components(size, rows)
  // Components come out with what they lead to first, so one pass settles the longest chain from each.
  const longest = new Int32Array(sizes.length)
  for (const v of order) {
    const own = at(component, v)
    for (let k = at(rows.starts, v); k < at(rows.starts, v + 1); k++) {
      const next = at(rows.targets, k)
      const other = at(component, next)
      if (other === own) continue
      const step = ((bits[next] ?? 0) & IS.passesCalls) !== 0 ? 0 : 1
      longest[own] = Math.max(at(longest, own), at(longest, other) + step)
    }
  }
  const hops = new Int32Array(size)
  const inCycle = new Uint8Array(size)
  for (const v of order) {
    const own = at(component, v)
    hops[v] = at(longest, own)
    inCycle[v] = (sizes[own] ?? 1) > 1 ? 1 : 0
  }
  return { hops, inCycle }
}

/**
 * Strongly connected components, without recursion. `order` lists all vertices, components that lead nowhere first.
 *
 * Source: R. Tarjan, "Depth-first search and linear graph algorithms" (1972).
 */
function components(
  size: number,
  { starts, targets }: Rows,
): { component: Int32Array; order: number[]; sizes: number[] } {
  const component = new Int32Array(size).fill(-1)
  const low = new Int32Array(size)
  const number = new Int32Array(size).fill(-1)
  const cursor = starts.slice(0, size)
  const open: number[] = []
  const path: number[] = []
  const order: number[] = []
  const sizes: number[] = []
  let count = 0
  const enter = (v: number): void => {
    number[v] = low[v] = count++
    open.push(v)
    path.push(v)
  }
  for (let root = 0; root < size; root++) {
    if (at(number, root) >= 0 || at(starts, root) === at(starts, root + 1)) continue
    enter(root)
    while (path.length > 0) {
      const v = path[path.length - 1] ?? 0
      const k = at(cursor, v)
      if (k < at(starts, v + 1)) {
        cursor[v] = k + 1
        const next = at(targets, k)
        if (at(number, next) < 0) enter(next)
        else if (at(component, next) < 0) low[v] = Math.min(at(low, v), at(number, next))
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
