import { groupDefinition, serviceById } from '#shared/catalogue/catalogue'
import { categories } from '#shared/catalogue/categories'
import { groupLabelColor } from '#shared/catalogue/groups'
import { iconRect, ICON_SIZE, intersects, type Rect } from '#shared/model/geometry'
import type { GroupKind, GroupNode, ServiceNode } from '#shared/model/records'
import { BADGE_SIZE, badgeAt, badgePath, badgeText } from '#shared/render/badge'
import { GROUP_TINTS } from '#shared/render/board-svg'
import {
  CHIP_STYLE,
  GROUP_ICON_SIZE,
  GROUP_LABEL_STYLE,
  initials,
  LABEL_LINE_HEIGHT,
  LABEL_STYLE,
  nodeDrawing,
} from '#shared/render/node-drawing'
import { LINK_ARROW, LINK_ARROW_WIDTH, LINK_RADIUS } from '#shared/render/link-sign'
import { FONT_FAMILY, measureText } from '#shared/render/text'
import {
  badgeColors,
  dispositionColors,
  type BadgeKind,
  type PictureTheme,
} from '#shared/render/theme'
import type { Part } from './board-scene'
import { paintEdges, paintPlates } from './paint-edges'
import { paintMarkBoxes, paintMarks } from './paint-marks'
import { DETAIL, setFont, type Context, type PaintBadge, type PaintStyle } from './paint-style'

/** Group names stay this many device pixels tall where the board is far away and the group large. */
const FAR_LABEL_PX = 11
/** The share of a group's height that its name may take when it is drawn larger than it is. */
const FAR_LABEL_SHARE = 0.22

/** Draws a part of a board; the context's unit is the board's. Same order as in pictures. */
export function paintPart(ctx: Context, part: Part, style: PaintStyle): void {
  paintGroups(ctx, part.groups, style)
  // In pictures, connectors pass over the icons of groups.
  if (style.finish) for (const group of part.groups) paintGroupIcon(ctx, group, style)
  paintEdges(ctx, part.edges, style, part.rect)
  const isFar = style.scale < DETAIL.label
  if (!isFar) for (const group of part.groups) paintGroupHead(ctx, group, style)
  paintServices(ctx, part.services, style)
  if (style.scale >= DETAIL.plates) paintPlates(ctx, part.edges, style)
  paintMarks(ctx, part.marks, style)
  paintBadges(ctx, part, style)
  // From afar, names are what one finds one's way by: nothing is over them.
  if (isFar) paintFarNames(ctx, part.groups, style)
}

/** What one finds one's way by: groups, and services as dots. */
export function paintOutline(ctx: Context, part: Part, style: PaintStyle): void {
  paintGroups(ctx, part.groups, style)
  paintDots(ctx, part.services)
  paintMarkBoxes(ctx, part.marks, style.theme.name)
}

/** What stands out of a node's edge, again: a ring around the node would cut through it. */
export function paintOverRing(
  ctx: Context,
  part: Pick<Part, 'groups' | 'services'>,
  style: PaintStyle,
): void {
  if (style.scale >= DETAIL.label)
    for (const service of part.services) paintChipAndLink(ctx, service, style)
  paintBadges(ctx, part, style)
}

function paintChipAndLink(ctx: Context, service: ServiceNode, style: PaintStyle): void {
  if (service.disposition) paintChip(ctx, service, style)
  const link = service.link === undefined ? null : nodeDrawing(service).link
  if (link) paintLink(ctx, link, style)
}

function paintGroups(ctx: Context, groups: readonly GroupNode[], style: PaintStyle): void {
  const { theme, scale } = style
  // Thin lines stay one pixel wide however far away the board is.
  const width = Math.max(1.25, 1 / scale)
  for (const group of groups) {
    const { color, dashed } = groupDefinition(group.groupKind)
    const stroke = color[theme.name]
    const tint = tintOf(group.groupKind, theme)
    if (tint > 0) {
      ctx.globalAlpha = tint
      ctx.fillStyle = stroke
      ctx.fillRect(group.x, group.y, group.w, group.h)
      ctx.globalAlpha = 1
    }
    ctx.strokeStyle = stroke
    ctx.lineWidth = width
    ctx.setLineDash(dashed && scale > 0.15 ? [5, 4] : [])
    ctx.strokeRect(group.x, group.y, group.w, group.h)
  }
  ctx.setLineDash([])
}

function tintOf(kind: GroupKind, theme: PictureTheme): number {
  return GROUP_TINTS[kind] * theme.tint
}

function paintGroupHead(ctx: Context, group: GroupNode, style: PaintStyle): void {
  const { theme, finish } = style
  const drawing = nodeDrawing(group)
  if (!finish) paintGroupIcon(ctx, group, style)
  if (drawing.link && style.unlabelled !== group.id) paintLink(ctx, drawing.link, style)
  if (!drawing.label || !drawing.labelBox || style.unlabelled === group.id) return
  const { text, x, y, anchor } = drawing.label
  setFont(ctx, GROUP_LABEL_STYLE)
  ctx.textAlign = anchor === 'middle' ? 'center' : 'left'
  if (!finish || finish.isCrossed(drawing.labelBox)) rim(ctx, text, x, y, style.background)
  ctx.fillStyle = groupLabelColor(group.groupKind, theme.name)
  ctx.fillText(text, x, y)
  if (group.detail === 'complete' && !finish) paintComplete(ctx, group, nameEnd(drawing, x), style)
}

