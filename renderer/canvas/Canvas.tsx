import {
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStoreApi,
  ViewportPortal,
} from '@xyflow/react'
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type DragEvent,
  type KeyboardEvent,
} from 'react'
import { scopeOf } from '#shared/catalogue/scope-of'
import { deepestLegalGroup } from '#shared/model/containment'
import { center, contains, inflate, type Point, type Rect } from '#shared/model/geometry'
import { NodeId } from '#shared/model/ids'
import { boundsOf } from '#shared/render/bounds'
import type { BoardPainter } from '../painting/board-painter'
import { MarkTools } from '../panels/marks/MarkTools'
import { useBoardView, useSession, useView } from '../session/context'
import { uiScale } from '../ui/scale'
import { useTheme } from '../ui/theme'
import {
  CanvasContext,
  createCanvasStore,
  RESTING,
  useCanvas,
  useCanvasStore,
} from './canvas-store'
import { ConnectorLayer } from './ConnectorLayer'
import { ConnectorRoutes } from './connector-routes'
import { BoardMenu } from './BoardMenu'
import { FrameLayer } from './FrameLayer'
import { PreviewLayer } from './PreviewLayer'
import { glideFrom } from './glide'
import { GroupNodeView } from './GroupNode'
import { Guides } from './Guides'
import { addPictures, picturesIn } from './marks/add-pictures'
import { MarkLayer } from './marks/MarkLayer'
import { Minimap } from './Minimap'
import { carriedFromPalette, carryFromPalette, PALETTE_MIME } from './palette-drag'
import { placeAt } from './placement'
import { PresenceLayer, usePeerDrags } from './PresenceLayer'
import { ResizeContext } from './resize-context'
import { ServiceNodeView } from './ServiceNode'
import { FlowMapper, type FlowNode } from './to-flow'
import { useFitOnArrival } from './use-fit-on-arrival'
import { useNear } from './use-near'
import { usePainter } from './use-painter'
import { usePointer } from './use-pointer'
import { useResizing } from './use-resizing'
import { useSteadyView } from './use-steady-view'
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
  const view = useBoardView()
  const theme = useTheme()
  const overlay = useOverlay()
  const selection = useView((v) => v.selection)
  const tool = useView((v) => v.tool)
  const minimap = useView((v) => v.minimap && !v.chromeHidden && v.presenting === null)
  const laser = useView((v) => v.presenting?.laser ?? false)
  const [routes] = useState(() => new ConnectorRoutes())
  useEffect(() => () => routes.dispose(), [routes])
  const { painter, canvas: surface } = usePainter(routes, overlay)
  const near = useNear(view, painter)
  const [mapper] = useState(() => new FlowMapper())
  const nodes = useMemo(
    () => mapper.map(view, near.nodes, overlay, new Set(selection)),
    [mapper, view, near, overlay, selection],
  )
  const resizing = useResizing()
  const root = useCanvasPort(painter, routes)
  usePointer(root, painter)
  useFitOnArrival(painter)
  useSteadyView(root)
  const drop = useDrop()
  const hand = usePresenceHand(laser)

  /** A node that has the focus is selected with the space bar. */
  const onKeyDown = useCallback(
    (e: KeyboardEvent) => {
      if (e.key !== ' ') return
      const id = nodeIdOf(e.target)
      if (!id) return
      e.preventDefault()
      const { select, selection: before } = session.view.getState()
      select(e.shiftKey ? [...before.filter((b) => b !== id), id] : [id])
    },
    [session],
  )

  return (
    <div
      ref={root}
      className="window-scale relative h-full w-full touch-none outline-none"
      tabIndex={-1}
      data-testid="canvas"
      data-tool={tool}
      role="application"
      aria-label={`Board ${view.board.name}`}
      onKeyDown={onKeyDown}
      onFocus={(e) => {
        const focused = nodeIdOf(e.target)
        if (focused) session.view.getState().set({ focused })
      }}
      {...drop}
      {...hand}
    >
      <canvas ref={surface} aria-hidden className="absolute inset-0 h-full w-full" />
      <ResizeContext.Provider value={resizing}>
        <ReactFlow<FlowNode>
          nodes={nodes}
          edges={NO_EDGES}
          nodeTypes={NODE_TYPES}
          onMoveEnd={(_, viewport) => session.view.getState().set({ zoom: viewport.zoom })}
          onInit={(instance) => session.view.getState().set({ zoom: instance.getZoom() })}
          colorMode={theme}
          minZoom={MIN_ZOOM}
          maxZoom={MAX_ZOOM}
          panOnScroll
          zoomOnScroll={false}
          zoomOnDoubleClick={false}
          panOnDrag={PAN_BUTTONS}
          nodesDraggable={false}
          nodesConnectable={false}
          elementsSelectable={false}
          nodesFocusable
          edgesFocusable={false}
          disableKeyboardA11y
          elevateNodesOnSelect={false}
          deleteKeyCode={null}
          multiSelectionKeyCode={null}
          selectionKeyCode={null}
          proOptions={{ hideAttribution: true }}
        >
          <ConnectorLayer routes={routes} edges={near.edges} />
          <FrameLayer />
          <PreviewLayer />
          <Guides />
          <Marquee />
          <MarkLayer painter={painter} />
          <PresenceLayer />
        </ReactFlow>
      </ResizeContext.Provider>
      {minimap && painter && view.nodes.length + view.marks.length > 0 ? (
        <Minimap painter={painter} />
      ) : null}
      <MarkTools />
      <BoardMenu root={root} painter={painter} />
      <LaserDot on={laser} />
    </div>
  )
}

