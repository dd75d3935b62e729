import { useStoreApi } from '@xyflow/react'
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { Rect } from '#shared/model/geometry'
import type { NodeId } from '#shared/model/ids'
import { BoardPainter } from '../painting/board-painter'
import type { PaintBadge } from '../painting/paint-style'
import type { NodeVerdictBadge } from '../stores/badges'
import { useBoardView, useVerdicts, useView } from '../session/context'
import { useTheme } from '../ui/theme'
import { useCanvas } from './canvas-store'
import { usePaintedMarks } from './marks/use-marks-in-flight'
import type { ConnectorRoutes } from './connector-routes'

/** Paints the board on a canvas of this page, and keeps it painted. `null` until the canvas is there. */
export function usePainter(
  routes: ConnectorRoutes,
  overlay: ReadonlyMap<NodeId, Rect>,
): { painter: BoardPainter | null; canvas: RefObject<HTMLCanvasElement | null> } {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [painter, setPainter] = useState<BoardPainter | null>(null)
  useLayoutEffect(() => {
    if (!canvas.current) return undefined
    const made = new BoardPainter(canvas.current)
    setPainter(made)
    return () => made.dispose()
  }, [])
  useSize(painter, canvas)
  useChrome(painter)
  useViewport(painter)

  const view = useBoardView()
  useLayoutEffect(() => {
    if (!painter) return undefined
    painter.setBoard(view, routes.of(view))
    return routes.subscribe((changed) => {
      const now = routes.of(view)
      painter.setRoutes(now, changed === 'all' ? now.keys() : changed)
    })
  }, [painter, routes, view])

  const badges = useVerdicts((v) => v.badges)
  const hidden = useView((v) => v.presenting !== null && !v.presenting.showFindings)
  useLayoutEffect(
    () => painter?.setBadges(hidden ? NO_BADGES : badges, lookOf),
    [painter, badges, hidden],
  )

  const editing = useView((v) => (v.editing?.kind === 'node' ? v.editing.id : null))
  useLayoutEffect(() => painter?.setUnlabelled(editing), [painter, editing])

  const copying = useCanvas((c) => c.copying)
  useLayoutEffect(() => {
    painter?.setInFlight({ overlay, copying, routes: routes.inFlight(view, overlay) })
  }, [painter, routes, view, overlay, copying])

  useChosen(painter)
  usePaintedMarks(painter, view)
  return { painter, canvas }
}

const NO_BADGES: ReadonlyMap<NodeId, NodeVerdictBadge> = new Map()
const looks = new WeakMap<NodeVerdictBadge, PaintBadge>()

/** How a badge is painted. */
function lookOf(badge: NodeVerdictBadge): PaintBadge {
  const known = looks.get(badge)
  if (known) return known
  const { worst, findings, questions } = badge
  const look: PaintBadge = { kind: worst ?? 'question', count: worst ? findings : questions }
  looks.set(badge, look)
  return look
}

function useSize(painter: BoardPainter | null, canvas: RefObject<HTMLCanvasElement | null>): void {
  useLayoutEffect(() => {
    const element = canvas.current
    if (!painter || !element) return undefined
    const fit = (): void => painter.fit()
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    return () => observer.disconnect()
  }, [painter, canvas])
}

/** The face that all text of the board is painted in; its weights are in one file. */
const PAINTED_FACE = "500 12px 'Inter Variable'"

function useChrome(painter: BoardPainter | null): void {
  const theme = useTheme()
  useLayoutEffect(() => {
    if (!painter) return
    const css = getComputedStyle(document.documentElement)
    const color = (name: string): string => css.getPropertyValue(name).trim()
    painter.setChrome({
      theme,
      canvas: color('--canvas'),
      dot: color('--canvas-dot'),
      accent: color('--accent'),
    })
  }, [painter, theme])
  useEffect(() => {
    if (!painter || document.fonts.check(PAINTED_FACE)) return
    // Text painted before Inter has arrived is in another face.
    void document.fonts.load(PAINTED_FACE).then(() => painter.fontsArrived())
  }, [painter])
}

function useViewport(painter: BoardPainter | null): void {
  const store = useStoreApi()
  useLayoutEffect(() => {
    if (!painter) return undefined
    let last: unknown = null
    const follow = (): void => {
      const { transform } = store.getState()
      if (transform === last) return
      last = transform
      const [x, y, zoom] = transform
      painter.setViewport({ x, y, zoom })
    }
    follow()
    return store.subscribe(follow)
  }, [painter, store])
}

function useChosen(painter: BoardPainter | null): void {
  const selection = useView((v) => v.selection)
  const selectedEdges = useView((v) => v.selectedEdges)
  const hoveredEdge = useCanvas((c) => c.hoveredEdge)
  const target = useCanvas((c) => c.linking?.target ?? c.dropTarget)
  useLayoutEffect(() => {
    painter?.setChosen({
      nodes: new Set(selection),
      edges: new Set(selectedEdges),
      hoveredEdge,
      target,
    })
  }, [painter, selection, selectedEdges, hoveredEdge, target])
}