function paintGroupIcon(ctx: Context, group: GroupNode, { theme, scale, icons }: PaintStyle): void {
  const { icon } = groupDefinition(group.groupKind)
  if (!icon) return
  const sprite = icons.get(icon, theme.name, GROUP_ICON_SIZE * scale)
  if (sprite) ctx.drawImage(sprite, group.x, group.y, GROUP_ICON_SIZE, GROUP_ICON_SIZE)
}

function nameEnd({ labelBox, link }: ReturnType<typeof nodeDrawing>, from: number): number {
  return link ? link.x + link.w : from + (labelBox?.w ?? 0)
}

let linkArrow: Path2D | undefined

/** The sign that a node leads to a page elsewhere. */
function paintLink(ctx: Context, { x, y }: Rect, { theme }: PaintStyle): void {
  ctx.translate(x, y)
  ctx.beginPath()
  ctx.arc(8, 8, LINK_RADIUS, 0, 2 * Math.PI)
  ctx.fillStyle = theme.plate
  ctx.fill()
  ctx.strokeStyle = theme.plateBorder
  ctx.lineWidth = 1
  ctx.stroke()
  ctx.strokeStyle = theme.link
  ctx.lineWidth = LINK_ARROW_WIDTH
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
  ctx.stroke((linkArrow ??= new Path2D(LINK_ARROW)))
  ctx.lineCap = 'butt'
  ctx.lineJoin = 'miter'
  ctx.translate(-x, -y)
}

/** A small plate behind the name: what is not drawn inside does not exist. */
function paintComplete(ctx: Context, group: GroupNode, from: number, style: PaintStyle): void {
  const color = groupDefinition(group.groupKind).color[style.theme.name]
  const x = from + 8
  if (x + 58 > group.x + group.w) return
  ctx.strokeStyle = color
  ctx.lineWidth = 1
  ctx.beginPath()
  ctx.roundRect(x, group.y + 5, 56, 16, 8)
  ctx.stroke()
  setFont(ctx, { sizePx: 10, weight: 500 })
  ctx.textAlign = 'center'
  ctx.fillText('complete', x + 28, group.y + 16.5)
}

/** Names of large groups, larger than they are, so that one finds one's way on a board seen from afar. */
function paintFarNames(ctx: Context, groups: readonly GroupNode[], style: PaintStyle): void {
  const { scale, theme, background } = style
  const taken: Rect[] = []
  ctx.textAlign = 'left'
  for (const { x, y, w, h, label, groupKind } of groups) {
    const size = Math.min(FAR_LABEL_PX / scale, h * FAR_LABEL_SHARE)
    if (size * scale < 6 || label === '' || w * scale < 42) continue
    const width = measureText(label, { sizePx: 1, weight: 600 }) * size
    const place: Rect = { x: x + size * 0.5, y: y + size * 0.2, w: width, h: size * 1.2 }
    // The name of what is around says more than that of what is inside.
    if (place.w > w - size || taken.some((other) => intersects(other, place))) continue
    taken.push(place)
    ctx.font = `600 ${size}px ${FONT_FAMILY}`
    rim(ctx, label, place.x, y + size * 1.15, background, size / 4)
    ctx.fillStyle = groupLabelColor(groupKind, theme.name)
    ctx.fillText(label, place.x, y + size * 1.15)
  }
}

function paintServices(ctx: Context, services: readonly ServiceNode[], style: PaintStyle): void {
  const { scale } = style
  if (scale < DETAIL.icon) {
    paintDots(ctx, services)
    return
  }
  for (const service of services) paintIcon(ctx, service, style)
  if (scale >= DETAIL.label) {
    for (const service of services) paintLabel(ctx, service, style)
    for (const service of services) paintChipAndLink(ctx, service, style)
  } else if (scale >= DETAIL.bars) paintBars(ctx, services, style)
}

/** Services so far away that only their family shows, as a square in its colour. */
function paintDots(ctx: Context, services: readonly ServiceNode[]): void {
  const byColor = new Map<string, ServiceNode[]>()
  for (const service of services) {
    const color = familyColor(service.serviceId)
    const list = byColor.get(color)
    if (list) list.push(service)
    else byColor.set(color, [service])
  }
  for (const [color, list] of byColor) {
    ctx.fillStyle = color
    for (const { x, y, w } of list) ctx.fillRect(x + (w - ICON_SIZE) / 2, y, ICON_SIZE, ICON_SIZE)
  }
}

const colors = new Map(categories.map(({ id, color }) => [id, color]))
const UNKNOWN_COLOR = '#7d8998'
const familyColors = new Map<string, string>()

