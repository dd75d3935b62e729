import { ViewportPortal } from '@xyflow/react'
import { memo, useSyncExternalStore } from 'react'
import { iconRect, type Point } from '#shared/model/geometry'
import type { BoardEdge } from '#shared/model/records'
import { edgeText, isUnencrypted } from '#shared/render/edge-drawing'
import { useBoardView, useSession, useView } from '../session/context'
import { useCanvas } from './canvas-store'
import type { ConnectorRoutes } from './connector-routes'
import { EdgeHandles } from './EdgeHandles'
import { LabelEditor } from './LabelEditor'
import { EDGE_LAYER } from './to-flow'

/** What can be reached of the connectors that are near: each a button along its line. The look is painted. */
export function ConnectorLayer({
  routes,
  edges,
}: {
  routes: ConnectorRoutes
  edges: readonly BoardEdge[]
}) {
  const view = useBoardView()
  const known = useSyncExternalStore(
    (told) => routes.subscribe(told),
    () => routes.of(view),
  )
  const editing = useView((v) => (v.editing?.kind === 'edge' ? v.editing.id : null))
  const edited = editing ? view.edge(editing) : undefined
  const at = editing ? known.get(editing)?.labelAt : undefined
  return (
    <ViewportPortal>
      <svg
        role="group"
        aria-label="Connectors"
        className="pointer-events-none absolute overflow-visible"
        style={{ zIndex: EDGE_LAYER, left: 0, top: 0, width: 1, height: 1 }}
      >
        {edges.map((edge) => {
          const route = known.get(edge.id)
          return route ? (
            <Connector
              key={edge.id}
              edge={edge}
              points={route.points}
              source={view.node(edge.source)?.label ?? ''}
              target={view.node(edge.target)?.label ?? ''}
            />
          ) : null
        })}
        <LinkingLine />
      </svg>
      {edited && at ? <EdgeLabel edge={edited} at={at} /> : null}
      <EdgeHandles routes={known} />
    </ViewportPortal>
  )
}

const Connector = memo(function Connector({
  edge,
  points,
  source,
  target,
}: {
  edge: BoardEdge
  points: readonly Point[]
  source: string
  target: string
}) {
  const session = useSession()
  const selected = useView((v) => v.selectedEdges.includes(edge.id))
  const words = edgeText(edge)
  const said = isUnencrypted(edge) ? [words, 'not encrypted in transit'] : [words]
  const name = [`Connector from ${source} to ${target}`, ...said].filter(Boolean).join(', ')
  return (
    <g
      role="button"
      tabIndex={0}
      aria-label={name}
      aria-pressed={selected}
      data-edge={edge.id}
      className="connector pointer-events-auto outline-none"
      onKeyDown={(e) => {
        if (e.key !== ' ') return
        e.preventDefault()
        e.stopPropagation()
        const { select, selection, selectedEdges } = session.view.getState()
        if (!e.shiftKey) select([], [edge.id])
        else if (selected)
          select(
            selection,
            selectedEdges.filter((id) => id !== edge.id),
          )
        else select(selection, [...selectedEdges, edge.id])
      }}
    >
      <title>{name}</title>
      <path
        className="connector-line"
        d={`M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`}
        fill="none"
        stroke="transparent"
        strokeWidth={12}
        strokeLinejoin="round"
      />
    </g>
  )
})

function EdgeLabel({ edge, at }: { edge: BoardEdge; at: Point }) {
  const session = useSession()
  return (
    <div
      className="absolute"
      style={{ left: at.x - 70, top: at.y - 13, width: 140, zIndex: EDGE_LAYER + 1 }}
    >
      <LabelEditor
        value={edge.label}
        name="Connector label"
        className="w-full px-1 text-center text-[11px] leading-5"
        onDone={(text) => {
          session.view.getState().set({ editing: null })
          if (text !== null && text !== edge.label)
            session.edit([{ op: 'setEdge', id: edge.id, set: { label: text } }])
          session.view.canvas?.focus()
        }}
      />
    </div>
  )
}

function LinkingLine() {
  const linking = useCanvas((c) => c.linking)
  const view = useBoardView()
  const source = linking && view.node(linking.source)
  if (!linking || !source) return null
  const box = source.kind === 'service' ? iconRect(source) : source
  const from = { x: box.x + box.w / 2, y: box.y + box.h / 2 }
  return (
    <g>
      <path
        d={`M${from.x} ${from.y} L${linking.to.x} ${linking.to.y}`}
        stroke="var(--accent)"
        strokeWidth={1.75}
        strokeDasharray="5 4"
        fill="none"
      />
      <circle cx={linking.to.x} cy={linking.to.y} r={4} fill="var(--accent)" />
    </g>
  )
}
