import type { BoardView } from '#shared/model/board-view'
import { intersects, type Point, type Rect } from '#shared/model/geometry'
import type { EdgeId, NodeId } from '#shared/model/ids'
import { edgePill } from '#shared/render/edge-drawing'
import { nodeDrawing } from '#shared/render/node-drawing'
import { segmentCrosses, type RoutedEdge } from '#shared/render/route'

type Routes = ReadonlyMap<EdgeId, RoutedEdge>

export function segments(points: readonly Point[]): [Point, Point][] {
  return points.slice(1).map((point, i) => [points[i]!, point])
}

/** Icon and label of every service. */
function bodies(view: BoardView): { id: NodeId; rect: Rect }[] {
  return view.nodes.flatMap((node) => {
    if (node.kind !== 'service') return []
    const { icon, labelBox } = nodeDrawing(node)
    // One body: no connector fits between an icon and its label.
    const label = { ...labelBox, y: labelBox.y - 1, h: labelBox.h + 1 }
    return [icon, label].map((rect) => ({ id: node.id, rect }))
  })
}

function headers(view: BoardView): Rect[] {
  return view.nodes.flatMap((node) => {
    const box = node.kind === 'group' ? nodeDrawing(node).labelBox : null
    return box ? [box] : []
  })
}

/** Connectors that pass a service that they do not belong to, as `edge through node`. */
export function crossings(view: BoardView, routes: Routes): string[] {
  const all = bodies(view)
  const found: string[] = []
  for (const [id, { points }] of routes) {
    const edge = view.edge(id)!
    for (const { id: node, rect } of all)
      if (
        node !== edge.source &&
        node !== edge.target &&
        segments(points).some(([a, b]) => segmentCrosses(a, b, rect))
      )
        found.push(`${id} through ${node}`)
  }
  return found
}

/** Connectors that pass the icon or label of one of their own ends. */
export function ownCrossings(view: BoardView, routes: Routes): string[] {
  const all = bodies(view)
  return [...routes].flatMap(([id, { points }]) => {
    const edge = view.edge(id)!
    return all
      .filter(({ id: node }) => node === edge.source || node === edge.target)
      .filter(({ rect }) => segments(points).some(([a, b]) => segmentCrosses(a, b, rect)))
      .map(({ id: node }) => `${id} through ${node}`)
  })
}

/** Orthogonal connectors with a segment that is aslant. */
export function aslant(routes: Routes): EdgeId[] {
  return [...routes].flatMap(([id, { shape, points }]) =>
    shape === 'orthogonal' && segments(points).some(([a, b]) => a.x !== b.x && a.y !== b.y)
      ? [id]
      : [],
  )
}

/** Connectors that do not begin at their source, or do not end at their target. */
export function astray(view: BoardView, routes: Routes): EdgeId[] {
  const meets = (id: NodeId, point: Point): boolean => {
    const node = view.node(id)!
    if (node.kind === 'group')
      return (
        point.x >= node.x - 0.01 &&
        point.x <= node.x + node.w + 0.01 &&
        point.y >= node.y - 0.01 &&
        point.y <= node.y + node.h + 0.01
      )
    const { extent, icon } = nodeDrawing(node)
    const near = 5
    return (
      point.x >= Math.min(extent.x, icon.x) - near &&
      point.x <= extent.x + extent.w + near &&
      point.y >= extent.y - near &&
      point.y <= extent.y + extent.h + near
    )
  }
  return [...routes].flatMap(([id, { points }]) => {
    const edge = view.edge(id)!
    return meets(edge.source, points[0]!) && meets(edge.target, points.at(-1)!) ? [] : [id]
  })
}

/** Plates that cover a service, a header or another plate; and how many plates there are. */
export function coveringPlates(
  view: BoardView,
  routes: Routes,
): { plates: number; covering: EdgeId[] } {
  const fixed = [...bodies(view).map(({ rect }) => rect), ...headers(view)]
  const plates = [...routes].flatMap(([id, route]) => {
    const pill = edgePill(view.edge(id)!, route)
    return pill ? [{ id, rect: pill.rect }] : []
  })
  const covering = plates.filter(
    ({ id, rect }, at) =>
      fixed.some((other) => intersects(other, rect)) ||
      plates.some((other, n) => n < at && other.id !== id && intersects(other.rect, rect)),
  )
  return { plates: plates.length, covering: covering.map(({ id }) => id) }
}

/** Length of runs that lie nearer than `apart` to a run of another connector beside it, and of all runs. */
export function crowdedLength(routes: Routes, apart: number): { crowded: number; all: number } {
  const runs = [...routes].flatMap(([id, { points }]) =>
    segments(points).map(([a, b]) => ({ id, a, b, isUpright: a.x === b.x })),
  )
  let crowded = 0
  let all = 0
  runs.forEach((one, at) => {
    all += Math.abs(one.a.x - one.b.x) + Math.abs(one.a.y - one.b.y)
    for (const other of runs.slice(at + 1)) {
      if (other.id === one.id || other.isUpright !== one.isUpright) continue
      const [across, along] = one.isUpright ? (['x', 'y'] as const) : (['y', 'x'] as const)
      if (Math.abs(one.a[across] - other.a[across]) >= apart - 0.01) continue
      const shared =
        Math.min(Math.max(one.a[along], one.b[along]), Math.max(other.a[along], other.b[along])) -
        Math.max(Math.min(one.a[along], one.b[along]), Math.min(other.a[along], other.b[along]))
      if (shared > 8) crowded += shared
    }
  })
  return { crowded, all }
}

/** How many runs pass through the label of a group. */
export function headerCrossings(view: BoardView, routes: Routes): number {
  const all = headers(view)
  let count = 0
  for (const { points } of routes.values())
    for (const [a, b] of segments(points))
      count += all.filter((rect) => segmentCrosses(a, b, rect)).length
  return count
}
