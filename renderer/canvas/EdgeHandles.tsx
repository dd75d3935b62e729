import { useReactFlow, ViewportPortal } from '@xyflow/react'
import { useState, type PointerEvent } from 'react'
import type { Point } from '#shared/model/geometry'
import { nodeAt } from '#shared/model/hit'
import type { EdgeId } from '#shared/model/ids'
import type { BoardEdge } from '#shared/model/records'
import { reattach, setWaypoints } from '#shared/operations/edges'
import { distance, towards, type RoutedEdge } from '#shared/render/route'
import {
  addWaypoint,
  moveSegment,
  moveWaypoint,
  nearestOnRoute,
  removeWaypoint,
} from '#shared/render/route-editing'
import { useBoardView, useCanEdit, useSession, useView } from '../session/context'
import { RESTING, useCanvasStore } from './canvas-store'
import { dragHandle } from './drag-handle'

/** Shorter segments have no handle: there would be no room for it. Board units at 100 %. */
const LEAST_SEGMENT = 28

/** From a connector's end to its handle, CSS px. */
const END_INSET_PX = 18

/** What the one selected connector can be taken hold of by: its two ends, its segments, the points it goes through. */
export function EdgeHandles({ routes }: { routes: ReadonlyMap<EdgeId, RoutedEdge> }) {
  const view = useBoardView()
  const canEdit = useCanEdit()
  const id = useView((v) =>
    v.selectedEdges.length === 1 && v.selection.length === 0 && v.editing === null
      ? v.selectedEdges[0]
      : undefined,
  )
  const edge = id && view.edge(id)
  const route = id && routes.get(id)
  if (!canEdit || !edge || !route || route.points.length < 2) return null
  return (
    <ViewportPortal>
      <Handles key={edge.id} edge={edge} route={route} />
    </ViewportPortal>
  )
}

function Handles({ edge, route }: { edge: BoardEdge; route: RoutedEdge }) {
  const session = useSession()
  const canvas = useCanvasStore()
  const flow = useReactFlow()
  const zoom = useView((v) => v.zoom)
  const [through, setThrough] = useState<readonly Point[] | null>(null)
  const { points } = route
  const waypoints = edge.waypoints ?? []
  const at = (e: { clientX: number; clientY: number }): Point =>
    flow.screenToFlowPosition({ x: e.clientX, y: e.clientY })

  /** Draws the connector through other points while a handle is dragged; one edit when it is let go. */
  function bend(event: PointerEvent, bent: (to: Point) => Point[]): void {
    dragHandle(event, {
      move: (e) => setThrough(bent(at(e))),
      end(e) {
        const view = session.board.getState().view
        setThrough(null)
        if (!view) return
        const made = setWaypoints(view, edge.id, bent(at(e)))
        session.edit(made.changes)
        session.view.getState().showHint(made.hint)
      },
      cancel: () => setThrough(null),
    })
  }

  function attach(event: PointerEvent, end: 'source' | 'target'): void {
    const other = end === 'source' ? edge.target : edge.source
    const target = (e: { clientX: number; clientY: number }) => {
      const view = session.board.getState().view
      const hit = view && nodeAt(view, at(e))
      return hit && hit.id !== other ? hit.id : null
    }
    dragHandle(event, {
      move: (e) => canvas.setState({ linking: { source: other, to: at(e), target: target(e) } }),
      end(e) {
        const view = session.board.getState().view
        const node = target(e)
        canvas.setState(RESTING)
        if (!view || !node) return
        const made = reattach(view, edge.id, end, node)
        session.edit(made.changes)
        session.view.getState().showHint(made.hint)
      },
      cancel: () => canvas.setState(RESTING),
    })
  }

  const [first, second] = points
  const [beforeLast, last] = points.slice(-2)
  if (!first || !second || !beforeLast || !last) return null
  // A little inward: the dots at the nodes' sides stay free for new connectors.
  const inward = (end: Point, next: Point): Point =>
    towards(end, next, Math.min(END_INSET_PX / zoom, distance(end, next) / 2))
  return (
    <div className="absolute top-0 left-0" style={{ zIndex: 1800 }}>
      {through ? <Bent points={[first, ...through, last]} zoom={zoom} /> : null}
      {route.shape === 'orthogonal'
        ? segmentsOf(points).map(({ segment, middle, upright }) => (
            <Handle
              key={`s${segment}`}
              place={middle}
              zoom={zoom}
              name="segment"
              cursor={upright ? 'ew-resize' : 'ns-resize'}
              onPress={(e) =>
                bend(e, (to) =>
                  moveSegment(route, segment, upright ? to.x - middle.x : to.y - middle.y),
                )
              }
              onDouble={() => session.edit(setWaypoints(viewOf(session), edge.id, []).changes)}
            />
          ))
        : null}
      {route.shape !== 'orthogonal'
        ? [
            ...waypoints.map((place, i) => (
              <Handle
                key={`w${i}`}
                place={place}
                zoom={zoom}
                name="waypoint"
                cursor="move"
                onPress={(e) => bend(e, (to) => moveWaypoint(waypoints, i, to))}
                onDouble={() =>
                  session.edit(
                    setWaypoints(viewOf(session), edge.id, removeWaypoint(waypoints, i)).changes,
                  )
                }
              />
            )),
            <Handle
              key="new"
              place={route.labelAt}
              zoom={zoom}
              name="bend"
              cursor="copy"
              onPress={(e) => {
                const held = nearestOnRoute(route, at(e))
                if (held) bend(e, (to) => addWaypoint(route, waypoints, held, to))
              }}
            />,
          ]
        : null}
      <Handle
        place={inward(first, second)}
        zoom={zoom}
        name="source"
        cursor="grab"
        round
        onPress={(e) => attach(e, 'source')}
      />
      <Handle
        place={inward(last, beforeLast)}
        zoom={zoom}
        name="target"
        cursor="grab"
        round
        onPress={(e) => attach(e, 'target')}
      />
    </div>
  )
}

