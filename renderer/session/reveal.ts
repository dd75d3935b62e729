import type { MarkId, NodeId } from '#shared/model/ids'
import { markExtent } from '#shared/render/mark-drawing'
import type { OpenSession } from './open-session'

/** Chooses a node and sees to it that it is on screen, moving the board no more than it must. */
export function reveal(session: OpenSession, id: NodeId): void {
  const node = session.board.getState().view?.node(id)
  if (!node) return
  session.view.getState().select([id])
  session.view.getState().set({ focused: id })
  session.view.canvas?.bringIntoView(node)
}

/** The same for something that is drawn on the whiteboard. */
export function revealMark(session: OpenSession, id: MarkId): void {
  const mark = session.board.getState().view?.marks.find((one) => one.id === id)
  if (!mark) return
  session.view.getState().select([], [], [id])
  session.view.canvas?.bringIntoView(markExtent(mark))
}
