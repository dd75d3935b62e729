import { groupDefinition, serviceById } from '../catalogue/catalogue'
import { groupLabelColor } from '../catalogue/groups'
import type { BoardView } from '../model/board-view'
import { inflate, union, type Point, type Rect } from '../model/geometry'
import type { EdgeId, MarkId, NodeId } from '../model/ids'
import type {
  BoardEdge,
  BoardNode,
  GroupKind,
  GroupNode,
  Mark,
  ServiceNode,
} from '../model/records'
import { badgeDrawing, type Badge } from './badge'
import { EDGE_LABEL_STYLE, edgeDrawing, openLock, type EdgeDrawing } from './edge-drawing'
import { routeBoard } from './edges'
import { markExtent, markParts, type MarkPart, type Paint } from './mark-drawing'
import { linkSignSvg } from './link-sign'
import { createSymbols, type Symbols } from './symbols'
import {
  CHIP_STYLE,
  GROUP_LABEL_STYLE,
  initials,
  LABEL_STYLE,
  nodeDrawing,
  type TextLine,
} from './node-drawing'
import { num, segmentCrosses, type RoutedEdge } from './route'
import { sessionMetadata } from './session-metadata'
import { FONT_FAMILY, type TextStyle } from './text'
import { dispositionColors, edgeStyles, themes, type PictureTheme, type ThemeName } from './theme'
import { xmlText } from './xml'

/** The part of a board that a picture shows. */
export interface PictureOnly {
  /** With what is inside them and the connectors between them. */
  nodes: ReadonlySet<NodeId>
  marks: ReadonlySet<MarkId>
}

export interface BoardSvgRequest {
  view: BoardView
  /** Raw SVG text of an icon by its catalogue path; `undefined` draws a plain box. */
  icons: (icon: string) => string | undefined
  theme: ThemeName
  background: 'solid' | 'transparent'
  /** Everything when not given. */
  only?: PictureOnly
  /** `@font-face` rules to carry inside, so that the picture has Inter wherever it is shown. */
  fontCss?: string
  title?: string
  /** Session JSON to carry in `<metadata>`: the picture opens again as a session. */
  embed?: string
  badges?: ReadonlyMap<NodeId, Badge>
  /** Where the connectors run; worked out when not given. */
  routes?: ReadonlyMap<EdgeId, RoutedEdge>
  /** Begins every id in the picture; give each picture its own when several stand in one page. */
  idPrefix?: string
}

export interface BoardSvg {
  svg: string
  widthPx: number
  heightPx: number
  /** What the picture shows, in board units, margin included. */
  bounds: Rect
}

/** Around everything drawn. */
export const PICTURE_MARGIN = 24
const EMPTY_BOUNDS: Rect = { x: 0, y: 0, w: 320, h: 200 }

/**
 * A board as a self-contained SVG: the same shapes, text and routes as on the canvas.
 *
 * Bounds take in labels, chips and connector routes, so nothing is cropped. Same request, same text.
 */
