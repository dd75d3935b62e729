import { GROUP_HEADER, GROUP_PADDING, MIN_GROUP_SIZE, union, type Rect } from '../model/geometry'
import type { NodeId } from '../model/ids'
import type { BoardEdge, BoardNode } from '../model/records'

/** A graph as the layout library ELK takes and gives it; places are relative to the parent. */
export interface LayoutGraph {
  id: string
  x?: number
  y?: number
  width?: number
  height?: number
  layoutOptions?: Record<string, string>
  children?: LayoutGraph[]
  edges?: { id: string; sources: string[]; targets: string[] }[]
}

/** What is laid out: nodes, and the connectors that may lead between them. */
export interface Drawing {
  nodes: readonly BoardNode[]
  edges: readonly BoardEdge[]
}

/** Beyond this, groups are laid out one by one: not as pretty, and five times as fast. */
const WHOLE_LAYOUT_LIMIT = 600

const ROOT = 'root'
const PADDING = `[top=${GROUP_HEADER + GROUP_PADDING / 2},left=${GROUP_PADDING},bottom=${GROUP_PADDING},right=${GROUP_PADDING}]`

const COMMON = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.aspectRatio': '1.7',
  'elk.spacing.nodeNode': '32',
  'elk.spacing.edgeNode': '24',
  'elk.spacing.componentComponent': '32',
  'elk.layered.spacing.nodeNodeBetweenLayers': '72',
  'elk.layered.spacing.edgeNodeBetweenLayers': '24',
} as const

/**
 * A board as a graph to be laid out from left to right, groups around what they own. A locked group of which nothing
 * inside is drawn keeps its size.
 */
export function layoutGraph({ nodes, edges }: Drawing): LayoutGraph {
  const whole = nodes.length <= WHOLE_LAYOUT_LIMIT
  const options: Record<string, string> = {
    ...COMMON,
    'elk.hierarchyHandling': whole ? 'INCLUDE_CHILDREN' : 'SEPARATE_CHILDREN',
  }
  const tree = new Tree(nodes)
  const graphs = new Map<NodeId | null, LayoutGraph>()
  graphs.set(null, { id: ROOT, layoutOptions: options, children: [], edges: [] })
  for (const node of nodes)
    graphs.set(node.id, {
      id: node.id,
      ...(node.kind === 'service'
        ? { width: node.w, height: node.h }
        : {
            children: [],
            edges: [],
            layoutOptions: {
              ...options,
              'elk.padding': PADDING,
              'elk.nodeSize.constraints': 'MINIMUM_SIZE',
              'elk.nodeSize.minimum': `(${Math.max(MIN_GROUP_SIZE.w, 160)},${MIN_GROUP_SIZE.h})`,
            },
          }),
    })
  for (const node of nodes) {
    const graph = graphs.get(node.id)
    const parent = graphs.get(tree.parentOf(node.id))
    if (graph) parent?.children?.push(graph)
  }
  for (const node of nodes) {
    const graph = graphs.get(node.id)
    if (graph?.children?.length !== 0) continue
    graph.width = Math.max(MIN_GROUP_SIZE.w, 160)
    graph.height = MIN_GROUP_SIZE.h
    if (node.locked !== true) continue
    graph.width = node.w
    graph.height = node.h
    delete graph.layoutOptions
  }
  const drawn = new Set<string>()
  for (const edge of edges) {
    const way = tree.way(edge.source, edge.target)
    if (!way) continue
    const [holder, from, to] = whole ? [null, edge.source, edge.target] : way
    const key = `${from} ${to}`
    if (drawn.has(key)) continue
    drawn.add(key)
    graphs.get(holder)?.edges?.push({ id: edge.id, sources: [from], targets: [to] })
  }
  return graphs.get(null) ?? { id: ROOT }
}

/** Places of a graph that was laid out, on the board. */
export function placesFrom(graph: LayoutGraph): ReadonlyMap<NodeId, Rect> {
  const places = new Map<NodeId, Rect>()
  const walk = (inside: LayoutGraph, left: number, top: number): void => {
    for (const child of inside.children ?? []) {
      const x = left + (child.x ?? 0)
      const y = top + (child.y ?? 0)
      const rect = {
        x: Math.round(x),
        y: Math.round(y),
        w: Math.ceil(child.width ?? 1),
        h: Math.ceil(child.height ?? 1),
      }
      // The ids of a board's graph are those of its nodes.
      places.set(child.id as NodeId, rect)
      walk(child, x, y)
    }
  }
  walk(graph, 0, 0)
  return places
}

/**
 * The board with its nodes where a layout puts them, its top left corner staying where it was. Nodes that the layout
 * does not name stay as they are.
 */
export function applyLayout<T extends { nodes: readonly BoardNode[] }>(
  content: T,
  places: ReadonlyMap<NodeId, Rect>,
): T {
  const by = shift(content.nodes, places)
  return {
    ...content,
    nodes: content.nodes.map((node) => {
      const place = places.get(node.id)
      return place ? { ...node, ...moved(place, by) } : node
    }),
  }
}

function shift(
  nodes: readonly BoardNode[],
  places: ReadonlyMap<NodeId, Rect>,
): { x: number; y: number } {
  const before = union(nodes.filter((node) => places.has(node.id)))
  const after = union(places.values())
  return before && after ? { x: before.x - after.x, y: before.y - after.y } : { x: 0, y: 0 }
}

function moved(rect: Rect, by: { x: number; y: number }): Rect {
  return { ...rect, x: rect.x + by.x, y: rect.y + by.y }
}

/** Who is in what, without circles and parents that are gone. */
class Tree {
  private readonly parents = new Map<NodeId, NodeId | null>()

  constructor(nodes: readonly BoardNode[]) {
    const groups = new Set(nodes.filter((node) => node.kind === 'group').map(({ id }) => id))
    const wanted = new Map(
      nodes.map(({ id, parentId }) => [
        id,
        parentId !== null && groups.has(parentId) ? parentId : null,
      ]),
    )
    for (const { id } of nodes) {
      const seen = new Set<NodeId>()
      let up = wanted.get(id) ?? null
      while (up !== null && up !== id && !seen.has(up)) {
        seen.add(up)
        up = wanted.get(up) ?? null
      }
      this.parents.set(id, up === id ? null : (wanted.get(id) ?? null))
    }
  }

  parentOf(id: NodeId): NodeId | null {
    return this.parents.get(id) ?? null
  }

  /**
   * The group that holds both ends of a connector, and what leads to each end directly inside it; `null` where an end
   * is gone or one end holds the other.
   */
  way(source: NodeId, target: NodeId): readonly [NodeId | null, NodeId, NodeId] | null {
    if (!this.parents.has(source) || !this.parents.has(target) || source === target) return null
    const [from, to] = [this.line(source), this.line(target)]
    let shared = 0
    while (from[shared] !== undefined && from[shared] === to[shared]) shared++
    const [a, b] = [from[shared], to[shared]]
    if (a === undefined || b === undefined) return null
    return [shared === 0 ? null : (from[shared - 1] ?? null), a, b]
  }

  /** Outermost first, the node itself last. */
  private line(id: NodeId): NodeId[] {
    const found: NodeId[] = []
    for (let at: NodeId | null = id; at !== null; at = this.parentOf(at)) found.unshift(at)
    return found
  }
}
