import type { Point } from '../model/geometry'
import type { EdgeId, NodeId } from '../model/ids'
import type { BoardEdge, BoardNode } from '../model/records'
import { byOrder } from '../model/session'
import { BOTTOM, LEFT, RIGHT, TOP, type Side } from './anchors'
import type { BoardChange } from './board-change'
import { passesService } from './clear-lines'
import { clearWay, farAround, sideAlong } from './clear-ways'
import { connectionsOf, runsAlike, sameEnds, type Connection } from './connections'
import { directWay, passes, tidyLine } from './direct-ways'
import { narrowerPlate, plateSize } from './edge-drawing'
import { coord, type Line } from './flat'
import type { LaneEnd, LaneLine } from './lane-order'
import { separateLanes } from './lanes'
import { changedRegions, createObstacleMap, type ObstacleMap, type Region } from './obstacles'
import { placePlates } from './plates'
import { CORNER_RADIUS, labelPoint, lineOf, pointsOf, towards, type RoutedEdge } from './route'
import { KEEP_CLEAR } from './route-costs'
import { RouteSearch } from './route-search'
import type { SearchRequest } from './search-window'
import {
  curveBetween,
  curveThrough,
  lineThrough,
  shapedCurve,
  softened,
  straightLine,
  withEnds,
  type ShapedLine,
} from './shaped-lines'

/** With more differing places than this, every connector is looked at again. */
const MOST_REGIONS = 3000
/** Widths of corners that are tried for a curve that has to go round something. */
const SOFT_RADII = [64, 32, 16]

/** A connector's way before others are made room for. */
interface Draft {
  connection: Connection
  /** Orthogonal line, whatever the shape: curves that go round something follow it. */
  line: Line
  /** Drawn as it is, or a curve whose ends may still slide. */
  shaped: ShapedLine | null
  from: Side
  to: Side
  /** Where something that changes may change this way. */
  looked: Region
}

/**
 * Routes all connectors of a board and keeps them current, edit by edit.
 *
 * Ways round what stands between are searched for one by one, and again only when something changed where the search
 * looked; keeping connectors apart and placing plates is done for the whole board. So what comes out is always what
 * routing the board from scratch gives, and connectors that run as before keep their identity.
 */
export class BoardRouter {
  private readonly nodes = new Map<NodeId, BoardNode>()
  private readonly edges = new Map<EdgeId, BoardEdge>()
  private inOrder: BoardEdge[] | null = null
  private map: ObstacleMap = createObstacleMap([])
  private drafts = new Map<EdgeId, Draft>()
  private known: ReadonlyMap<EdgeId, RoutedEdge> = new Map()

  /** Takes in an edit; gives the routes of all connectors. */
  update(change: BoardChange): ReadonlyMap<EdgeId, RoutedEdge> {
    this.take(change)
    const map = createObstacleMap(this.nodes.values())
    const regions = changedRegions(this.map, map)
    this.map = map
    this.draft(regions)
    this.known = this.finish()
    return this.known
  }

  private take({ nodes, goneNodes, edges, goneEdges }: BoardChange): void {
    for (const id of goneNodes) this.nodes.delete(id)
    for (const node of nodes) this.nodes.set(node.id, node)
    for (const id of goneEdges) this.edges.delete(id)
    for (const edge of edges) this.edges.set(edge.id, edge)
    if (edges.length + goneEdges.length > 0) this.inOrder = null
  }

  /** Searches the ways that may be different now. */
  private draft(regions: readonly Region[]): void {
    const { map } = this
    const search = new RouteSearch(map)
    this.inOrder ??= [...this.edges.values()].sort(byOrder)
    const drafts = new Map<EdgeId, Draft>()
    for (const connection of connectionsOf(this.inOrder, (id) => this.nodes.get(id))) {
      const before = this.drafts.get(connection.edge.id)
      const keeps =
        before !== undefined &&
        runsAlike(before.connection.edge, connection.edge) &&
        sameEnds(before.connection.ends, connection.ends) &&
        !isTouched(before.looked, regions)
      drafts.set(
        connection.edge.id,
        keeps ? { ...before, connection } : draftOf(connection, map, search),
      )
    }
    this.drafts = drafts
  }

