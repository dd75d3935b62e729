import { ViewportPortal } from '@xyflow/react'
import { useCanvas } from './canvas-store'
import { useView } from '../session/context'

/** Lines that show what a dragged node lines up with. */
export function Guides() {
  const guides = useCanvas((c) => c.guides)
  const zoom = useView((v) => v.zoom)
  if (guides.length === 0) return null
  return (
    <ViewportPortal>
      <svg
        className="pointer-events-none absolute overflow-visible"
        style={{ zIndex: 1900 }}
        width={1}
        height={1}
      >
        {guides.map((g) => (
          <line
            key={g.axis}
            x1={g.axis === 'x' ? g.at : g.from - 12}
            x2={g.axis === 'x' ? g.at : g.to + 12}
            y1={g.axis === 'x' ? g.from - 12 : g.at}
            y2={g.axis === 'x' ? g.to + 12 : g.at}
            stroke="#e0458b"
            strokeWidth={1 / zoom}
          />
        ))}
      </svg>
    </ViewportPortal>
  )
}
