import { groupDefinition, serviceById } from '../catalogue/catalogue'
import { category } from '../catalogue/categories'
import type { BoardView } from '../model/board-view'
import { inflate, type Rect } from '../model/geometry'
import type { GroupNode, ServiceNode } from '../model/records'
import { drawingOrder, GROUP_TINTS } from './board-svg'
import { boundsOf } from './bounds'
import { routeBoard, routeQuickly } from './edges'
import { nodeDrawing } from './node-drawing'
import { num, routePath } from './route'
import { createSymbols, type Symbols } from './symbols'
import { themes, type PictureTheme, type ThemeName } from './theme'
import { markThumbnail } from './thumbnail-marks'

export interface ThumbnailOptions {
  widthPx: number
  heightPx: number
  theme: ThemeName
}

/** Smaller icons than this, in px, are shown as squares in their family's colour. */
const SMALLEST_ICON_PX = 7
const MARGIN_PX = 10
/** With more connectors nobody sees at this size how they run. */
const ROUTED_WITH_CARE_UP_TO = 400

/**
 * A board at a glance, as an SVG of exactly the given size: groups, connectors, icons and marks without any words.
 *
 * Lines keep their width in px whatever the scale. Boards are scaled down to fit, never up; an empty board gives an
 * empty picture.
 */
export function renderThumbnail(
  view: BoardView,
  icons: (icon: string) => string | undefined,
  { widthPx, heightPx, theme: themeName }: ThumbnailOptions,
): string {
  const theme = themes[themeName]
  const nodes = drawingOrder(view)
  const extents = nodes.map((node) => nodeDrawing(node).extent)
  const frame = fit(boundsOf(extents, view.marks), widthPx, heightPx)
  const unitsPerPx = frame.w / widthPx
  const symbols = createSymbols(icons, themeName, 'thumb')
  const route = view.edges.length > ROUTED_WITH_CARE_UP_TO ? routeQuickly : routeBoard
  const edges = [...route(view)].map(([id, way]) => {
    const color = theme.edge[view.edge(id)?.kind ?? 'request']
    return `<path d="${routePath(way)}" fill="none" stroke="${color}" stroke-width="${num(unitsPerPx)}"/>`
  })
  const body = [
    ...nodes.map((node) => (node.kind === 'group' ? groupSvg(node, theme, unitsPerPx) : '')),
    ...edges,
    ...nodes.map((node) =>
      node.kind === 'service' ? serviceSvg(node, theme, unitsPerPx, symbols) : '',
    ),
    ...view.marks.map((mark) => markThumbnail(mark, theme, unitsPerPx)),
  ].join('')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${num(widthPx)}" height="${num(heightPx)}" viewBox="${num(frame.x)} ${num(frame.y)} ${num(frame.w)} ${num(frame.h)}">`,
    symbols.defs(),
    `<rect x="${num(frame.x)}" y="${num(frame.y)}" width="${num(frame.w)}" height="${num(frame.h)}" fill="${theme.background}"/>`,
    body,
    '</svg>',
  ].join('')
}

/** The part of the board that fills the picture: everything, centred, at the picture's proportions. */
function fit(all: Rect | null, widthPx: number, heightPx: number): Rect {
  if (!all) return { x: 0, y: 0, w: widthPx, h: heightPx }
  const scale = Math.min(
    1,
    (widthPx - 2 * MARGIN_PX) / Math.max(1, all.w),
    (heightPx - 2 * MARGIN_PX) / Math.max(1, all.h),
  )
  const w = widthPx / scale
  const h = heightPx / scale
  return { x: all.x + all.w / 2 - w / 2, y: all.y + all.h / 2 - h / 2, w, h }
}

function groupSvg(node: GroupNode, theme: PictureTheme, unitsPerPx: number): string {
  const { color, dashed } = groupDefinition(node.groupKind)
  const hue = color[theme.name]
  const tint = GROUP_TINTS[node.groupKind] * theme.tint
  const fill = tint === 0 ? 'fill="none"' : `fill="${hue}" fill-opacity="${num(tint)}"`
  const dash = dashed ? ` stroke-dasharray="${num(3 * unitsPerPx)} ${num(2 * unitsPerPx)}"` : ''
  return `<rect x="${num(node.x)}" y="${num(node.y)}" width="${num(node.w)}" height="${num(node.h)}" ${fill} stroke="${hue}" stroke-width="${num(unitsPerPx)}"${dash}/>`
}

function serviceSvg(
  node: ServiceNode,
  theme: PictureTheme,
  unitsPerPx: number,
  symbols: Symbols,
): string {
  const { icon } = nodeDrawing(node)
  const definition = serviceById(node.serviceId)
  if (definition && icon.w / unitsPerPx >= SMALLEST_ICON_PX) {
    const used = symbols.use(definition.icon, icon)
    if (used !== '') return used
  }
  const { x, y, w, h } = inflate(icon, -2)
  const fill = definition ? category(definition.category).color : theme.unknown.border
  return `<rect x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}" rx="4" fill="${fill}"/>`
}
