import { useRef, type PointerEvent } from 'react'
import { uiScale } from './scale'

/** The edge of a panel, to make it wider or narrower: by dragging, by arrow keys, back to what it was by double click. */
export function ResizeEdge({
  label,
  side,
  width,
  least,
  most,
  usual,
  onWidth,
}: {
  label: string
  /** Which edge of the panel this is. */
  side: 'left' | 'right'
  /** CSS px, as are the others. */
  width: number
  least: number
  most: number
  usual: number
  onWidth: (width: number) => void
}) {
  const start = useRef<{ x: number; width: number } | null>(null)
  const set = (wanted: number): void => onWidth(Math.round(Math.min(most, Math.max(least, wanted))))
  const outward = side === 'right' ? 1 : -1
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className={`absolute inset-y-0 z-30 w-1.5 cursor-col-resize touch-none outline-none hover:bg-accent/30 focus-visible:bg-accent/60 active:bg-accent/60 ${side === 'right' ? '-right-[3px]' : '-left-[3px]'}`}
      onPointerDown={(e: PointerEvent<HTMLDivElement>) => {
        e.preventDefault()
        e.currentTarget.setPointerCapture(e.pointerId)
        start.current = { x: e.clientX, width }
      }}
      onPointerMove={(e) => {
        if (start.current)
          set(start.current.width + ((e.clientX - start.current.x) / uiScale()) * outward)
      }}
      onPointerUp={() => {
        start.current = null
      }}
      onDoubleClick={() => set(usual)}
      onKeyDown={(e) => {
        if (e.key !== 'ArrowLeft' && e.key !== 'ArrowRight') return
        e.preventDefault()
        e.stopPropagation()
        set(width + (e.key === 'ArrowRight' ? 16 : -16) * outward)
      }}
    />
  )
}