export function renderBoardSvg(request: BoardSvgRequest): BoardSvg {
  const { view } = request
  const theme = themes[request.theme]
  const { only } = request
  const chosen = only ? withDescendants(view, only.nodes) : null
  const nodes = drawingOrder(view).filter((node) => chosen === null || chosen.has(node.id))
  const groups = nodes.filter((node) => node.kind === 'group')
  const services = nodes.filter((node) => node.kind === 'service')
  const routes = request.routes ?? routeBoard(view)
  const edges: { edge: BoardEdge; points: readonly Point[]; drawing: EdgeDrawing }[] = []
  for (const edge of view.edges) {
    const route = routes.get(edge.id)
    if (!route || (chosen && !(chosen.has(edge.source) && chosen.has(edge.target)))) continue
    edges.push({ edge, points: route.points, drawing: edgeDrawing(edge, route) })
  }

  const badges = services.flatMap((node) => {
    const badge = request.badges?.get(node.id)
    return badge ? [badgeDrawing(badge, node)] : []
  })
  const marks = only ? view.marks.filter(({ id }) => only.marks.has(id)) : view.marks
  const bounds = pictureBounds([
    ...marks.map(markExtent),
    ...nodes.map((node) => nodeDrawing(node).extent),
    ...edges.map(({ drawing }) => drawing.extent),
    ...badges.map((badge) => badge.extent),
  ])

  const symbols = createSymbols(request.icons, request.theme, request.idPrefix ?? 'db')
  const body = [
    ...groups.map((node) => groupSvg(node, theme, symbols)),
    ...edges.map(({ edge, drawing }) => edgeSvg(edge, drawing, theme)),
    ...groups.map((node) => groupLabelSvg(node, edges, theme)),
    ...services.map((node) => serviceSvg(node, theme, symbols)),
    ...edges.map(({ edge, drawing }) => pillSvg(edge, drawing, theme)),
    ...marks.map((mark) => markSvg(mark, theme)),
    ...badges.map((badge) => badge.svg),
  ]
  if (nodes.length + marks.length === 0)
    body.push(
      textSvg(
        {
          text: 'Nothing drawn yet',
          x: bounds.x + bounds.w / 2,
          y: bounds.y + bounds.h / 2 + 4,
          anchor: 'middle',
        },
        { sizePx: 13, weight: 400 },
        theme.mutedText,
      ),
    )
  const title = request.title ?? view.board.name
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${num(bounds.w)}" height="${num(bounds.h)}" viewBox="${num(bounds.x)} ${num(bounds.y)} ${num(bounds.w)} ${num(bounds.h)}" font-family="${xmlText(FONT_FAMILY)}" role="img">`,
    title === '' ? '' : `<title>${xmlText(title)}</title>`,
    request.embed === undefined ? '' : sessionMetadata(request.embed),
    request.fontCss ? `<style>${cssText(request.fontCss)}</style>` : '',
    symbols.defs(),
    request.background === 'solid' ? rectSvg(bounds, `fill="${theme.background}"`) : '',
    ...body,
    '</svg>',
  ]
  return {
    svg: svg.filter((part) => part !== '').join('\n') + '\n',
    widthPx: bounds.w,
    heightPx: bounds.h,
    bounds,
  }
}

/** All nodes, parents before children, siblings in drawing order; each once, even in a damaged hierarchy. */
export function drawingOrder(view: BoardView): BoardNode[] {
  const ordered: BoardNode[] = []
  const seen = new Set<NodeId>()
  const visit = (node: BoardNode): void => {
    if (seen.has(node.id)) return
    seen.add(node.id)
    ordered.push(node)
    for (const child of view.children(node.id)) visit(child)
  }
  for (const node of view.children(null)) visit(node)
  for (const node of view.nodes) visit(node)
  return ordered
}

export function withDescendants(view: BoardView, only: ReadonlySet<NodeId>): Set<NodeId> {
  const all = new Set<NodeId>()
  for (const id of only) {
    if (view.node(id)) all.add(id)
    for (const node of view.descendants(id)) all.add(node.id)
  }
  return all
}

/** Whole units, so that a picture's edge falls on a pixel. */
export function pictureBounds(extents: readonly Rect[]): Rect {
  const all = union(extents)
  if (!all) return EMPTY_BOUNDS
  const { x, y, w, h } = inflate(all, PICTURE_MARGIN)
  const left = Math.floor(x)
  const top = Math.floor(y)
  return { x: left, y: top, w: Math.ceil(x + w) - left, h: Math.ceil(y + h) - top }
}

/** How strongly each kind of group tints its inside. */
export const GROUP_TINTS: Readonly<Record<GroupKind, number>> = {
  awsCloud: 0,
  account: 0,
  region: 0,
  vpc: 0.025,
  availabilityZone: 0,
  publicSubnet: 0.09,
  privateSubnet: 0.07,
  securityGroup: 0.03,
  autoScalingGroup: 0.04,
  corporateDataCenter: 0.05,
  serverContents: 0.06,
  generic: 0.03,
}

