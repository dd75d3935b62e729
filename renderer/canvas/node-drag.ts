import { scopeOf } from '#shared/catalogue/scope-of'
import type { BoardView } from '#shared/model/board-view'
import { asContained, deepestLegalGroup } from '#shared/model/containment'
import { center, union, type Point, type Rect } from '#shared/model/geometry'
import type { NodeId } from '#shared/model/ids'
import type { BoardNode } from '#shared/model/records'
import { SNAP_DISTANCE, snapToOthers } from '#shared/model/snap-lines'
import { copyNodes, pasteNodes } from '#shared/operations/clipboard'
import { moveNodes, resizeGroup, withoutNested } from '#shared/operations/nodes'
import type { OpenSession } from '../session/open-session'
import { RESTING, type CanvasStore } from './canvas-store'
import { draggedBy, isFree, type Gesture, type Modifiers } from './gesture'

/** How many siblings a drag lines up with. */
const MOST_SIBLINGS = 400

/**
 * Moves nodes with the pointer. In flight only the overlay and presence change: the document gets one transaction when
 * the pointer lets go, so a drag is one undo step and leaves no history behind.
 */
export class NodeDrag implements Gesture {
  readonly pans = true
  private readonly roots: readonly BoardNode[]
  private readonly held: ReadonlySet<NodeId>
  private readonly siblings: readonly BoardNode[]
  private readonly box: Rect | null
  private by: Point = { x: 0, y: 0 }
  private isCopy = false

  /** @param lead the node that was taken hold of; what it would be dropped into shows */
  constructor(
    private readonly session: OpenSession,
    private readonly canvas: CanvasStore,
    private readonly view: BoardView,
    private readonly lead: BoardNode,
    ids: readonly NodeId[],
    private readonly from: Point,
    private readonly zoom: () => number,
  ) {
    const movable = ids.filter((id) => view.node(id)?.locked !== true)
    this.roots = withoutNested(view, movable)
    this.held = new Set(
      this.roots.flatMap((root) => [root.id, ...view.descendants(root.id).map((n) => n.id)]),
    )
    this.box = union(this.roots)
    this.siblings = view
      .children(lead.parentId)
      .filter((node) => !this.held.has(node.id))
      .slice(0, MOST_SIBLINGS)
  }

  /** Alt leaves what is dragged where it is and puts a copy down. */
  move(at: Point, e: Modifiers): void {
    const { box } = this
    if (!box) return
    this.isCopy = e.altKey
    const wanted = draggedBy(this.from, at, e)
    const moving = { ...box, x: box.x + wanted.x, y: box.y + wanted.y }
    const snapped = isFree(e)
      ? { by: { x: 0, y: 0 }, lines: [], gaps: [] }
      : snapToOthers(moving, this.siblings, SNAP_DISTANCE / this.zoom())
    const by = {
      x: Math.round(wanted.x + snapped.by.x),
      y: Math.round(wanted.y + snapped.by.y),
    }
    this.by = by
    const overlay = new Map<NodeId, Rect>()
    for (const id of this.held) {
      const node = this.view.node(id)
      if (node) overlay.set(id, { x: node.x + by.x, y: node.y + by.y, w: node.w, h: node.h })
    }
    const { lead } = this
    const middle = center({ ...lead, x: lead.x + by.x, y: lead.y + by.y })
    const holder = deepestLegalGroup(this.view, middle, asContained(lead, scopeOf), this.held)
    this.canvas.setState({
      overlay,
      copying: this.isCopy,
      guides: snapped.lines,
      gaps: snapped.gaps,
      dropTarget: holder?.id ?? null,
    })
    this.session.presence.show({ drag: dragPositions(overlay) })
  }

  /** Lets go: one edit, whatever others did meanwhile. */
  end(): void {
    this.session.presence.show({ drag: null })
    const view = this.session.board.getState().view
    const { x, y } = this.by
    if (view && this.box && this.isCopy) this.copyTo(view, this.box)
    else if (view && (x !== 0 || y !== 0)) {
      const moved = moveNodes(
        view,
        this.roots.map((root) => root.id),
        this.by,
        scopeOf,
      )
      this.session.edit(moved.changes)
      this.session.view.getState().showHint(moved.hint)
    }
    this.canvas.setState(RESTING)
  }

  private copyTo(view: BoardView, box: Rect): void {
    const clip = copyNodes(
      view,
      this.roots.map((root) => root.id),
    )
    const around = union(clip.nodes) ?? box
    const at = center({ ...around, x: around.x + this.by.x, y: around.y + this.by.y })
    const pasted = pasteNodes(view, clip, at, scopeOf, this.session.editContext())
    if (this.session.edit(pasted.changes)) this.session.view.getState().select(pasted.ids)
    this.session.view.getState().showHint(pasted.hint)
  }

  cancel(): void {
    this.session.presence.show({ drag: null })
    this.canvas.setState(RESTING)
  }
}

/** Makes a group as large as it was dragged: one edit. */
export function resizeTo(session: OpenSession, canvas: CanvasStore, id: NodeId, rect: Rect): void {
  const view = session.board.getState().view
  if (view) session.edit(resizeGroup(view, id, rounded(rect), scopeOf).changes)
  canvas.setState(RESTING)
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