function viewOf(session: ReturnType<typeof useSession>) {
  const { view } = session.board.getState()
  if (!view) throw new Error('The board is not here yet')
  return view
}

function Handle({
  place,
  zoom,
  name,
  cursor,
  round,
  onPress,
  onDouble,
}: {
  place: Point
  zoom: number
  name: string
  cursor: string
  round?: boolean
  onPress: (e: PointerEvent) => void
  onDouble?: () => void
}) {
  const size = 10 / zoom
  return (
    <span
      data-own-press
      data-handle={name}
      onPointerDown={onPress}
      {...(onDouble ? { onDoubleClick: onDouble } : {})}
      className="nodrag nopan pointer-events-auto absolute border-accent bg-surface hover:bg-accent"
      style={{
        left: place.x - size / 2,
        top: place.y - size / 2,
        width: size,
        height: size,
        borderWidth: 1.5 / zoom,
        borderStyle: 'solid',
        borderRadius: round ? '50%' : 2 / zoom,
        cursor,
      }}
    />
  )
}

function Bent({ points, zoom }: { points: readonly Point[]; zoom: number }) {
  return (
    <svg className="pointer-events-none absolute overflow-visible" width={1} height={1} aria-hidden>
      <polyline
        points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
        fill="none"
        stroke="var(--accent)"
        strokeWidth={1.5 / zoom}
        strokeDasharray={`${5 / zoom} ${4 / zoom}`}
      />
    </svg>
  )
}

function segmentsOf(
  points: readonly Point[],
): { segment: number; middle: Point; upright: boolean }[] {
  return points.slice(1).flatMap((b, segment) => {
    const a = points[segment]
    if (!a || Math.abs(a.x - b.x) + Math.abs(a.y - b.y) < LEAST_SEGMENT) return []
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
    return [{ segment, middle, upright: a.x === b.x }]
  })
}
