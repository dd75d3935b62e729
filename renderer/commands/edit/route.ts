import { setWaypoints } from '#shared/operations/edges'
import { defineCommand } from '../define'

export default defineCommand({
  id: 'edit.resetRoute',
  title: 'Let connectors find their way',
  area: 'Edit',
  also: 'reset route waypoints bend straighten',
  when: ({ canEdit, board, view }) =>
    canEdit && view.selectedEdges.some((id) => (board.edge(id)?.waypoints?.length ?? 0) > 0),
  run: ({ session, board, view }) => {
    session.edit(view.selectedEdges.flatMap((id) => setWaypoints(board, id, []).changes))
  },
})
