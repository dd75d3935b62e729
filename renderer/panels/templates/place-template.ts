import { toast } from 'sonner'
import type { BoardView } from '#shared/model/board-view'
import { LIMITS } from '#shared/model/records'
import { markBoard } from '#shared/operations/boards'
import type { Template } from '#shared/templates/define'
import { insertTemplate } from '#shared/templates/insert-template'
import type { OpenSession } from '../../session/open-session'

/**
 * Puts a template near the middle of what is visible, in one undo step; selects it and brings it into view.
 *
 * @param asTarget the board is marked as target, in the same step
 */
export function placeTemplate(
  session: OpenSession,
  board: BoardView,
  template: Template,
  asTarget: boolean,
): void {
  const { canvas } = session.view
  const middle = canvas?.center() ?? { x: 0, y: 0 }
  const { changes, ids, rect } = insertTemplate(board, template, middle, session.editContext())
  const { nodes, edges } = session.snapshot.content
  const count = (op: 'addNode' | 'addEdge'): number =>
    changes.filter((change) => change.op === op).length
  if (
    nodes.length + count('addNode') > LIMITS.nodesPerSession ||
    edges.length + count('addEdge') > LIMITS.edgesPerSession
  ) {
    toast.error(`${template.title} was not inserted`, {
      description: 'This session would become too large. Insert it in a session of its own.',
    })
    return
  }
  const marked = asTarget ? markBoard(board.board, 'target') : []
  if (!session.edit([...changes, ...marked])) return
  session.view.getState().select(ids)
  canvas?.fitRect(rect, { animate: true, padding: 48, maxZoom: 1 })
}
