import { ViewportPortal } from '@xyflow/react'
import { memo, useEffect, useMemo, useState } from 'react'
import { iconRect, type Rect } from '#shared/model/geometry'
import type { NodeId } from '#shared/model/ids'
import type { BoardEdge } from '#shared/model/records'
import { EDGE_LABEL_STYLE, edgeDrawing, edgeText, openLock } from '#shared/render/edge-drawing'
import type { RoutedEdge } from '#shared/render/route'
import { edgeStyles, themes } from '#shared/render/theme'
import { useBoardView, useSession, useView } from '../session/context'
import { whenIdle } from '../ui/idle'
import { useTheme } from '../ui/theme'
import { EDGE_LAYER } from './to-flow'
import { LabelEditor } from './LabelEditor'
import { useCanvas } from './canvas-store'
import { ConnectorRoutes } from './connector-routes'

/** How long a large board must be left alone before its far connectors are routed again, and by when at the latest. */
const QUIET_MS = 250
const SETTLE_WITHIN_MS = 1000

/** All connectors of the board in one layer between groups and services, drawn as the pictures draw them. */
export function ConnectorLayer({ overlay }: { overlay: ReadonlyMap<NodeId, Rect> }) {
  const view = useBoardView()
  const [router] = useState(() => new ConnectorRoutes())
  const [settled, setSettled] = useState(0)
  // `settled` says that the router has looked at all routes again.
  // oxlint-disable-next-line react/exhaustive-deps
  const routes = useMemo(() => router.of(view, overlay), [router, view, overlay, settled])
  useEffect(() => {
    if (!router.isStale || overlay.size > 0) return undefined
    let cancel: () => void = () => undefined
    const timer = window.setTimeout(() => {
      cancel = whenIdle(() => {
        if (router.settle()) setSettled((n) => n + 1)
      }, SETTLE_WITHIN_MS)
    }, QUIET_MS)
    return () => {
      window.clearTimeout(timer)
      cancel()
    }
  }, [router, view, overlay])
  return (
    <ViewportPortal>
      <svg
        role="group"
        aria-label="Connectors"
        className="pointer-events-none absolute overflow-visible"
        style={{ zIndex: EDGE_LAYER, left: 0, top: 0, width: 1, height: 1 }}
      >
        {view.edges.map((edge) => {
          const route = routes.get(edge.id)
          return route ? (
            <Connector
              key={edge.id}
              edge={edge}
              route={route}
              source={view.node(edge.source)?.label ?? ''}
              target={view.node(edge.target)?.label ?? ''}
            />
          ) : null
        })}
        <LinkingLine />
      </svg>
    </ViewportPortal>
  )
}

const Connector = memo(function Connector({
  edge,
  route,
  source,
  target,
}: {
  edge: BoardEdge
  route: RoutedEdge
  source: string
  target: string
}) {
  const session = useSession()
  const theme = themes[useTheme()]
  const selected = useView((v) => v.selectedEdges.includes(edge.id))
  const editing = useView((v) => v.editing?.kind === 'edge' && v.editing.id === edge.id)
  const drawing = useMemo(() => edgeDrawing(edge, route), [edge, route])
  const style = edgeStyles[edge.kind]
  const color = selected ? 'var(--accent)' : theme.edge[edge.kind]
  const words = edgeText(edge)

  function choose(event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): void {
    const { select, selection, selectedEdges } = session.view.getState()
    if (event.shiftKey || event.ctrlKey || event.metaKey)
      select(
        selection,
        selected ? selectedEdges.filter((id) => id !== edge.id) : [...selectedEdges, edge.id],
      )
    else select([], [edge.id])
  }

  return (
    <g
      role="button"
      tabIndex={0}
      aria-label={`Connector from ${source} to ${target}${words ? `, ${words}` : ''}`}
      aria-pressed={selected}
      data-edge={edge.id}
      className="connector pointer-events-auto outline-none"
      onPointerDown={(e) => e.stopPropagation()}
      onClick={(e) => {
        e.stopPropagation()
        choose(e)
      }}
      onDoubleClick={(e) => {
        e.stopPropagation()
        if (session.canEdit) session.view.getState().set({ editing: { kind: 'edge', id: edge.id } })
      }}
      onKeyDown={(e) => {
        if (e.key !== ' ') return
        e.preventDefault()
        e.stopPropagation()
        choose(e)
      }}
    >
      <path d={route.path} fill="none" stroke="transparent" strokeWidth={14} />
      {drawing.lines.map((line) => (
        <path
          key={line}
          className="connector-line"
          d={line}
          fill="none"
          stroke={color}
          strokeWidth={style.widthPx + (selected ? 0.75 : 0)}
          {...(style.dash ? { strokeDasharray: style.dash } : {})}
          strokeLinecap={style.cap}
          strokeLinejoin="round"
        />
      ))}
      <path d={drawing.arrow} fill={color} />
      {editing ? (
        <foreignObject x={route.labelAt.x - 70} y={route.labelAt.y - 13} width={140} height={30}>
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
        </foreignObject>
      ) : drawing.pill ? (
        <Pill drawing={drawing.pill} selected={selected} />
      ) : null}
    </g>
  )
})

function Pill({
  drawing: { rect, text, textAt, lock },
  selected,
}: {
  drawing: NonNullable<ReturnType<typeof edgeDrawing>['pill']>
  selected: boolean
}) {
  const theme = themes[useTheme()]
  const open = lock && openLock(lock)
  return (
    <>
      <rect
        x={rect.x}
        y={rect.y}
        width={rect.w}
        height={rect.h}
        rx={4}
        fill={theme.plate}
        stroke={selected ? 'var(--accent)' : theme.plateBorder}
      />
      {open ? (
        <g stroke={theme.unencrypted} strokeWidth={1.4} strokeLinecap="round" fill="none">
          <title>Not encrypted in transit</title>
          <path d={open.body} fill={theme.unencrypted} fillOpacity={0.2} />
          <path d={open.shackle} />
        </g>
      ) : null}
      <text
        x={textAt.x}
        y={textAt.y}
        textAnchor="middle"
        fontSize={EDGE_LABEL_STYLE.sizePx}
        fontWeight={EDGE_LABEL_STYLE.weight}
        fill={theme.mutedText}
      >
        {text}
      </text>
    </>
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