function groupSvg(node: GroupNode, theme: PictureTheme, symbols: Symbols): string {
  const definition = groupDefinition(node.groupKind)
  const drawing = nodeDrawing(node)
  const color = definition.color[theme.name]
  const tint = GROUP_TINTS[node.groupKind] * theme.tint
  const fill = tint === 0 ? 'fill="none"' : `fill="${color}" fill-opacity="${num(tint)}"`
  const dash = definition.dashed ? ' stroke-dasharray="5 4"' : ''
  const parts = [
    rectSvg(drawing.border, `${fill} stroke="${color}" stroke-width="1.25"${dash}`),
    drawing.icon && definition.icon ? symbols.use(definition.icon, drawing.icon) : '',
  ]
  return `<g data-node="${xmlText(node.id)}">${parts.join('')}</g>`
}

/** Drawn over the connectors; where one passes behind, a rim of background keeps the label legible. */
function groupLabelSvg(
  node: GroupNode,
  edges: readonly { points: readonly Point[] }[],
  theme: PictureTheme,
): string {
  const { label, labelBox, link } = nodeDrawing(node)
  if (!label || !labelBox) return linkedSvg(node, link, '', theme)
  const isCrossed = edges.some(({ points }) =>
    points.some((point, at) => {
      const before = points[at - 1]
      return before !== undefined && segmentCrosses(before, point, labelBox)
    }),
  )
  const rim = isCrossed
    ? ` stroke="${theme.background}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`
    : ''
  const name = textSvg(label, GROUP_LABEL_STYLE, groupLabelColor(node.groupKind, theme.name), rim)
  return linkedSvg(node, link, name, theme)
}

/** What leads to a node's link where the picture is shown in a browser, with the sign that says so. */
function linkedSvg(node: BoardNode, at: Rect | null, content: string, theme: PictureTheme): string {
  if (node.link === undefined || !at) return content
  return `<a href="${xmlText(node.link)}" target="_blank" rel="noopener noreferrer"><title>${xmlText(node.link)}</title>${content}${linkSignSvg(at, theme)}</a>`
}

function serviceSvg(node: ServiceNode, theme: PictureTheme, symbols: Symbols): string {
  const drawing = nodeDrawing(node)
  const icon = serviceById(node.serviceId)?.icon
  const { x, y, w, h } = drawing.icon
  const used = icon === undefined ? '' : symbols.use(icon, drawing.icon)
  const { fill, border, text } = theme.unknown
  const box =
    `<rect x="${num(x + 0.5)}" y="${num(y + 0.5)}" width="${w - 1}" height="${h - 1}" rx="6" fill="${fill}" stroke="${border}"/>` +
    textSvg(
      {
        text: initials(node.label || node.serviceId),
        x: x + w / 2,
        y: y + h / 2 + 6,
        anchor: 'middle',
      },
      { sizePx: 16, weight: 600 },
      text,
    )
  const parts = [
    used === '' ? box : used,
    ...drawing.label.map((line) => textSvg(line, LABEL_STYLE, theme.text)),
  ]
  if (drawing.chip) {
    const { rect, disposition } = drawing.chip
    parts.push(
      rectSvg(
        rect,
        `rx="${rect.h / 2}" fill="${dispositionColors[disposition]}" stroke="${theme.background}" stroke-width="1.5"`,
      ),
      textSvg(
        { text: drawing.chip.text, x: rect.x + rect.w / 2, y: rect.y + 11.5, anchor: 'middle' },
        CHIP_STYLE,
        '#ffffff',
      ),
    )
  }
  return `<g data-node="${xmlText(node.id)}">${linkedSvg(node, drawing.link, parts.join(''), theme)}</g>`
}

