import type { ServiceScope, Trait } from '../catalogue/define'
import type { BoardView } from '../model/board-view'
import type { NodeId } from '../model/ids'
import type { Board, BoardEdge, BoardNode, Fact, GroupNode } from '../model/records'
import type { Relation } from './expression'
import type { Facets } from './facets'
import type { Knowledge } from './knowledge'
import type { Reads } from './reads'
import { UNIT_GROUPS } from './unit-groups'
import { DISPOSITION_KEY, type Subject } from './verdict'

/** Anything that a rule can speak about. */
export type Thing = BoardNode | BoardEdge | Board

export function isEdge(thing: Thing): thing is BoardEdge {
  return 'source' in thing
}

export function isNode(thing: Thing): thing is BoardNode {
  return 'parentId' in thing
}

export function subjectOf(thing: Thing): Subject {
  if (isEdge(thing)) return { kind: 'edge', id: thing.id }
  if (isNode(thing)) return { kind: 'node', id: thing.id }
  return { kind: 'board', id: thing.id }
}

/** All that rules can speak about: nodes in drawing order, then connectors, then the board. */
export function thingsOn(view: BoardView): Thing[] {
  return [...view.nodes, ...view.edges, view.board]
}

const NO_TRAITS: readonly Trait[] = []

/** The board as the evaluator sees it: every look is written down in `reads`, if there is one. */
export class Scene {
  constructor(
    readonly view: BoardView,
    readonly facets: Facets,
    readonly knowledge: Knowledge,
    public reads: Reads | null = null,
  ) {}

  node(id: NodeId): BoardNode | undefined {
    this.reads?.node(id)
    return this.view.node(id)
  }

  /** Notes that what this thing is and is called was looked at. */
  look(thing: Thing): void {
    if (!this.reads) return
    if (isEdge(thing)) this.reads.edge(thing.id)
    else if (isNode(thing)) this.reads.node(thing.id)
    else this.reads.board()
  }

  fact(thing: Thing, key: string): Fact | undefined {
    if (isEdge(thing)) this.reads?.edgeFacts(thing.id)
    else if (isNode(thing)) this.reads?.nodeFacts(thing.id)
    if (isNode(thing) && thing.kind === 'service' && key === DISPOSITION_KEY)
      return thing.disposition === undefined
        ? undefined
        : { value: thing.disposition, source: 'user' }
    return isEdge(thing) || isNode(thing) ? thing.facts[key] : undefined
  }

  traits(thing: Thing): readonly Trait[] {
    this.look(thing)
    if (!isNode(thing) || thing.kind !== 'service') return NO_TRAITS
    return this.knowledge.service(thing.serviceId)?.traits ?? NO_TRAITS
  }

  /** `null` for what is not a service of the catalogue. */
  scope(thing: Thing): ServiceScope | null {
    this.look(thing)
    if (!isNode(thing) || thing.kind !== 'service') return null
    return this.knowledge.service(thing.serviceId)?.scope ?? null
  }

  /** Nearest first. */
  ancestors(thing: Thing): readonly GroupNode[] {
    if (!isNode(thing)) return []
    this.reads?.place(thing.id)
    const found = this.view.ancestors(thing.id)
    for (const group of found) this.look(group)
    return found
  }

  descendants(thing: Thing): readonly BoardNode[] {
    if (!isNode(thing)) return []
    this.reads?.descendants(thing.id)
    return this.view.descendants(thing.id)
  }

  /** Whether all that belongs to a thing is drawn: the nearest group that says so decides; a sketch otherwise. */
  completeness(thing: Thing): { complete: boolean; settledBy: Subject } {
    const own = isNode(thing) && thing.kind === 'group' ? [thing] : []
    const around = [...own, ...this.ancestors(thing)]
    const deciding = around.find((group) => group.detail !== undefined)
    const asked = deciding ?? around[0]
    return {
      complete: deciding?.detail === 'complete',
      settledBy: asked ? { kind: 'node', id: asked.id } : { kind: 'board', id: this.view.board.id },
    }
  }

  edges(thing: Thing, direction: 'in' | 'out'): readonly BoardEdge[] {
    if (!isNode(thing)) return []
    const at = (id: NodeId): readonly BoardEdge[] => {
      this.reads?.links(id)
      const found = direction === 'in' ? this.view.edgesIn(id) : this.view.edgesOut(id)
      for (const edge of found) this.look(edge)
      return found
    }
    const found = [...at(thing.id)]
    for (const group of this.ancestors(thing)) {
      if (!UNIT_GROUPS.has(group.groupKind)) break
      found.push(...at(group.id))
    }
    return found
  }

  peers(thing: Thing, direction: 'in' | 'out'): readonly BoardNode[] {
    const found = new Map<NodeId, BoardNode>()
    for (const edge of this.edges(thing, direction)) {
      const end = this.node(direction === 'in' ? edge.source : edge.target)
      if (!end) continue
      const members =
        end.kind === 'group' && UNIT_GROUPS.has(end.groupKind) ? this.services(end) : []
      for (const peer of members.length > 0 ? members : [end]) {
        if (peer !== thing) found.set(peer.id, peer)
      }
    }
    return [...found.values()]
  }

  related(thing: Thing, relation: Relation): readonly Thing[] {
    switch (relation) {
      case 'children':
        if (!isNode(thing)) return []
        this.reads?.children(thing.id)
        return this.view.children(thing.id)
      case 'descendants':
        return this.descendants(thing)
      case 'ancestors':
        return this.ancestors(thing)
      case 'edgesIn':
        return this.edges(thing, 'in')
      case 'edgesOut':
        return this.edges(thing, 'out')
      case 'peersIn':
        return this.peers(thing, 'in')
      case 'peersOut':
        return this.peers(thing, 'out')
      case 'tier':
        return this.tier(thing).filter((member) => member !== thing)
      case 'source':
      case 'target': {
        if (!isEdge(thing)) return []
        this.look(thing)
        const end = this.node(thing[relation])
        return end ? [end] : []
      }
      case 'nodes':
        this.reads?.allNodes()
        return this.view.nodes
      case 'edges':
        this.reads?.allEdges()
        return this.view.edges
    }
  }

  /** Members of a thing's tier, itself among them; for an Auto Scaling group the services inside. */
  tier(thing: Thing): readonly BoardNode[] {
    if (!isNode(thing)) return []
    this.reads?.facets(thing.id)
    const ids = this.facets.of(thing.id).tier
    if (ids.length === 0) return [thing]
    return ids.flatMap((id) => this.node(id) ?? [])
  }

  private services(group: BoardNode): readonly BoardNode[] {
    return this.descendants(group).filter((node) => node.kind === 'service')
  }
}
