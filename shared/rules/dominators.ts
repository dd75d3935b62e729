import { DATA, type BoardGraph } from './board-graph'
import type { Tri } from './kleene'
import type { RequestGraph } from './request-graph'
import { at, bump } from './rows'

export interface SingleWay {
  onlyWay: Tri
  /** Slots of the nodes whose role would settle it. */
  roleUnknown: readonly number[]
}

const SURE: SingleWay = { onlyWay: true, roleUnknown: [] }

/**
 * For every vertex: does all drawn traffic from the entries to some data store pass it, or end in it?
 *
 * That is dominance from a root in front of all entries: one depth-first order, then the iteration of Cooper, Harvey
 * and Kennedy, "A Simple, Fast Dominance Algorithm" (2001). Cycles and unreached parts are fine.
 */
export function singleWays(
  board: BoardGraph,
  graph: RequestGraph,
  limit: number,
): (SingleWay | undefined)[] {
  const {
    size,
    all: { starts, targets },
  } = graph
  const found = Array.from<SingleWay | undefined>({ length: board.size })
  if (graph.entries.length === 0) return found
  const order = reversePostorder(graph)
  const rank = new Int32Array(size).fill(-1)
  order.forEach((v, i) => (rank[v] = i))

  // Predecessors by rank, in compressed rows; rank order makes dominators smaller than what they dominate.
  const count = order.length
  const predStarts = new Int32Array(count + 1)
  for (const v of order)
    for (let k = starts[v] ?? 0; k < (starts[v + 1] ?? 0); k++)
      bump(predStarts, at(rank, at(targets, k)) + 1)
  for (let i = 0; i < count; i++) bump(predStarts, i + 1, at(predStarts, i))
  const next = predStarts.slice()
  const preds = new Int32Array(at(predStarts, count))
  for (const v of order)
    for (let k = starts[v] ?? 0; k < (starts[v + 1] ?? 0); k++) {
      const to = at(rank, at(targets, k))
      preds[at(next, to)] = at(rank, v)
      bump(next, to)
    }

  // The root in front of the entries has rank -1; -2 means not yet known.
  const idom = new Int32Array(count).fill(-2)
  const isEntry = new Uint8Array(count)
  for (const entry of graph.entries) isEntry[at(rank, entry)] = 1
  for (let changed = true; changed;) {
    changed = false
    for (let i = 0; i < count; i++) {
      let best = isEntry[i] === 1 ? -1 : -2
      for (let k = at(predStarts, i); k < at(predStarts, i + 1) && best !== -1; k++) {
        const p = at(preds, k)
        if (idom[p] === -2) continue
        best = best === -2 ? p : meet(idom, best, p)
      }
      if (best !== -2 && idom[i] !== best) {
        idom[i] = best
        changed = true
      }
    }
  }

  const sure = new Uint8Array(count)
  for (let i = count - 1; i >= 0; i--) {
    const v = order[i] ?? 0
    if (board.data[v] === DATA) sure[i] = 1
    const up = at(idom, i)
    if (sure[i] === 1 && up >= 0) sure[up] = 1
  }
  const waiting = Array.from<number[] | undefined>({ length: count })
  for (const v of board.unknownRoles)
    for (let i = at(rank, v); i >= 0; i = at(idom, i)) {
      const list = waiting[i]
      // A full list means that everything further up is full as well.
      if (list && list.length >= limit) break
      if (list) list.push(v)
      else waiting[i] = [v]
    }
  for (let i = 0; i < count; i++) {
    const v = order[i] ?? 0
    if (v >= found.length) continue
    const roles = waiting[i]
    if (sure[i] === 1) found[v] = SURE
    else if (roles) found[v] = { onlyWay: 'unknown', roleUnknown: roles }
  }
  return found
}

/** Nearest common dominator. Ranks fall on the way up, the root being -1. */
function meet(idom: Int32Array, a: number, b: number): number {
  let x = a
  let y = b
  while (x !== y) {
    if (x > y) x = at(idom, x)
    else y = at(idom, y)
  }
  return x
}

function reversePostorder(graph: RequestGraph): number[] {
  const {
    all: { starts, targets },
    size,
  } = graph
  const seen = new Uint8Array(size)
  const cursor = starts.slice(0, size)
  const post: number[] = []
  for (const entry of graph.entries) {
    if (seen[entry] === 1) continue
    seen[entry] = 1
    const stack = [entry]
    while (stack.length > 0) {
      const v = stack[stack.length - 1] ?? 0
      const k = at(cursor, v)
      if (k >= at(starts, v + 1)) {
        post.push(v)
        stack.pop()
        continue
      }
      cursor[v] = k + 1
      const to = at(targets, k)
      if (seen[to] === 1) continue
      seen[to] = 1
      stack.push(to)
    }
  }
  return post.reverse()
}
