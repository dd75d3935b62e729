import { useStoreApi, type NodeChange } from '@xyflow/react'
import { useCallback, useRef } from 'react'
import { scopeOf } from '#shared/catalogue/scope-of'
import { asContained, deepestLegalGroup } from '#shared/model/containment'
import { center, union, type Point, type Rect } from '#shared/model/geometry'
import { NodeId } from '#shared/model/ids'
import { SNAP_DISTANCE, snapToOthers } from '#shared/model/snap-lines'
import { moveNodes, resizeGroup, withoutNested } from '#shared/operations/nodes'
import { useSession } from '../session/context'
import { RESTING, useCanvasStore } from './canvas-store'
import type { FlowNode } from './to-flow'

interface Drag {
  roots: readonly NodeId[]
  by: Point
}

/**
 * Turns React Flow's drag into one edit on release. In flight only the overlay and presence move: the document gets one
 * transaction, so a drag is one undo step and leaves no history behind.
 */
export function useNodeDrag(): {
  onNodesChange: (changes: NodeChange<FlowNode>[]) => void
  onDragStop: () => void
  onResize: (id: NodeId, rect: Rect) => void
  onResizeEnd: (id: NodeId, rect: Rect) => void
} {
  const session = useSession()
  const canvas = useCanvasStore()
  const flow = useStoreApi()
  const drag = useRef<Drag | null>(null)

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const selected: [NodeId, boolean][] = []
      const moved: { id: NodeId; to: Point }[] = []
      for (const change of changes) {
        if (change.type === 'select') selected.push([NodeId.parse(change.id), change.selected])
        else if (change.type === 'position' && change.position && change.dragging)
          moved.push({ id: NodeId.parse(change.id), to: change.position })
      }
      if (selected.length > 0) applySelection(selected)
      if (moved.length > 0) applyDrag(moved)

      function applySelection(entries: readonly [NodeId, boolean][]): void {
        const { selection, selectedEdges, select } = session.view.getState()
        const chosen = new Set(selection)
        for (const [id, on] of entries) {
          if (on) chosen.add(id)
          else chosen.delete(id)
        }
        const adding = flow.getState().multiSelectionActive
        select([...chosen], adding ? selectedEdges : [])
      }

      function applyDrag(moves: readonly { id: NodeId; to: Point }[]): void {
        const view = session.board.getState().view
        const first = moves[0]
        const record = first && view?.node(first.id)
        if (!view || !first || !record) return
        const roots = withoutNested(
          view,
          moves.map((m) => m.id),
        )
        let by: Point = { x: first.to.x - record.x, y: first.to.y - record.y }
        const held = new Set(
          roots.flatMap((r) => [r.id, ...view.descendants(r.id).map((n) => n.id)]),
        )

        const box = union(roots)
        const zoom = session.view.getState().zoom
        let guides: ReturnType<typeof snapToOthers>['lines'] = []
        if (box) {
          const siblings = view
            .children(record.parentId)
            .filter((n) => !held.has(n.id))
            .slice(0, 400)
          const moving = { ...box, x: box.x + by.x, y: box.y + by.y }
          const snapped = snapToOthers(moving, siblings, SNAP_DISTANCE / zoom)
          by = { x: Math.round(by.x + snapped.by.x), y: Math.round(by.y + snapped.by.y) }
          guides = snapped.lines
        }

        const overlay = new Map<NodeId, Rect>()
        for (const id of held) {
          const node = view.node(id)
          if (node) overlay.set(id, { x: node.x + by.x, y: node.y + by.y, w: node.w, h: node.h })
        }
        const middle = center({ ...record, x: record.x + by.x, y: record.y + by.y })
        const holder = deepestLegalGroup(view, middle, asContained(record, scopeOf), held)
        drag.current = { roots: roots.map((r) => r.id), by }
        canvas.setState({ overlay, guides, dropTarget: holder?.id ?? null })
        session.presence.show({ drag: dragPositions(overlay) })
      }
    },
    [session, canvas, flow],
  )

  const onDragStop = useCallback(() => {
    const done = drag.current
    drag.current = null
    session.presence.show({ drag: null })
    const view = session.board.getState().view
    if (done && view) {
      const moved = moveNodes(view, done.roots, done.by, scopeOf)
      session.edit(moved.changes)
      session.view.getState().showHint(moved.hint)
    }
    canvas.setState(RESTING)
  }, [session, canvas])

  const onResize = useCallback(
    (id: NodeId, rect: Rect) => canvas.setState({ overlay: new Map([[id, rect]]) }),
    [canvas],
  )

  const onResizeEnd = useCallback(
    (id: NodeId, rect: Rect) => {
      const view = session.board.getState().view
      if (view) session.edit(resizeGroup(view, id, rounded(rect), scopeOf).changes)
      canvas.setState(RESTING)
    },
    [session, canvas],
  )

  return { onNodesChange, onDragStop, onResize, onResizeEnd }
}

/** Presence carries at most 500 positions; a larger drag shows its first ones to the others until release. */
function dragPositions(overlay: ReadonlyMap<NodeId, Rect>): Record<string, Point> {
  const positions: Record<string, Point> = {}
  let count = 0
  for (const [id, { x, y }] of overlay) {
    if (++count > 500) break
    positions[id] = { x, y }
  }
  return positions
}

function rounded(rect: Rect): Rect {
  return {
    x: Math.round(rect.x),
    y: Math.round(rect.y),
    w: Math.round(rect.w),
    h: Math.round(rect.h),
  }
}