  /** Keeps connectors apart, gives them their shape, and places plates. */
  private finish(): Map<EdgeId, RoutedEdge> {
    const drawn = keepApart([...this.drafts.values()], this.map).map((one) => ({
      edge: one.draft.connection.edge,
      shaped: this.drawn(one),
    }))
    const plates = placePlates(
      drawn.map(({ edge, shaped: { points, curve } }, rank) => ({
        points,
        isCurve: curve !== undefined,
        size: plateSize(edge),
        narrower: (share) => narrowerPlate(edge, share),
        rank,
      })),
      this.map,
    )
    const routes = new Map<EdgeId, RoutedEdge>()
    drawn.forEach(({ edge, shaped: { points, curve } }, at) => {
      const { at: labelAt, room } = plates[at] ?? { at: labelPoint(points) }
      const shape = edge.shape ?? 'orthogonal'
      const before = this.known.get(edge.id)
      const isSame =
        before?.points === points &&
        before.shape === shape &&
        before.labelAt.x === labelAt.x &&
        before.labelAt.y === labelAt.y &&
        before.plateRoom === room
      routes.set(
        edge.id,
        isSame
          ? before
          : {
              shape,
              points,
              ...(curve && { curve }),
              labelAt,
              ...(room !== undefined && { plateRoom: room }),
            },
      )
    })
    return routes
  }

  /** A connector's final shape; the very points that it had before where they are the same. */
  private drawn({ draft, line, ends }: Apart): ShapedLine {
    const { edge } = draft.connection
    const shape = edge.shape ?? 'orthogonal'
    const before = this.known.get(edge.id)
    if (shape === 'orthogonal') {
      if (before?.shape === shape && samePoints(before.points, line)) return before
      return { points: pointsOf(line) }
    }
    const made =
      draft.shaped === null
        ? softLine(line, draft, this.map)
        : ends
          ? slid(draft.shaped, ends, draft, this.map)
          : draft.shaped
    return before?.shape === shape && samePoints(before.points, lineOf(made.points)) ? before : made
  }
}

function isTouched(looked: Region, regions: readonly Region[]): boolean {
  if (regions.length > MOST_REGIONS) return true
  return regions.some(
    ([left, top, right, bottom]) =>
      left <= looked[2] && right >= looked[0] && top <= looked[3] && bottom >= looked[1],
  )
}

function samePoints(points: readonly Point[], line: Line): boolean {
  if (points.length * 2 !== line.length) return false
  return points.every(({ x, y }, at) => x === line[at * 2] && y === line[at * 2 + 1])
}

function draftOf(connection: Connection, map: ObstacleMap, search: RouteSearch): Draft {
  const { edge, ends } = connection
  const waypoints = edge.waypoints ?? []
  const shape = edge.shape ?? 'orthogonal'
  if (shape === 'straight') return fixedDraft(connection, straightLine(ends, waypoints))
  if (shape === 'curved' && waypoints.length > 0)
    return fixedDraft(connection, shapedCurve(curveThrough(ends, waypoints)))
  if (waypoints.length > 0) {
    const line = lineThrough(ends, waypoints)
    return { ...sidesOf(line, connection), connection, line, shaped: null, looked: NOWHERE }
  }
  const free = shape === 'curved' ? freeCurve(connection, map) : null
  if (free) return free
  const { line, looked } = clearWay(requestOf(connection, map), map, search)
  return { ...sidesOf(line, connection), connection, line, shaped: null, looked }
}

/** Nothing that stands on the board changes this way. */
const NOWHERE: Region = [Infinity, Infinity, -Infinity, -Infinity]

function fixedDraft(connection: Connection, shaped: ShapedLine): Draft {
  return { connection, line: [], shaped, from: RIGHT, to: LEFT, looked: NOWHERE }
}

/** Place among the services of an obstacle map; -1 for a group. */
function servicePlace(node: BoardNode, { placeOf }: ObstacleMap): number {
  return node.kind === 'service' ? (placeOf.get(node.id) ?? -1) : -1
}

function requestOf({ source, target, ends }: Connection, { placeOf }: ObstacleMap): SearchRequest {
  const a = placeOf.get(source.id) ?? -1
  const b = placeOf.get(target.id) ?? -1
  return {
    ...ends,
    sourceService: source.kind === 'service' ? a : -1,
    targetService: target.kind === 'service' ? b : -1,
    sourceGroup: source.kind === 'group' ? a : -1,
    targetGroup: target.kind === 'group' ? b : -1,
  }
}

/** A curve between the sides of a direct way, or any other two, that passes nothing; `null` where there is none. */
function freeCurve(connection: Connection, map: ObstacleMap): Draft | null {
  const request = requestOf(connection, map)
  const direct = directWay(request)
  const looked = farAround(request)
  for (const [from, to] of [[direct.from, direct.to] as const, ...OPPOSITE]) {
    const shaped = shapedCurve(curveBetween(connection.ends, from, to))
    const line = lineOf(shaped.points)
    if (passesService(map, line, request.sourceService, request.targetService, KEEP_CLEAR - 1))
      continue
    if (passesEnds(connection, shaped.points)) continue
    return { connection, line, shaped, from, to, looked }
  }
  return null
}

const OPPOSITE: readonly (readonly [Side, Side])[] = [
  [RIGHT, LEFT],
  [LEFT, RIGHT],
  [BOTTOM, TOP],
  [TOP, BOTTOM],
  [RIGHT, TOP],
  [RIGHT, BOTTOM],
  [LEFT, TOP],
  [LEFT, BOTTOM],
  [TOP, LEFT],
  [TOP, RIGHT],
  [BOTTOM, LEFT],
  [BOTTOM, RIGHT],
]

