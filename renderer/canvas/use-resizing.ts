import { useMemo, type ContextType } from 'react'
import type { Rect } from '#shared/model/geometry'
import { resizeOnGrid } from '#shared/model/grid'
import type { NodeId } from '#shared/model/ids'
import { useSession } from '../session/context'
import { useCanvasStore } from './canvas-store'
import { resizeTo } from './node-drag'
import type { ResizeContext } from './resize-context'

/** What a group's handles do: it is shown as large as it is dragged, and becomes so when they are let go. */
export function useResizing(): ContextType<typeof ResizeContext> {
  const session = useSession()
  const canvas = useCanvasStore()
  return useMemo(() => {
    const lined = (id: NodeId, rect: Rect, isFree: boolean): Rect => {
      const before = session.board.getState().view?.node(id)
      const isOnGrid = session.view.getState().snapToGrid && !isFree
      return before && isOnGrid ? resizeOnGrid(before, rect) : rect
    }
    return {
      onResize: (id, rect, isFree) =>
        canvas.setState({ overlay: new Map([[id, lined(id, rect, isFree)]]) }),
      onResizeEnd: (id, rect, isFree) => resizeTo(session, canvas, id, lined(id, rect, isFree)),
    }
  }, [session, canvas])
}
