import type { BoardView } from '../model/board-view'
import { DATA_EDGE, EVENT, IS, REQUEST, type BoardGraph } from './board-graph'
import { rowsOf, type Rows } from './rows'

/**
 * Requests as a directed graph. Vertices are the slots of the board's nodes; a unit group with connectors has two more:
 * into it and out of it.
 */
export interface RequestGraph {
  size: number
  /** Request, data and event connectors; replication and dependencies carry no requests. */
  all: Rows
  /** Request and data connectors only: what exposure follows. */
  direct: Rows
  entries: readonly number[]
}

/** Reads the requests off a board. Connectors to nowhere, or to oneself, are left out. */
export function buildRequestGraph(view: BoardView, graph: BoardGraph): RequestGraph {
  const { bits, from: sources, to: targets, kinds } = graph
  const entries: number[] = []
  for (let v = 0; v < bits.length; v++) if (((bits[v] ?? 0) & IS.entry) !== 0) entries.push(v)
  const from: number[] = []
  const to: number[] = []
  const isDirect: number[] = []
  let size = graph.size
  const gates = new Map<number, number>()
  /** Vertex into the group; the one after it leads out. */
  const gate = (group: number): number => {
    const known = gates.get(group)
    if (known !== undefined) return known
    const inward = size
    size += 2
    gates.set(group, inward)
    for (const inner of view.descendants(graph.idOf(group))) {
      const slot = inner.kind === 'service' ? graph.nodeSlots.get(inner.id) : undefined
      if (slot === undefined) continue
      from.push(inward, slot)
      to.push(slot, inward + 1)
      isDirect.push(1, 1)
    }
    return inward
  }
  for (let e = 0; e < kinds.length; e++) {
    const kind = kinds[e] ?? -1
    if (kind !== REQUEST && kind !== DATA_EDGE && kind !== EVENT) continue
    const s = sources[e] ?? -1
    const t = targets[e] ?? -1
    if (s < 0 || t < 0 || s === t) continue
    // Making a gate adds connectors of its own: both ends first, then this one.
    const start = ((bits[s] ?? 0) & IS.unitGroup) !== 0 ? gate(s) + 1 : s
    const end = ((bits[t] ?? 0) & IS.unitGroup) !== 0 ? gate(t) : t
    from.push(start)
    to.push(end)
    isDirect.push(kind === EVENT ? 0 : 1)
  }
  return {
    size,
    all: rowsOf(size, from, to),
    direct: rowsOf(size, from, to, Uint8Array.from(isDirect)),
    entries,
  }
}
