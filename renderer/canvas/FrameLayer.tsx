import { ViewportPortal } from '@xyflow/react'
import { useBoard, useBoardView, useView } from '../session/context'

/** Outlines of the frames to present, with their names, while the notes that list them are open. */
export function FrameLayer() {
  const view = useBoardView()
  const frames = useBoard((b) => b.snapshot.content.frames)
  const shown = useView(
    (v) => v.panel === 'notes' && v.panelOpen && !v.chromeHidden && v.presenting === null,
  )
  if (!shown) return null
  return (
    <ViewportPortal>
      {frames
        .filter((f) => f.boardId === view.board.id)
        .map((f, i) => (
          <div
            key={f.id}
            className="pointer-events-none absolute rounded-md border border-dashed border-accent/60"
            style={{ left: f.x, top: f.y, width: f.w, height: f.h, zIndex: 400 }}
          >
            <span className="absolute -top-5 left-0 text-[11px] font-medium whitespace-nowrap text-accent">
              {i + 1} · {f.title}
            </span>
          </div>
        ))}
    </ViewportPortal>
  )
}
