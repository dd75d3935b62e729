import { clip, inflate, union, type Point, type Rect } from '#shared/model/geometry'
import type { EdgeId, NodeId } from '#shared/model/ids'
import type { BoardNode, GroupNode, ServiceNode } from '#shared/model/records'
import type { RoutedEdge } from '#shared/render/route'
import { nodeExtent, type BoardScene, type Part, type SceneEdge } from './board-scene'
import { paintEdges, paintPlates } from './paint-edges'
import { paintPart } from './paint-part'
import { DETAIL, type Context, type PaintStyle } from './paint-style'
import type { Window } from './tiles'

/** What is dragged or resized: where it is shown, and the routes of the connectors that hang on it. */
export interface InFlight {
  overlay: ReadonlyMap<NodeId, Rect>
  /** What is in the overlay is shown where it stands as well. */
  copying: boolean
  routes: ReadonlyMap<EdgeId, RoutedEdge>
}

/** From how many nodes on what moves together is painted once and then carried along. */
const CARRIED_FROM = 12

/** Paints what is in flight, frame by frame. */
export class FlightPainter {
  private carried: { canvas: HTMLCanvasElement; at: Point } | null = null

  constructor(private readonly scene: BoardScene) {}

  /** What is carried looks different, or is something else, or is seen at another magnification. */
  forget(): void {
    this.carried = null
  }

  /** @param seen the part of the board on screen */
  paint(ctx: Context, flight: InFlight, seen: Rect, to: Window, style: PaintStyle): void {
    const { overlay } = flight
    if (overlay.size === 0) return
    const by = overlay.size >= CARRIED_FROM ? commonShift(this.scene, overlay) : null
    const edges = this.edges(flight, by !== null)
    if (!by) {
      paintPart(ctx, { ...this.nodes(overlay, true), edges, marks: [] }, style)
      return
    }
    paintEdges(ctx, edges, style)
    this.carry(ctx, overlay, by, seen, to, style)
    if (style.scale >= DETAIL.plates) paintPlates(ctx, edges, style)
  }

  /** Everything in flight, where it is shown or where it stands. */
  private nodes(
    overlay: ReadonlyMap<NodeId, Rect>,
    asShown: boolean,
  ): Pick<Part, 'groups' | 'services'> {
    const groups: GroupNode[] = []
    const services: ServiceNode[] = []
    for (const [id, rect] of overlay) {
      const node = this.scene.node(id)
      if (!node) continue
      const shown: BoardNode = asShown ? { ...node, ...rect } : node
      if (shown.kind === 'group') groups.push(shown)
      else services.push(shown)
    }
    return { groups, services }
  }

  /** The connectors that hang on it; `outer`: but for those that move along as they are. */
  private edges({ overlay, routes }: InFlight, outer: boolean): SceneEdge[] {
    const view = this.scene.board
    return [...routes].flatMap(([id, route]) => {
      const edge = view?.edge(id)
      if (!edge || (outer && overlay.has(edge.source) && overlay.has(edge.target))) return []
      return { edge, route, at: 0 }
    })
  }

  /** Connectors between things that move alike keep their shape. */
  private innerEdges(overlay: ReadonlyMap<NodeId, Rect>): SceneEdge[] {
    const view = this.scene.board
    return [...overlay.keys()].flatMap((id) =>
      (view?.edgesOut(id) ?? []).flatMap((edge) =>
        overlay.has(edge.target) ? (this.scene.edge(edge.id) ?? []) : [],
      ),
    )
  }

  private carry(
    ctx: Context,
    overlay: ReadonlyMap<NodeId, Rect>,
    by: Point,
    seen: Rect,
    to: Window,
    style: PaintStyle,
  ): void {
    const { scale } = style
    this.carried ??= this.picture(overlay, seen, style)
    if (!this.carried) return
    const { canvas, at } = this.carried
    ctx.save()
    ctx.setTransform(1, 0, 0, 1, 0, 0)
    ctx.drawImage(
      canvas,
      Math.round((at.x + by.x) * scale + to.x),
      Math.round((at.y + by.y) * scale + to.y),
    )
    ctx.restore()
  }

  /** All of it once, or as much as may come into view. */
  private picture(
    overlay: ReadonlyMap<NodeId, Rect>,
    seen: Rect,
    style: PaintStyle,
  ): { canvas: HTMLCanvasElement; at: Point } | null {
    const { scale } = style
    const part = { ...this.nodes(overlay, false), edges: this.innerEdges(overlay), marks: [] }
    const box = union([...part.groups, ...part.services].map(nodeExtent))
    const rect = box && clip(box, inflate(seen, Math.max(seen.w, seen.h) * 0.75))
    const canvas = document.createElement('canvas')
    const into = canvas.getContext('2d')
    if (!rect || !into) return null
    const at = {
      x: Math.floor(rect.x * scale) / scale,
      y: Math.floor(rect.y * scale) / scale,
    }
    canvas.width = Math.ceil(rect.w * scale) + 2
    canvas.height = Math.ceil(rect.h * scale) + 2
    into.setTransform(scale, 0, 0, scale, -at.x * scale, -at.y * scale)
    paintPart(into, part, style)
    return { canvas, at }
  }
}

/** How far everything in flight is from where it stands, when that is the same for all and nothing changed size. */
function commonShift(scene: BoardScene, overlay: ReadonlyMap<NodeId, Rect>): Point | null {
  let by: Point | null = null
  for (const [id, rect] of overlay) {
    const node = scene.node(id)
    if (!node) continue
    if (node.w !== rect.w || node.h !== rect.h) return null
    const shift = { x: rect.x - node.x, y: rect.y - node.y }
    if (by && (by.x !== shift.x || by.y !== shift.y)) return null
    by = shift
  }
  return by
}
