import { scopeOf } from '#shared/catalogue/scope-of'
import type { BoardView } from '#shared/model/board-view'
import { asContained, deepestLegalGroup } from '#shared/model/containment'
import { center, union, type Point, type Rect } from '#shared/model/geometry'
import { snapToGrid } from '#shared/model/grid'
import type { NodeId } from '#shared/model/ids'
import type { BoardNode } from '#shared/model/records'
import { SNAP_DISTANCE, snapToOthers, type Snapped } from '#shared/model/snap-lines'
import { moveChosen, type Chosen } from '#shared/operations/chosen'
import { resizeGroup, withoutNested } from '#shared/operations/nodes'
import type { OpenSession } from '../session/open-session'
import { RESTING, type CanvasStore } from './canvas-store'
import { draggedBy, isFree, type Gesture, type Modifiers } from './gesture'
import { HeldMarks } from './marks/held-marks'
import { putCopy } from './put-copy'

/** How many siblings a drag lines up with. */
const MOST_SIBLINGS = 400

/**
 * Moves nodes with the pointer, and marks that are chosen with them. In flight only the overlay and presence change: the document gets one transaction when
 * the pointer lets go, so a drag is one undo step and leaves no history behind.
 */
export class NodeDrag implements Gesture {
  readonly pans = true
  private readonly roots: readonly BoardNode[]
  private readonly held: ReadonlySet<NodeId>
  private readonly marks: HeldMarks
  private readonly siblings: readonly BoardNode[]
  private readonly box: Rect | null
  private by: Point = { x: 0, y: 0 }
  private isCopy = false

  /** @param lead the node that was taken hold of, or the first that goes along: what it would be dropped into shows */
  constructor(
    private readonly session: OpenSession,
    private readonly canvas: CanvasStore,
    private readonly view: BoardView,
    private readonly lead: BoardNode,
    chosen: Chosen,
    private readonly from: Point,
    private readonly zoom: () => number,
  ) {
    const movable = chosen.nodes.filter((id) => view.node(id)?.locked !== true)
    this.roots = withoutNested(view, movable)
    this.held = new Set(
      this.roots.flatMap((root) => [root.id, ...view.descendants(root.id).map((n) => n.id)]),
    )
    this.marks = new HeldMarks(view, chosen.marks)
    this.box = union([...this.roots, ...this.marks.marks])
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
      : this.lineUp(moving, wanted)
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
      marks: this.marks.inFlight(by, this.isCopy),
      copying: this.isCopy,
      guides: snapped.lines,
      gaps: snapped.gaps,
      dropTarget: holder?.id ?? null,
    })
    this.session.presence.show({ drag: dragPositions([...overlay, ...this.marks.positions(by)]) })
  }

  /** Lines of others hold what is dragged before the grid does. */
  private lineUp(moving: Rect, wanted: Point): Snapped {
    const snapped = snapToOthers(moving, this.siblings, SNAP_DISTANCE / this.zoom())
    return this.session.view.getState().snapToGrid ? snapToGrid(moving, snapped, wanted) : snapped
  }

  /** Lets go: one edit, whatever others did meanwhile. */
  end(): void {
    this.session.presence.show({ drag: null })
    const view = this.session.board.getState().view
    const { x, y } = this.by
    const chosen = { nodes: this.roots.map((root) => root.id), marks: this.marks.ids }
    if (view && this.isCopy) putCopy(this.session, view, chosen, this.by)
    else if (view && (x !== 0 || y !== 0)) {
      const moved = moveChosen(view, chosen, this.by, scopeOf)
      this.session.edit(moved.changes)
      this.session.view.getState().showHint(moved.hint)
    }
    this.canvas.setState(RESTING)
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
export function dragPositions(
  dragged: readonly (readonly [string, Point])[],
): Record<string, Point> {
  return Object.fromEntries(dragged.slice(0, 500).map(([id, { x, y }]) => [id, { x, y }]))
}

function rounded(rect: Rect): Rect {
  return {
    x: Math.round(rect.x),
    y: Math.round(rect.y),
    w: Math.round(rect.w),
    h: Math.round(rect.h),
  }
}
