import { scopeOf } from '#shared/catalogue/scope-of'
import type { BoardView } from '#shared/model/board-view'
import { center, type Point } from '#shared/model/geometry'
import type { Chosen } from '#shared/operations/chosen'
import { clipBounds, copyChosen, paste } from '#shared/operations/clipboard'
import type { OpenSession } from '../session/open-session'

/** Puts a copy of nodes and marks so far away from them, and chooses it: one edit. */
export function putCopy(session: OpenSession, view: BoardView, chosen: Chosen, by: Point): void {
  const clip = copyChosen(view, chosen)
  const box = clipBounds(clip)
  if (!box) return
  const at = center({ ...box, x: box.x + by.x, y: box.y + by.y })
  const edit = session.editContext()
  const pasted = paste(view, clip, at, { scopeOf, edit, marks: session.snapshot.content.marks })
  const { select, showHint } = session.view.getState()
  if (session.edit(pasted.changes)) select(pasted.nodes, [], pasted.marks)
  showHint(pasted.hint)
}