function familyColor(serviceId: string): string {
  const known = familyColors.get(serviceId)
  if (known) return known
  const category = serviceById(serviceId)?.category
  const color = (category && colors.get(category)) ?? UNKNOWN_COLOR
  familyColors.set(serviceId, color)
  return color
}

function paintIcon(ctx: Context, service: ServiceNode, style: PaintStyle): void {
  const { theme, scale, icons } = style
  const { x, y, w, h } = iconRect(service)
  const definition = serviceById(service.serviceId)
  if (definition) {
    const sprite = icons.get(definition.icon, theme.name, ICON_SIZE * scale)
    if (sprite) {
      ctx.drawImage(sprite, x, y, w, h)
      return
    }
    ctx.fillStyle = familyColor(service.serviceId)
    ctx.globalAlpha = 0.35
    ctx.fillRect(x, y, w, h)
    ctx.globalAlpha = 1
    return
  }
  ctx.beginPath()
  ctx.roundRect(x + 0.5, y + 0.5, w - 1, h - 1, 6)
  ctx.fillStyle = theme.unknown.fill
  ctx.fill()
  ctx.strokeStyle = theme.unknown.border
  ctx.lineWidth = 1
  ctx.stroke()
  ctx.fillStyle = theme.unknown.text
  setFont(ctx, { sizePx: 16, weight: 600 })
  ctx.textAlign = 'center'
  ctx.fillText(initials(service.label || service.serviceId), x + w / 2, y + h / 2 + 6)
}

function paintLabel(ctx: Context, service: ServiceNode, style: PaintStyle): void {
  if (style.unlabelled === service.id) return
  setFont(ctx, LABEL_STYLE)
  ctx.textAlign = 'center'
  ctx.fillStyle = style.theme.text
  for (const { text, x, y } of nodeDrawing(service).label) ctx.fillText(text, x, y)
}

/** Labels too small to read, as the greys they would make. */
function paintBars(ctx: Context, services: readonly ServiceNode[], style: PaintStyle): void {
  ctx.fillStyle = style.theme.mutedText
  ctx.globalAlpha = 0.32
  for (const { x, y, w, label } of services) {
    const width = Math.min(w, Math.max(24, label.length * 6))
    ctx.fillRect(x + (w - width) / 2, y + ICON_SIZE + 8, width, LABEL_LINE_HEIGHT - 8)
  }
  ctx.globalAlpha = 1
}

function paintChip(ctx: Context, service: ServiceNode, style: PaintStyle): void {
  const { chip } = nodeDrawing(service)
  if (!chip) return
  const { rect, text, disposition } = chip
  ctx.beginPath()
  ctx.roundRect(rect.x, rect.y, rect.w, rect.h, rect.h / 2)
  ctx.fillStyle = dispositionColors[disposition]
  ctx.fill()
  ctx.strokeStyle = style.background
  ctx.lineWidth = 1.5
  ctx.stroke()
  setFont(ctx, CHIP_STYLE)
  ctx.textAlign = 'center'
  ctx.fillStyle = '#ffffff'
  ctx.fillText(text, rect.x + rect.w / 2, rect.y + 11.5)
}

/** What is worth knowing of a service that is a dot itself. */
const FAR_BADGES: ReadonlySet<BadgeKind> = new Set<BadgeKind>(['critical', 'high'])
const badgeShapes = new Map<BadgeKind, Path2D>()

function paintBadges(
  ctx: Context,
  { groups, services }: Pick<Part, 'groups' | 'services'>,
  style: PaintStyle,
): void {
  const { scale } = style
  for (const node of [...groups, ...services]) {
    const badge = style.badge(node.id)
    if (!badge || (scale < DETAIL.icon && !FAR_BADGES.has(badge.kind))) continue
    const { x, y } = badgeAt(node)
    ctx.fillStyle = badgeColors[badge.kind]
    if (scale < DETAIL.badge) {
      const size = Math.max(3 / scale, 10)
      ctx.fillRect(x - size / 2, y - size / 2, size, size)
      continue
    }
    paintBadge(ctx, badge, x - BADGE_SIZE / 2, y - BADGE_SIZE / 2, style.background)
  }
}

function paintBadge(
  ctx: Context,
  badge: PaintBadge,
  x: number,
  y: number,
  background: string,
): void {
  let shape = badgeShapes.get(badge.kind)
  if (!shape) badgeShapes.set(badge.kind, (shape = new Path2D(badgePath(badge.kind))))
  ctx.translate(x, y)
  ctx.fill(shape)
  ctx.strokeStyle = background
  ctx.lineWidth = 1.5
  ctx.stroke(shape)
  const { text, sizePx, baseline } = badgeText(badge)
  setFont(ctx, { sizePx, weight: 600 })
  ctx.textAlign = 'center'
  ctx.fillStyle = '#ffffff'
  ctx.fillText(text, 9, baseline)
  ctx.translate(-x, -y)
}

/** Background around text, so that it can be read over lines. */
function rim(ctx: Context, text: string, x: number, y: number, color: string, width = 4): void {
  ctx.strokeStyle = color
  ctx.lineWidth = width
  ctx.lineJoin = 'round'
  ctx.strokeText(text, x, y)
}
