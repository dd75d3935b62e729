import { createBoardView, type BoardView } from '#shared/model/board-view'
import { inflate, type Rect, type Size } from '#shared/model/geometry'
import type { MarkId, NodeId } from '#shared/model/ids'
import type { BoardNode } from '#shared/model/records'
import type { BoardContent } from '#shared/model/session'
import { badgeDrawing } from '#shared/render/badge'
import { pictureBounds, withDescendants, type PictureOnly } from '#shared/render/board-svg'
import { edgeExtent } from '#shared/render/edge-drawing'
import { routeBoard } from '#shared/render/edges'
import { markExtent } from '#shared/render/mark-drawing'
import { nodeDrawing } from '#shared/render/node-drawing'
import { segmentCrosses } from '#shared/render/route'
import { themes, type ThemeName } from '#shared/render/theme'
import { unpackRoutes, type PackedRoutes } from '../canvas/packed-routes'
import { BoardScene } from '../painting/board-scene'
import { paintPart } from '../painting/paint-part'
import { setFont, type Context, type Icons, type PaintBadge } from '../painting/paint-style'

/** What a picture shows. Can be sent to a worker. */
export interface PictureContent {
  content: BoardContent
  /** `null`: the whole board. */
  only: PictureOnly | null
  badges: ReadonlyMap<NodeId, PaintBadge>
  theme: ThemeName
  background: 'solid' | 'transparent'
  /** Where the connectors run, when that is known; worked out otherwise. */
  routes?: PackedRoutes
}

/** How large a picture is to be: so many pixels for each board unit, or as many as fit, two at most. */
export type PictureScale = number | { within: Size }

export interface Picture {
  /** What the picture shows, in board units, margin included: as large as the SVG of the same board. */
  bounds: Rect
  /** Behind everything: red in the lowest byte, as pixels are in memory; 0 for nothing. */
  backgroundPixel: number
  /** Whether there is nothing in a rectangle of the board but the background. */
  isBlank(rect: Rect): boolean
  /** Draws what is in a rectangle of the board on nothing; the context's unit is the board's, `scale` pixels long. */
  paint(ctx: Context, rect: Rect, scale: number): void
}

/** Pictures leave nothing out, however small they are. */
const FULL_DETAIL = 1
/** How far labels may reach out of where their node is looked for. Board units. */
const REACH = 32

/**
 * A board as a picture, to be painted part by part: the same shapes, text and routes as in its SVG.
 *
 * @param icons may be empty while nothing is painted yet
 * @param images of the marks that are pictures
 */
export function createPicture(
  shown: PictureContent,
  icons: Icons,
  images: ReadonlyMap<MarkId, CanvasImageSource>,
): Picture {
  const whole = createBoardView(shown.content)
  const view = shown.only ? chosenOf(whole, shown.only) : whole
  const routes = shown.routes ? unpackRoutes(shown.routes) : routeBoard(whole)
  const scene = new BoardScene()
  scene.update(view, routes, () => undefined)
  const bounds = pictureBounds([
    ...view.marks.map(markExtent),
    ...view.nodes.flatMap((node) => nodeExtents(node, shown.badges.get(node.id))),
    ...view.edges.flatMap((edge) => {
      const route = routes.get(edge.id)
      return route ? [edgeExtent(edge, route)] : []
    }),
  ])
  const theme = themes[shown.theme]
  const isCrossed = (box: Rect): boolean =>
    scene.edgesIn(box).some(({ route: { points } }) =>
      points.some((point, at) => {
        const before = points[at - 1]
        return before !== undefined && segmentCrosses(before, point, box)
      }),
    )
  const isEmpty = view.nodes.length + view.marks.length === 0
  return {
    bounds,
    backgroundPixel: shown.background === 'solid' ? pixelOf(theme.background) : 0,
    isBlank(rect) {
      const { groups, edges, services, marks } = scene.part(inflate(rect, REACH))
      return !isEmpty && groups.length + edges.length + services.length + marks.length === 0
    },
    paint(ctx, rect, scale) {
      if (shown.background === 'solid') {
        ctx.fillStyle = theme.background
        ctx.fillRect(rect.x, rect.y, rect.w, rect.h)
      }
      paintPart(ctx, scene.part(inflate(rect, REACH)), {
        theme,
        background: theme.background,
        scale: Math.max(scale, FULL_DETAIL),
        icons,
        badge: (id) => (view.node(id)?.kind === 'service' ? shown.badges.get(id) : undefined),
        picture: (mark) => images.get(mark.id) ?? null,
        unlabelled: null,
        finish: { isCrossed },
      })
      if (isEmpty) {
        setFont(ctx, { sizePx: 13, weight: 400 })
        ctx.textAlign = 'center'
        ctx.fillStyle = theme.mutedText
        ctx.fillText('Nothing drawn yet', bounds.x + bounds.w / 2, bounds.y + bounds.h / 2 + 4)
      }
    },
  }
}

/** A colour such as `#f7f9fc` as an opaque pixel. */
function pixelOf(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return (0xff << 24) | ((blue ?? 0) << 16) | ((green ?? 0) << 8) | (red ?? 0)
}

function nodeExtents(node: BoardNode, badge: PaintBadge | undefined): Rect[] {
  if (node.kind === 'group') return [nodeDrawing(node).extent]
  const { extent } = nodeDrawing(node)
  return badge ? [extent, badgeDrawing(badge, node).extent] : [extent]
}

/** The board without what is not chosen, nor inside of what is. */
function chosenOf(view: BoardView, only: PictureOnly): BoardView {
  const chosen = withDescendants(view, only.nodes)
  return createBoardView({
    board: view.board,
    nodes: view.nodes
      .filter(({ id }) => chosen.has(id))
      .map((node) =>
        node.parentId === null || chosen.has(node.parentId) ? node : { ...node, parentId: null },
      ),
    edges: view.edges.filter(({ source, target }) => chosen.has(source) && chosen.has(target)),
    marks: view.marks.filter(({ id }) => only.marks.has(id)),
  })
}