function nodeIdOf(target: EventTarget): NodeId | null {
  if (!(target instanceof HTMLElement) || !target.classList.contains('react-flow__node'))
    return null
  const id = NodeId.safeParse(target.dataset['id'])
  return id.success ? id.data : null
}

/** The rectangle that is being drawn around things. */
function Marquee() {
  const marquee = useCanvas((c) => c.marquee)
  const zoom = useReactFlow().getZoom()
  if (!marquee) return null
  return (
    <ViewportPortal>
      <div
        data-marquee
        className="pointer-events-none absolute"
        style={{
          left: marquee.x,
          top: marquee.y,
          width: marquee.w,
          height: marquee.h,
          zIndex: 2000,
          border: `${1 / zoom}px solid var(--accent)`,
          background: 'color-mix(in srgb, var(--accent) 9%, transparent)',
        }}
      />
    </ViewportPortal>
  )
}

/** Takes what is dragged in from the palette. */
function useDrop() {
  const session = useSession()
  const canvas = useCanvasStore()
  const view = useBoardView()
  const flow = useReactFlow()
  const at = (e: DragEvent): Point => flow.screenToFlowPosition({ x: e.clientX, y: e.clientY })
  return {
    onDragOver(e: DragEvent) {
      if (e.dataTransfer.types.includes('Files') && session.canEdit) {
        e.preventDefault()
        e.dataTransfer.dropEffect = 'copy'
        return
      }
      if (!e.dataTransfer.types.includes(PALETTE_MIME) || !session.canEdit) return
      e.preventDefault()
      e.dataTransfer.dropEffect = 'copy'
      const hit = carriedFromPalette()
      if (!hit) return
      const child =
        hit.kind === 'group'
          ? ({ kind: 'group', groupKind: hit.definition.groupKind } as const)
          : ({ kind: 'service', scope: scopeOf(hit.definition.serviceId) } as const)
      const holder = deepestLegalGroup(view, at(e), child)
      canvas.setState({ dropTarget: holder?.id ?? null })
    },
    onDragLeave() {
      canvas.setState({ dropTarget: null })
    },
    onDrop(e: DragEvent) {
      const hit = carriedFromPalette()
      carryFromPalette(null)
      canvas.setState(RESTING)
      if (e.dataTransfer.files.length > 0) {
        // Otherwise the window would leave the board for the file.
        e.preventDefault()
        const pictures = picturesIn(e.dataTransfer.files)
        if (pictures.length === 0)
          session.view.getState().showHint('A board takes PNG, JPEG, WebP and GIF pictures.')
        else if (session.canEdit) void addPictures(session, pictures, at(e))
        return
      }
      if (!hit || !session.canEdit) return
      e.preventDefault()
      const placed = placeAt(view, hit, at(e), session.editContext())
      if (session.edit(placed.changes)) session.view.getState().select([placed.id])
      session.view.getState().showHint(placed.hint)
      session.view.canvas?.focus()
    },
  }
}

/** Shows the others where this person's pointer is. */
function usePresenceHand(laser: boolean) {
  const session = useSession()
  const flow = useReactFlow()
  return {
    onPointerMove(e: { clientX: number; clientY: number }) {
      const at = flow.screenToFlowPosition({ x: e.clientX, y: e.clientY })
      session.presence.show(laser ? { cursor: at, laser: at } : { cursor: at })
    },
    onPointerLeave: () => session.presence.show({ cursor: null, laser: null }),
  }
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
      const node = view.node(NodeId.parse(id))
      if (node) all.set(node.id, { ...at, w: node.w, h: node.h })
    }
    return all
  }, [own, peers, view])
}

/** Makes this canvas answer to commands while it is on screen. */
function useCanvasPort(painter: BoardPainter | null, routes: ConnectorRoutes) {
  const session = useSession()
  const flow = useReactFlow()
  const store = useStoreApi()
  const canvas = useCanvasStore()
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const still = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const glide = (animate = true) => ({ duration: animate && !still() ? 160 : 0 })
    const port = {
      fitAll() {
        const view = session.board.getState().view
        const box = view && boundsOf(view.nodes, view.marks)
        if (box) port.fitRect(box, { animate: true, maxZoom: 1.25 * uiScale() })
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
        if (options.animate === false) painter?.settle()
      },
      bringIntoView(rect: Rect) {
        const { width, height, transform } = store.getState()
        const [x, y, zoom] = transform
        const seen = { x: -x / zoom, y: -y / zoom, w: width / zoom, h: height / zoom }
        if (contains(seen, inflate(rect, 24 / zoom))) return
        const middle = center(rect)
        void flow.setCenter(middle.x, middle.y, { zoom, ...glide() })
      },
      zoomBy(factor: number) {
        port.zoomTo(flow.getZoom() * factor)
      },
      zoomTo(zoom: number) {
        session.view.getState().set({ zoom: Math.min(Math.max(zoom, MIN_ZOOM), MAX_ZOOM) })
        void flow.zoomTo(zoom, glide())
      },
      viewport: () => flow.getViewport(),
      shown: (id: NodeId) => canvas.getState().overlay.get(id),
      glideFrom: (places: ReadonlyMap<NodeId, Rect>) => {
        const view = session.board.getState().view
        if (view && !still()) glideFrom(view, places, canvas)
      },
      routes() {
        const view = session.board.getState().view
        return view ? routes.settled(view) : Promise.resolve(new Map())
      },
      painted: () => painter?.whole() ?? Promise.resolve(),
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
  }, [session, flow, store, canvas, painter, routes])
  return root
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
