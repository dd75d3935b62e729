import {
  Background,
  BackgroundVariant,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  useStoreApi,
} from '@xyflow/react'
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import { groupDefinition } from '#shared/catalogue/catalogue'
import { scopeOf } from '#shared/catalogue/scope-of'
import { deepestLegalGroup } from '#shared/model/containment'
import { inflate, union, type Rect } from '#shared/model/geometry'
import { nodeAt } from '#shared/model/hit'
import { NodeId } from '#shared/model/ids'
import { useBoardView, useCanEdit, useSession, useView } from '../session/context'
import { useTheme } from '../ui/theme'
import {
  CanvasContext,
  createCanvasStore,
  RESTING,
  useCanvas,
  useCanvasStore,
} from './canvas-store'
import { ConnectorLayer } from './ConnectorLayer'
import { FrameLayer } from './FrameLayer'
import { PreviewLayer } from './PreviewLayer'
import { GroupNodeView } from './GroupNode'
import { Guides } from './Guides'
import { carriedFromPalette, carryFromPalette, PALETTE_MIME } from './palette-drag'
import { placeAt } from './placement'
import { PresenceLayer, usePeerDrags } from './PresenceLayer'
import { ResizeContext } from './resize-context'
import { ServiceNodeView } from './ServiceNode'
import { FlowMapper, type FlowNode } from './to-flow'
import { useNodeDrag } from './use-node-drag'
import './canvas.css'

const NODE_TYPES = { awsService: ServiceNodeView, awsGroup: GroupNodeView }
const NO_EDGES: never[] = []
const PAN_BUTTONS = [1, 2]
const MIN_ZOOM = 0.03
const MAX_ZOOM = 4

/** The board as one draws on it. React Flow owns pixels and pointer capture; what things mean is ours. */
export function Canvas() {
  const [store] = useState(createCanvasStore)
  return (
    <CanvasContext.Provider value={store}>
      <ReactFlowProvider>
        <Board />
      </ReactFlowProvider>
    </CanvasContext.Provider>
  )
}

