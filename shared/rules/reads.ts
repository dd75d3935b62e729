import type { EdgeId, NodeId } from '../model/ids'

/**
 * Where an evaluation writes down what it looked at.
 *
 * Names are kept in one set of short strings, so that an edit can find what depends on it: `n` a node's own fields,
 * `e` a connector's, `l` which connectors end at a node, `p` the groups around it, `c` its children, `d` everything
 * inside it, `f` its facets; `B` the board's record, `N` and `E` which nodes and connectors there are.
 */
export class Reads {
  readonly names = new Set<string>()
  node(id: NodeId): void {
    this.names.add(`n${id}`)
  }
  edge(id: EdgeId): void {
    this.names.add(`e${id}`)
  }
  links(id: NodeId): void {
    this.names.add(`l${id}`)
  }
  place(id: NodeId): void {
    this.names.add(`p${id}`)
  }
  children(id: NodeId): void {
    this.names.add(`c${id}`)
  }
  descendants(id: NodeId): void {
    this.names.add(`d${id}`)
  }
  facets(id: NodeId): void {
    this.names.add(`f${id}`)
  }
  board(): void {
    this.names.add('B')
  }
  allNodes(): void {
    this.names.add('N')
  }
  allEdges(): void {
    this.names.add('E')
  }
}
