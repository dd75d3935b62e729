import { useReactFlow, useStore } from '@xyflow/react'
import { useEffect, useRef, useState, type PointerEvent } from 'react'
import type { BoardPainter, Viewport } from '../painting/board-painter'
import { cx } from '../ui/classes'
import { uiScale } from '../ui/scale'

const USUAL = { width: 176, height: 116 }
/** On a board this narrow, CSS px, it stands above the tools at the bottom, and is smaller. */
const NARROW = 740
const SMALL = { width: 120, height: 80 }

/** The whole board small, with what is on screen; pressing or dragging goes there. */
export function Minimap({ painter }: { painter: BoardPainter }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [placed, setPlaced] = useState<Viewport | null>(null)
  const isNarrow = useStore((s) => s.width < NARROW)
  const { width, height } = isNarrow ? SMALL : USUAL
  useEffect(() => {
    const draw = (): void => {
      if (canvas.current) setPlaced(painter.drawOverview(canvas.current))
    }
    draw()
    return painter.onOverview(draw)
  }, [painter, isNarrow])
  const ratio = (window.devicePixelRatio || 1) * uiScale()
  return (
    <div
      className={cx(
        'ui-scale react-flow__panel absolute right-3 overflow-hidden rounded-lg border border-line bg-surface shadow-sm',
        isNarrow ? 'bottom-16' : 'bottom-3',
      )}
      style={{ width, height }}
      role="img"
      aria-label="Minimap"
      data-testid="minimap"
    >
      <canvas
        ref={canvas}
        width={width * ratio}
        height={height * ratio}
        className="h-full w-full"
        aria-hidden
      />
      {placed ? <Seen placed={placed} ratio={ratio} /> : null}
    </div>
  )
}

/** The part of the board that is on screen. */
function Seen({ placed, ratio }: { placed: Viewport; ratio: number }) {
  const flow = useReactFlow()
  const x = useStore((s) => s.transform[0])
  const y = useStore((s) => s.transform[1])
  const zoom = useStore((s) => s.transform[2])
  const width = useStore((s) => s.width)
  const height = useStore((s) => s.height)
  const unit = placed.zoom / ratio
  const go = (e: PointerEvent<HTMLDivElement>): void => {
    const box = e.currentTarget.getBoundingClientRect()
    const bx = ((e.clientX - box.left) / uiScale() - placed.x / ratio) / unit
    const by = ((e.clientY - box.top) / uiScale() - placed.y / ratio) / unit
    void flow.setCenter(bx, by, { zoom, duration: 0 })
  }
  return (
    <div
      className="absolute inset-0 cursor-pointer"
      onPointerDown={(e) => {
        e.currentTarget.setPointerCapture(e.pointerId)
        go(e)
      }}
      onPointerMove={(e) => {
        if (e.buttons === 1) go(e)
      }}
    >
      <div
        className="pointer-events-none absolute rounded-[3px] border border-accent shadow-[0_0_0_400px_color-mix(in_srgb,var(--ink)_10%,transparent)]"
        style={{
          left: (-x / zoom) * unit + placed.x / ratio,
          top: (-y / zoom) * unit + placed.y / ratio,
          width: (width / zoom) * unit,
          height: (height / zoom) * unit,
        }}
      />
    </div>
  )
}