function Board() {
  const session = useSession()
  const canvas = useCanvasStore()
  const view = useBoardView()
  const canEdit = useCanEdit()
  const theme = useTheme()
  const overlay = useOverlay()
  const selection = useView((v) => v.selection)
  const minimap = useView((v) => v.minimap && !v.chromeHidden && v.presenting === null)
  const laser = useView((v) => v.presenting?.laser ?? false)
  const [mapper] = useState(() => new FlowMapper())
  const nodes = useMemo(
    () => mapper.map(view, overlay, new Set(selection), canEdit),
    [mapper, view, overlay, selection, canEdit],
  )
  const { onNodesChange, onDragStop, onResize, onResizeEnd } = useNodeDrag()
  const resizing = useMemo(() => ({ onResize, onResizeEnd }), [onResize, onResizeEnd])
  const flow = useReactFlow()
  const root = useCanvasPort()
  useFitOnArrival()

  const boardPoint = useCallback(
    (e: { clientX: number; clientY: number }) =>
      flow.screenToFlowPosition({ x: e.clientX, y: e.clientY }),
    [flow],
  )

  const onPaneClick = useCallback(
    (e: MouseEvent) => {
      const hit = nodeAt(view, boardPoint(e))
      const { select, selection: before } = session.view.getState()
      if (!hit) select([])
      else if (e.shiftKey || e.ctrlKey || e.metaKey) select([...before, hit.id])
      else select([hit.id])
    },
    [view, session, boardPoint],
  )

  const onDragOver = useCallback(
    (e: DragEvent) => {
      if (!e.dataTransfer.types.includes(PALETTE_MIME) || !session.canEdit) return
      e.preventDefault()
      e.dataTransfer.dropEffect = 'copy'
      const hit = carriedFromPalette()
      if (!hit) return
      const child =
        hit.kind === 'group'
          ? ({ kind: 'group', groupKind: hit.definition.groupKind } as const)
          : ({ kind: 'service', scope: scopeOf(hit.definition.serviceId) } as const)
      const holder = deepestLegalGroup(view, boardPoint(e), child)
      canvas.setState({ dropTarget: holder?.id ?? null })
    },
    [session, view, canvas, boardPoint],
  )

  const onDrop = useCallback(
    (e: DragEvent) => {
      const hit = carriedFromPalette()
      carryFromPalette(null)
      canvas.setState(RESTING)
      if (!hit || !session.canEdit) return
      e.preventDefault()
      const placed = placeAt(view, hit, boardPoint(e), session.editContext())
      if (session.edit(placed.changes)) session.view.getState().select([placed.id])
      session.view.getState().showHint(placed.hint)
      session.view.canvas?.focus()
    },
    [session, view, canvas, boardPoint],
  )

  /** A node that has the focus is selected with the space bar. */
  const onKeyDown = useCallback(
    (e: KeyboardEvent) => {
      if (e.key !== ' ' || !(e.target instanceof HTMLElement)) return
      const id = e.target.classList.contains('react-flow__node')
        ? NodeId.safeParse(e.target.dataset['id'])
        : null
      if (!id?.success) return
      e.preventDefault()
      const { select, selection: before } = session.view.getState()
      select(e.shiftKey ? [...before.filter((b) => b !== id.data), id.data] : [id.data])
    },
    [session],
  )

  const onPointerMove = useCallback(
    (e: { clientX: number; clientY: number }) => {
      const at = boardPoint(e)
      session.presence.show(laser ? { cursor: at, laser: at } : { cursor: at })
    },
    [session, boardPoint, laser],
  )

  return (
    <div
      ref={root}
      className="h-full w-full outline-none"
      tabIndex={-1}
      data-testid="canvas"
      role="application"
      aria-label={`Board ${view.board.name}`}
      onKeyDown={onKeyDown}
      onDragOver={onDragOver}
      onDragLeave={() => canvas.setState({ dropTarget: null })}
      onDrop={onDrop}
      onPointerMove={onPointerMove}
      onPointerLeave={() => session.presence.show({ cursor: null, laser: null })}
    >
      <ResizeContext.Provider value={resizing}>
        <ReactFlow<FlowNode>
          nodes={nodes}
          edges={NO_EDGES}
          nodeTypes={NODE_TYPES}
          onNodesChange={onNodesChange}
          onNodeDragStop={onDragStop}
          onSelectionDragStop={onDragStop}
          onNodeDoubleClick={(_, node) => {
            if (session.canEdit)
              session.view.getState().set({ editing: { kind: 'node', id: NodeId.parse(node.id) } })
          }}
          onNodeMouseEnter={(_, node) => canvas.setState({ hovered: NodeId.parse(node.id) })}
          onNodeMouseLeave={() => canvas.setState({ hovered: null })}
          onPaneClick={onPaneClick}
          onMoveEnd={(_, viewport) => session.view.getState().set({ zoom: viewport.zoom })}
          onInit={(instance) => session.view.getState().set({ zoom: instance.getZoom() })}
          colorMode={theme}
          minZoom={MIN_ZOOM}
          maxZoom={MAX_ZOOM}
          panOnScroll
          zoomOnScroll={false}
          zoomOnDoubleClick={false}
          panOnDrag={PAN_BUTTONS}
          selectionOnDrag
          selectionMode={SelectionMode.Full}
          selectNodesOnDrag
          nodeDragThreshold={3}
          nodesConnectable={false}
          edgesFocusable={false}
          disableKeyboardA11y
          onlyRenderVisibleElements
          elevateNodesOnSelect={false}
          deleteKeyCode={null}
          multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
          selectionKeyCode={null}
          proOptions={{ hideAttribution: true }}
        >
          <Background
            variant={BackgroundVariant.Dots}
            gap={24}
            size={1.4}
            color="var(--canvas-dot)"
          />
          <ConnectorLayer overlay={overlay} />
          <FrameLayer />
          <PreviewLayer />
          <Guides />
          <PresenceLayer />
          {minimap && view.nodes.length > 0 ? (
            <MiniMap
              pannable
              zoomable
              ariaLabel="Minimap"
              position="bottom-right"
              style={{ width: 168, height: 112 }}
              nodeColor={(node) => minimapColor(node as FlowNode, theme)}
              nodeStrokeColor={(node) => minimapStroke(node as FlowNode, theme)}
              nodeStrokeWidth={6}
              nodeBorderRadius={4}
            />
          ) : null}
        </ReactFlow>
      </ResizeContext.Provider>
      <LaserDot on={laser} />
    </div>
  )
}

