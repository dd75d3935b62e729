import { useReactFlow } from '@xyflow/react'
import type { PointerEvent as ReactPointerEvent } from 'react'
import { nodeAt } from '#shared/model/hit'
import type { NodeId } from '#shared/model/ids'
import { connect } from '#shared/operations/edges'
import { useSession, useView } from '../session/context'
import { RESTING, useCanvasStore } from './canvas-store'

const SIDES = [
  ['top', 'left-1/2 top-0 -translate-x-1/2 -translate-y-1/2'],
  ['right', 'right-0 top-1/2 translate-x-1/2 -translate-y-1/2'],
  ['bottom', 'bottom-0 left-1/2 -translate-x-1/2 translate-y-1/2'],
  ['left', 'left-0 top-1/2 -translate-x-1/2 -translate-y-1/2'],
] as const

/** Dots on the four sides of a node; dragging from one to any other node or group draws a connector. */
export function LinkDots({ id, offset = 0 }: { id: NodeId; offset?: number }) {
  const session = useSession()
  const canvas = useCanvasStore()
  const flow = useReactFlow()
  // With another tool in hand, a press draws.
  const isChoosing = useView((v) => v.tool === 'select')

  function begin(event: ReactPointerEvent): void {
    if (event.button !== 0) return
    event.stopPropagation()
    event.preventDefault()
    const at = (e: { clientX: number; clientY: number }) =>
      flow.screenToFlowPosition({ x: e.clientX, y: e.clientY }, { snapToGrid: false })
    const target = (e: PointerEvent) => {
      const view = session.board.getState().view
      const hit = view && nodeAt(view, at(e))
      return hit && hit.id !== id ? hit.id : null
    }
    const move = (e: PointerEvent): void =>
      canvas.setState({ linking: { source: id, to: at(e), target: target(e) } })
    const stop = (): void => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', end)
      window.removeEventListener('keydown', cancel, true)
      canvas.setState(RESTING)
    }
    const end = (e: PointerEvent): void => {
      stop()
      const view = session.board.getState().view
      const other = target(e)
      if (!view) return
      if (!other) {
        session.view.getState().select([id])
        session.view.getState().set({ quickAdd: 'add' })
        return
      }
      const made = connect(view, { source: id, target: other }, session.editContext())
      session.edit(made.changes)
      session.view.getState().showHint(made.hint)
      if (made.id) session.view.getState().select([], [made.id])
    }
    const cancel = (e: KeyboardEvent): void => {
      if (e.key !== 'Escape') return
      e.stopPropagation()
      stop()
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', end)
    window.addEventListener('keydown', cancel, true)
  }

  if (!isChoosing) return null
  return (
    <>
      {SIDES.map(([side, place]) => (
        <span
          key={side}
          data-link={side}
          onPointerDown={begin}
          style={{ margin: -offset }}
          className={`nodrag nopan link-dot pointer-events-auto absolute z-10 size-4 cursor-crosshair rounded-full ${place}`}
        />
      ))}
    </>
  )
}
