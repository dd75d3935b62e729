import { ViewportPortal } from '@xyflow/react'
import type { SnapGap } from '#shared/model/snap-lines'
import { useCanvas } from './canvas-store'
import { useView } from '../session/context'

/** Lines that show what a dragged node lines up with. */
export function Guides() {
  const guides = useCanvas((c) => c.guides)
  const gaps = useCanvas((c) => c.gaps)
  const zoom = useView((v) => v.zoom)
  if (guides.length + gaps.length === 0) return null
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
        {gaps.map((gap) => (
          <GapMark key={`${gap.axis} ${gap.from}`} gap={gap} zoom={zoom} />
        ))}
      </svg>
    </ViewportPortal>
  )
}

/** A gap that equals its neighbour: a bar with a foot at each end. */
function GapMark({ gap: { axis, from, to, at }, zoom }: { gap: SnapGap; zoom: number }) {
  const foot = 5 / zoom
  const d =
    axis === 'x'
      ? `M${from} ${at - foot}v${2 * foot}M${from} ${at}H${to}M${to} ${at - foot}v${2 * foot}`
      : `M${at - foot} ${from}h${2 * foot}M${at} ${from}V${to}M${at - foot} ${to}h${2 * foot}`
  return <path d={d} stroke="#e0458b" strokeWidth={1 / zoom} fill="none" />
}
