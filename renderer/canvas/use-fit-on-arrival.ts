import { useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { boundsOf } from '#shared/render/bounds'
import type { BoardPainter } from '../painting/board-painter'
import { useSession, useView } from '../session/context'
import { uiScale } from '../ui/scale'

/** What an empty board shows, board units. */
const EMPTY = { x: 0, y: 0, w: 800, h: 500 }

/** Shows the whole board when it is opened or changed to, or the part of it that somebody goes to. */
export function useFitOnArrival(painter: BoardPainter | null): void {
  const session = useSession()
  const boardId = useView((v) => v.boardId)
  const arrived = useRef<string | null>(null)
  const store = useStoreApi()
  useEffect(() => {
    if (!painter) return undefined
    const fit = (): boolean => {
      if (arrived.current === boardId) return true
      const view = session.board.getState().view
      if (!view || store.getState().width === 0) return false
      arrived.current = boardId
      const { goingTo, set } = session.view.getState()
      const box = boundsOf(view.nodes, view.marks)
      const port = session.view.canvas
      if (goingTo?.boardId === boardId) {
        port?.fitRect(goingTo.rect, { ...goingTo, animate: false })
        set({ goingTo: null })
      } else if (box) port?.fitRect(box, { animate: false, maxZoom: uiScale(), padding: 48 })
      else port?.fitRect(EMPTY, { animate: false, maxZoom: 1 })
      painter.start()
      return true
    }
    if (fit()) return undefined
    return store.subscribe(fit)
  }, [session, boardId, store, painter])
}
