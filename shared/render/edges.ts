import type { BoardView } from '../model/board-view'
import { center, type Point, type Rect } from '../model/geometry'
import type { EdgeId, NodeId } from '../model/ids'
import type { BoardEdge, BoardNode } from '../model/records'
import { labelLines, LABEL_LINE_HEIGHT } from './node-drawing'
import { createObstacles } from './obstacles'
import {
  alignPorts,
  chooseWay,
  connect,
  finishRoute,
  SPREAD,
  type Port,
  type RoutedEdge,
  type RouteEnd,
  type RouteRequest,
  type Side,
  type Ways,
  ways,
} from './route'
import { separateLanes } from './lanes'

/** A connector on its way to being routed. */
interface Draft {
  edge: BoardEdge
  request: RouteRequest
  from: Port
  to: Port
  shiftFrom: number
  shiftTo: number
  aloneAtSource: boolean
  aloneAtTarget: boolean
}

/** A connector's place at one side of a node. */
interface Berth {
  draft: Draft
  end: 'source' | 'target'
}

/** Memo of label heights: wrapping text is the dear part of routing, and labels seldom change. */
const labelBottoms = new WeakMap<BoardNode, number>()

/** Memo by record: moving one node leaves the ways of all other connectors as they are. */
const waysOf = new WeakMap<
  BoardEdge,
  { source: BoardNode; target: BoardNode; request: RouteRequest; ways: Ways }
>()

/**
 * Routes all connectors of a board: sides chosen well, connectors that share a side spread along it, runs that would
 * lie on each other kept apart, services in between walked around where a free way of the same shape exists.
 *
 * Connectors whose ends are missing, or are the same node, are left out. Same board, same routes.
 */
export function routeBoard(view: BoardView): Map<EdgeId, RoutedEdge> {
  const obstacles = createObstacles(view)
  const drafts: Draft[] = []
  for (const edge of view.edges) {
    const source = view.node(edge.source)
    const target = view.node(edge.target)
    if (!source || !target || source === target) continue
    const request: RouteRequest = {
      source: routeEnd(source),
      target: routeEnd(target),
      sourceContainsTarget: isInside(view, target.id, source.id),
      targetContainsSource: isInside(view, source.id, target.id),
    }
    const { from, to } = chooseWay(
      knownWays(edge, source, target, request),
      obstacles.except(source.id, target.id),
    )
    drafts.push({
      edge,
      request,
      from,
      to,
      shiftFrom: 0,
      shiftTo: 0,
      aloneAtSource: true,
      aloneAtTarget: true,
    })
  }
  spreadPorts(drafts)
  const lines = drafts.map((draft) =>
    connect(
      draft.request,
      ...alignPorts(
        draft.from,
        draft.to,
        draft.shiftFrom,
        draft.shiftTo,
        draft.aloneAtSource,
        draft.aloneAtTarget,
      ),
    ),
  )
  separateLanes(lines)
  return new Map(drafts.map((draft, at) => [draft.edge.id, finishRoute(lines[at] ?? [])]))
}

function knownWays(
  edge: BoardEdge,
  source: BoardNode,
  target: BoardNode,
  request: RouteRequest,
): Ways {
  const known = waysOf.get(edge)
  if (
    known?.source === source &&
    known.target === target &&
    known.request.sourceContainsTarget === request.sourceContainsTarget &&
    known.request.targetContainsSource === request.targetContainsSource
  )
    return known.ways
  const made = ways(request)
  waysOf.set(edge, { source, target, request, ways: made })
  return made
}

/** A node as an end of a connector. */
export function routeEnd(node: BoardNode): RouteEnd {
  const box: Rect = { x: node.x, y: node.y, w: node.w, h: node.h }
  if (node.kind === 'group') return { kind: 'group', box }
  let labelBottom = labelBottoms.get(node)
  if (labelBottom === undefined) {
    const lines = labelLines(node).length
    labelBottom = 48 + (lines === 0 ? 0 : 6 + lines * LABEL_LINE_HEIGHT)
    labelBottoms.set(node, labelBottom)
  }
  return { kind: 'service', box, labelBottom }
}

function isInside(view: BoardView, inner: NodeId, outer: NodeId): boolean {
  return view.ancestors(inner).some((group) => group.id === outer)
}

/** Gives connectors that meet at one side of a node places of their own, in the order of where they lead. */
function spreadPorts(drafts: readonly Draft[]): void {
  const berths = new Map<string, Berth[]>()
  for (const draft of drafts) {
    push(berths, `${draft.edge.source} ${draft.from.side}`, { draft, end: 'source' })
    push(berths, `${draft.edge.target} ${draft.to.side}`, { draft, end: 'target' })
  }
  for (const group of berths.values()) {
    if (group.length === 1) continue
    const first = group[0]
    if (!first) continue
    const port = first.end === 'source' ? first.draft.from : first.draft.to
    group.sort((a, b) => leadsTo(a, port.side) - leadsTo(b, port.side) || order(a, b))
    const step = Math.min(SPREAD, (2 * port.slack) / (group.length - 1))
    for (const [at, { draft, end }] of group.entries()) {
      const shift = (at - (group.length - 1) / 2) * step
      if (end === 'source') {
        draft.shiftFrom = shift
        draft.aloneAtSource = false
      } else {
        draft.shiftTo = shift
        draft.aloneAtTarget = false
      }
    }
  }
}

/** Where the far end lies along the side: neighbours in this order do not cross. */
function leadsTo({ draft, end }: Berth, side: Side): number {
  const far: Point = center((end === 'source' ? draft.request.target : draft.request.source).box)
  return side === 'left' || side === 'right' ? far.y : far.x
}

function order(a: Berth, b: Berth): number {
  const [x, y] = [a.draft.edge, b.draft.edge]
  if (x.order !== y.order) return x.order < y.order ? -1 : 1
  return x.id < y.id ? -1 : 1
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