function passesEnds({ ends }: Connection, points: readonly Point[]): boolean {
  return points.some((b, at) => {
    const a = points[at - 1]
    if (!a) return false
    return (
      (!ends.sourceHoldsTarget && passes(ends.source, a.x, a.y, b.x, b.y)) ||
      (!ends.targetHoldsSource && passes(ends.target, a.x, a.y, b.x, b.y))
    )
  })
}

/** A curve that follows an orthogonal line, with corners as wide as what stands around allows. */
function softLine(line: Line, { connection }: Draft, map: ObstacleMap): ShapedLine {
  const { sourceService, targetService } = requestOf(connection, map)
  for (const radius of SOFT_RADII) {
    const shaped = shapedCurve(softened(line, radius))
    if (!passesService(map, lineOf(shaped.points), sourceService, targetService, 0)) return shaped
  }
  return shapedCurve(softened(line, CORNER_RADIUS))
}

/** A curve whose ends slid along their sides, unless that brought it into a service. */
function slid(
  shaped: ShapedLine,
  [start, end]: readonly [Point, Point],
  { connection }: Draft,
  map: ObstacleMap,
): ShapedLine {
  if (!shaped.curve) return shaped
  const made = shapedCurve(withEnds(shaped.curve, start, end))
  const source = servicePlace(connection.source, map)
  const target = servicePlace(connection.target, map)
  return passesService(map, lineOf(made.points), source, target, 0) ? shaped : made
}

/** The sides at which an orthogonal line leaves and arrives. */
function sidesOf(line: Line, { ends }: Connection): { from: Side; to: Side } {
  const n = line.length
  return {
    from: sideAlong(
      coord(line, 2) - coord(line, 0),
      coord(line, 3) - coord(line, 1),
      ends.sourceHoldsTarget,
    ),
    to: sideAlong(
      coord(line, n - 4) - coord(line, n - 2),
      coord(line, n - 3) - coord(line, n - 1),
      ends.targetHoldsSource,
    ),
  }
}

/** What keeping connectors apart made of a draft: its line, and for a curve its two ends. */
interface Apart {
  draft: Draft
  line: Line
  ends: readonly [Point, Point] | null
}

function keepApart(drafts: readonly Draft[], map: ObstacleMap): Apart[] {
  const laid = drafts.map((draft, rank) => ({ draft, lanes: lanesFor(draft, rank, map) }))
  separateLanes(
    laid.flatMap(({ lanes }) => lanes),
    map,
  )
  return laid.map(({ draft, lanes: [first, last] }) => {
    if (draft.shaped === null && first)
      return { draft, line: stillClear(first, draft.line, map), ends: null }
    const ends = first && last ? ([startOf(first.line), startOf(last.line)] as const) : null
    return { draft, line: draft.line, ends }
  })
}

/** One line; for a curve the two short runs on which it leaves and arrives; nothing for a straight connector. */
function lanesFor(draft: Draft, rank: number, map: ObstacleMap): LaneLine[] {
  const { connection, from, to, shaped } = draft
  const { edge, ends } = connection
  const source: LaneEnd = {
    anchor: ends.source,
    service: servicePlace(connection.source, map),
    side: from,
  }
  const target: LaneEnd = {
    anchor: ends.target,
    service: servicePlace(connection.target, map),
    side: to,
  }
  const isFixed = edge.waypoints !== undefined && edge.waypoints.length > 0
  if (shaped === null) return [{ line: [...draft.line], rank, isFixed, source, target, aim: null }]
  if (!shaped.curve || isFixed) return []
  const [a, b, c, d] = shaped.curve
  if (!a || !b || !c || !d) return []
  return [
    { line: lineOf([a, towards(a, b, CURVE_STUB)]), rank, isFixed, source, target: null, aim: d },
    {
      line: lineOf([d, towards(d, c, CURVE_STUB)]),
      rank,
      isFixed,
      source: target,
      target: null,
      aim: a,
    },
  ]
}

/** What a curve takes up of the room before a side that it meets. */
const CURVE_STUB = 24

function startOf(line: Line): Point {
  return { x: coord(line, 0), y: coord(line, 1) }
}

/** The line as it was moved, unless that brought it into a service that it did not pass before. */
function stillClear({ line, source, target }: LaneLine, before: Line, map: ObstacleMap): Line {
  if (line.every((value, i) => value === before[i])) return before
  const moved = tidyLine(line)
  const isClear = (one: Line): boolean =>
    !passesService(map, one, source?.service ?? -1, target?.service ?? -1, 0)
  return isClear(moved) || !isClear(before) ? moved : before
}