/** What is in flight here, and what others drag. */
function useOverlay(): ReadonlyMap<NodeId, Rect> {
  const own = useCanvas((c) => c.overlay)
  const peers = usePeerDrags()
  const view = useBoardView()
  return useMemo(() => {
    if (!peers || peers.size === 0) return own
    const all = new Map(own)
    for (const [id, at] of peers) {
      const node = view.nodes.find((n) => n.id === id)
      if (node) all.set(node.id, { ...at, w: node.w, h: node.h })
    }
    return all
  }, [own, peers, view])
}

function minimapColor(node: FlowNode, theme: 'light' | 'dark'): string {
  if (node.type === 'awsService') return theme === 'dark' ? '#8d96a4' : '#8a94a3'
  return 'transparent'
}

function minimapStroke(node: FlowNode, theme: 'light' | 'dark'): string {
  return node.type === 'awsGroup' ? groupDefinition(node.data.node.groupKind).color[theme] : 'none'
}

/** Makes this canvas answer to commands while it is on screen. */
function useCanvasPort() {
  const session = useSession()
  const flow = useReactFlow()
  const store = useStoreApi()
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const still = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const glide = (animate = true) => ({ duration: animate && !still() ? 160 : 0 })
    const port = {
      fitAll() {
        const view = session.board.getState().view
        const box = view && union(view.nodes)
        if (box) port.fitRect(box, { animate: true, maxZoom: 1.25 })
      },
      fitRect(rect: Rect, options: { animate?: boolean; padding?: number; maxZoom?: number } = {}) {
        const { width, height } = store.getState()
        if (width === 0 || height === 0) return
        const box = inflate(rect, options.padding ?? 32)
        const zoom = Math.min(
          Math.max(Math.min(width / box.w, height / box.h), MIN_ZOOM),
          options.maxZoom ?? MAX_ZOOM,
        )
        const x = width / 2 - (box.x + box.w / 2) * zoom
        const y = height / 2 - (box.y + box.h / 2) * zoom
        session.view.getState().set({ zoom })
        void flow.setViewport({ x, y, zoom }, glide(options.animate))
      },
      zoomBy(factor: number) {
        port.zoomTo(flow.getZoom() * factor)
      },
      zoomTo(zoom: number) {
        session.view.getState().set({ zoom: Math.min(Math.max(zoom, MIN_ZOOM), MAX_ZOOM) })
        void flow.zoomTo(zoom, glide())
      },
      center() {
        const box = root.current?.getBoundingClientRect()
        return flow.screenToFlowPosition({
          x: (box?.left ?? 0) + (box?.width ?? 0) / 2,
          y: (box?.top ?? 0) + (box?.height ?? 0) / 2,
        })
      },
      focus: () => root.current?.focus({ preventScroll: true }),
    }
    return session.view.attachCanvas(port)
  }, [session, flow, store])
  return root
}

/** Shows the whole board when it is opened or changed to. */
function useFitOnArrival(): void {
  const session = useSession()
  const boardId = useView((v) => v.boardId)
  const arrived = useRef<string | null>(null)
  const store = useStoreApi()
  useEffect(() => {
    const fit = (): boolean => {
      if (arrived.current === boardId) return true
      const view = session.board.getState().view
      if (!view || store.getState().width === 0) return false
      arrived.current = boardId
      const box = union(view.nodes)
      if (box) session.view.canvas?.fitRect(box, { animate: false, maxZoom: 1, padding: 48 })
      else
        session.view.canvas?.fitRect({ x: 0, y: 0, w: 800, h: 500 }, { animate: false, maxZoom: 1 })
      return true
    }
    if (fit()) return undefined
    return store.subscribe(fit)
  }, [session, boardId, store])
}

/** The presenter's own laser. */
function LaserDot({ on }: { on: boolean }) {
  const dot = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!on) return undefined
    const follow = (e: PointerEvent): void => {
      if (dot.current) dot.current.style.translate = `${e.clientX}px ${e.clientY}px`
    }
    window.addEventListener('pointermove', follow)
    return () => window.removeEventListener('pointermove', follow)
  }, [on])
  if (!on) return null
  return (
    <div
      ref={dot}
      data-testid="laser"
      className="pointer-events-none fixed top-0 left-0 z-[800] -mt-2 -ml-2 size-4 rounded-full bg-[#ff2d3f] shadow-[0_0_14px_4px_rgb(255_45_63/60%)]"
      style={{ translate: '-100px -100px' }}
    />
  )
}
