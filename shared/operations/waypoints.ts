import type { BoardView } from '../model/board-view'
import type { Point } from '../model/geometry'
import type { NodeId } from '../model/ids'
import type { Change } from '../model/patch'

/** Lets the points that connectors were put through go along where both of their ends are moved. */
export function carryWaypoints(view: BoardView, moved: ReadonlySet<NodeId>, by: Point): Change[] {
  const changes: Change[] = []
  for (const id of moved)
    for (const edge of view.edgesOut(id)) {
      if (!edge.waypoints || !moved.has(edge.target)) continue
      const waypoints = edge.waypoints.map(({ x, y }) => ({ x: x + by.x, y: y + by.y }))
      changes.push({ op: 'setEdge', id: edge.id, set: { waypoints } })
    }
  return changes
}