function edgeSvg(edge: BoardEdge, drawing: EdgeDrawing, theme: PictureTheme): string {
  const style = edgeStyles[edge.kind]
  const color = theme.edge[edge.kind]
  const dash = style.dash === null ? '' : ` stroke-dasharray="${style.dash}"`
  const cap = style.cap === 'butt' ? '' : ` stroke-linecap="${style.cap}"`
  const lines = drawing.lines
    .map(
      (path) =>
        `<path d="${path}" fill="none" stroke="${color}" stroke-width="${style.widthPx}"${dash}${cap}/>`,
    )
    .join('')
  return `<g data-edge="${xmlText(edge.id)}">${lines}<path d="${drawing.arrow}" fill="${color}"/></g>`
}

function pillSvg(edge: BoardEdge, drawing: EdgeDrawing, theme: PictureTheme): string {
  const { pill } = drawing
  if (!pill) return ''
  const border = pill.lock ? theme.unencrypted : theme.plateBorder
  let content = rectSvg(pill.rect, `rx="4" fill="${theme.plate}" stroke="${border}"`)
  if (pill.lock) {
    const { body, shackle } = openLock(pill.lock)
    content += `<path d="${body}" fill="${theme.unencrypted}"/><path d="${shackle}" fill="none" stroke="${theme.unencrypted}" stroke-width="1.4" stroke-linecap="round"/>`
  }
  if (pill.text !== '')
    content += textSvg(
      { text: pill.text, ...pill.textAt, anchor: 'middle' },
      EDGE_LABEL_STYLE,
      theme.edge[edge.kind],
    )
  return `<g data-label="${xmlText(edge.id)}">${content}</g>`
}

function markSvg(mark: Mark, theme: PictureTheme): string {
  const parts = markParts(mark, theme.name).map((part) => markPartSvg(part, mark))
  return `<g data-mark="${xmlText(mark.id)}">${parts.join('')}</g>`
}

function markPartSvg(part: MarkPart, mark: Mark): string {
  switch (part.kind) {
    case 'rect':
      return rectSvg(part.rect, `rx="${part.radius}" ${paintSvg(part.paint)}`)
    case 'ellipse': {
      const { x, y, w, h } = part.rect
      return `<ellipse cx="${num(x + w / 2)}" cy="${num(y + h / 2)}" rx="${num(w / 2)}" ry="${num(h / 2)}" ${paintSvg(part.paint)}/>`
    }
    case 'path':
      return `<path d="${part.d}" ${paintSvg(part.paint)} stroke-linecap="round"/>`
    case 'text':
      return textSvg(part.line, part.style, part.color)
    case 'image': {
      if (mark.kind !== 'image') return ''
      const { x, y, w, h } = part.rect
      return `<image x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}" preserveAspectRatio="none" href="data:${mark.mime};base64,${mark.data}"><title>${xmlText(mark.alt)}</title></image>`
    }
  }
}

function paintSvg({ fill, opacity, stroke, widthPx }: Paint): string {
  return [
    `fill="${fill ?? 'none'}"`,
    opacity === undefined ? '' : `fill-opacity="${opacity}"`,
    stroke === undefined ? '' : `stroke="${stroke}" stroke-width="${widthPx ?? 1}"`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function textSvg(line: TextLine, style: TextStyle, color: string, more = ''): string {
  const anchor = line.anchor === 'start' ? '' : ` text-anchor="${line.anchor}"`
  return `<text x="${num(line.x)}" y="${num(line.y)}" font-size="${style.sizePx}" font-weight="${style.weight}" fill="${color}"${anchor}${more}>${xmlText(line.text)}</text>`
}

function rectSvg({ x, y, w, h }: Rect, attributes: string): string {
  return `<rect x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}" ${attributes}/>`
}

/** Style text may not end its element. */
function cssText(css: string): string {
  return `<![CDATA[${css.replaceAll(']]>', '').replace(/<\/style/gi, '')}]]>`
}
