import type { EdgeId, NodeId } from '../model/ids'
import type { BoardGraph } from './board-graph'

/**
 * What an evaluation may look at, as small numbers: which of its aspects, of which node's or connector's slot.
 *
 * `identity` is what a thing is and is called, `facts` what is known about it, `links` which connectors end at it,
 * `place` the groups around it, `inside` all that is in it, `facets` what follows from the whole graph.
 */
export const ASPECTS = {
  identity: 0,
  links: 1,
  place: 2,
  children: 3,
  inside: 4,
  facets: 5,
  facts: 6,
  edgeIdentity: 8,
  edgeFacts: 9,
  /** With slot 0: the board's own record, which nodes there are, which connectors there are. */
  board: 10,
  allNodes: 11,
  allEdges: 12,
} as const
type Aspect = (typeof ASPECTS)[keyof typeof ASPECTS]

const PER_SLOT = 16

export function nameOf(aspect: Aspect, slot: number): number {
  return slot * PER_SLOT + aspect
}

/** Where an evaluation writes down what it looked at, so that an edit can find what depends on it. */
export class Reads {
  private list: number[] = []
  private seen = new Int32Array(1024)
  private turn = 0

  constructor(private readonly graph: BoardGraph) {}

  /** Starts the next list. */
  begin(): void {
    this.list = []
    this.turn++
  }

  /** Names noted since {@link begin}, each once, in the order in which they were read. */
  names(): readonly number[] {
    return this.list
  }

  node(id: NodeId): void {
    this.note(ASPECTS.identity, this.slot(id))
  }
  nodeFacts(id: NodeId): void {
    this.note(ASPECTS.facts, this.slot(id))
  }
  edge(id: EdgeId): void {
    this.note(ASPECTS.edgeIdentity, this.graph.edgeSlotOf({ id }))
  }
  edgeFacts(id: EdgeId): void {
    this.note(ASPECTS.edgeFacts, this.graph.edgeSlotOf({ id }))
  }
  links(id: NodeId): void {
    this.note(ASPECTS.links, this.slot(id))
  }
  place(id: NodeId): void {
    this.note(ASPECTS.place, this.slot(id))
  }
  children(id: NodeId): void {
    this.note(ASPECTS.children, this.slot(id))
  }
  descendants(id: NodeId): void {
    this.note(ASPECTS.inside, this.slot(id))
  }
  facets(id: NodeId): void {
    this.note(ASPECTS.facets, this.slot(id))
  }
  board(): void {
    this.note(ASPECTS.board, 0)
  }
  allNodes(): void {
    this.note(ASPECTS.allNodes, 0)
  }
  allEdges(): void {
    this.note(ASPECTS.allEdges, 0)
  }

  /** A node that is not there has a slot, too: something waits for it. */
  private slot(id: NodeId): number {
    return this.graph.slotOf({ id })
  }

  private note(aspect: Aspect, slot: number): void {
    const name = nameOf(aspect, slot)
    if (name >= this.seen.length) {
      const grown = new Int32Array(Math.max(name + 1, this.seen.length * 2))
      grown.set(this.seen)
      this.seen = grown
    }
    if (this.seen[name] === this.turn) return
    this.seen[name] = this.turn
    this.list.push(name)
  }
}

/** Which cells read a name. Most names have few readers, and some have thousands. */
export class Readers {
  private readonly byName: (number[] | Set<number> | undefined)[] = []

  of(name: number): Iterable<number> {
    return this.byName[name] ?? NOBODY
  }

  add(name: number, cell: number): void {
    const known = this.byName[name]
    if (!known) this.byName[name] = [cell]
    else if (known instanceof Set) known.add(cell)
    else if (!known.includes(cell)) {
      if (known.length < MOST_IN_LIST) known.push(cell)
      else this.byName[name] = new Set([...known, cell])
    }
  }

  remove(name: number, cell: number): void {
    const known = this.byName[name]
    if (known instanceof Set) known.delete(cell)
    else if (known) {
      const at = known.indexOf(cell)
      if (at >= 0) known.splice(at, 1)
    }
  }
}

const NOBODY: readonly number[] = []
const MOST_IN_LIST = 12
