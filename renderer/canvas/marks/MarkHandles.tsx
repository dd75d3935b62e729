import { useReactFlow } from '@xyflow/react'
import type { PointerEvent } from 'react'
import type { Mark } from '#shared/model/records'
import { useSession, useView } from '../../session/context'
import { RESTING, useCanvasStore } from '../canvas-store'
import { handlesOf, resized, type Handle } from './mark-shape'

const SIZE_PX = 9
const CURSORS: Record<Handle['id'], string> = {
  nw: 'nwse-resize',
  se: 'nwse-resize',
  ne: 'nesw-resize',
  sw: 'nesw-resize',
  e: 'ew-resize',
  start: 'move',
  end: 'move',
}

/** Corners and ends of a mark, to take hold of: one edit when they are let go. */
export function MarkHandles({ mark }: { mark: Mark }) {
  const session = useSession()
  const canvas = useCanvasStore()
  const flow = useReactFlow()
  const zoom = useView((v) => v.zoom)
  const size = SIZE_PX / zoom

  const onPointerMove = (e: PointerEvent, handle: Handle['id']): void => {
    if (!e.currentTarget.hasPointerCapture(e.pointerId)) return
    const recorded = session.board.getState().view?.marks.find(({ id }) => id === mark.id)
    if (!recorded) return
    const to = flow.screenToFlowPosition({ x: e.clientX, y: e.clientY }, { snapToGrid: false })
    const shown = resized(recorded, handle, to)
    canvas.setState({ marks: new Map([[mark.id, { mark: shown, by: { x: 0, y: 0 } }]]) })
  }
  const onPointerUp = (): void => {
    const shown = canvas.getState().marks.get(mark.id)?.mark
    if (shown) {
      const { x, y, w, h } = shown
      const points = shown.kind === 'line' ? { points: shown.points } : {}
      session.edit([{ op: 'setMark', id: mark.id, set: { x, y, w, h, ...points } }])
    }
    canvas.setState(RESTING)
  }

  return handlesOf(mark).map(({ id, x, y }) => (
    <div
      key={id}
      data-own-press
      data-handle={id}
      className="nopan nodrag pointer-events-auto absolute border-accent bg-surface"
      style={{
        left: x - size / 2,
        top: y - size / 2,
        width: size,
        height: size,
        borderWidth: 1.5 / zoom,
        borderRadius: (mark.kind === 'line' ? SIZE_PX : 2) / zoom,
        cursor: CURSORS[id],
        zIndex: 2100,
      }}
      onPointerDown={(e) => {
        if (e.button === 0) e.currentTarget.setPointerCapture(e.pointerId)
      }}
      onPointerMove={(e) => onPointerMove(e, id)}
      onPointerUp={onPointerUp}
      onPointerCancel={() => canvas.setState(RESTING)}
    />
  ))
}
