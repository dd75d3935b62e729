import { toast } from 'sonner'
import { scopeOf } from '#shared/catalogue/scope-of'
import { union, type Rect } from '#shared/model/geometry'
import type { NodeId } from '#shared/model/ids'
import { arrangeLaidOut } from '#shared/operations/layout-around'
import { layoutScope } from '#shared/operations/layout-scope'
import { canEdit, defineCommand } from '../define'

const NOTE = 'layout'
/** A layout that takes longer is spoken of, ms. */
const QUICK_MS = 250

export default defineCommand({
  id: 'arrange.layout',
  title: 'Lay out',
  area: 'Arrange',
  keys: ['Mod+Shift+L'],
  also: 'auto layout tidy arrange automatically',
  when: (context) => canEdit(context) && context.board.nodes.length > 1,
  run: async ({ session, board, view }) => {
    const scope = layoutScope(board, view.selection)
    if (scope.moving.size < 2) {
      view.showHint('There is nothing to lay out: what is here is locked, or stands alone.')
      return
    }
    const stop = new AbortController()
    const note = setTimeout(
      () =>
        toast.loading(`Laying out ${scope.moving.size} nodes…`, {
          id: NOTE,
          duration: Infinity,
          cancel: { label: 'Cancel', onClick: () => stop.abort() },
        }),
      QUICK_MS,
    )
    try {
      const { layOut } = await import('../../workers/layout')
      const places = await layOut({ board: board.board, ...scope.drawing }, stop.signal)
      const now = session.board.getState().view
      if (now !== board) {
        view.showHint('The board was changed meanwhile, so it was not laid out. Try again.')
        return
      }
      const from = new Map<NodeId, Rect>(
        board.nodes.flatMap((node) => (scope.moving.has(node.id) ? [[node.id, node]] : [])),
      )
      if (!session.edit(arrangeLaidOut(board, scope, places, scopeOf))) return
      const { canvas } = session.view
      canvas?.glideFrom(from)
      const after = session.board.getState().view
      const box = after && union([...from.keys()].flatMap((id) => after.node(id) ?? []))
      // Zoomed out as far as it takes to see all of it, never in.
      if (canvas && box)
        canvas.fitRect(box, { animate: true, padding: 48, maxZoom: canvas.viewport().zoom })
    } catch (error) {
      if (!stop.signal.aborted)
        toast.error(`The board could not be laid out: ${String(error)}`, { id: NOTE })
    } finally {
      clearTimeout(note)
      if (stop.signal.aborted || toast.getToasts().some((one) => one.id === NOTE))
        toast.dismiss(NOTE)
    }
  },
})
