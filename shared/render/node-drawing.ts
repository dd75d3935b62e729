import { groupDefinition } from '../catalogue/catalogue'
import { GROUP_HEADER, ICON_SIZE, iconRect, union, type Point, type Rect } from '../model/geometry'
import type { BoardNode, Disposition, GroupNode, ServiceNode } from '../model/records'
import { ellipsize, measureText, wrapLabel, type TextStyle } from './text'

/** Type of a service's label. */
export const LABEL_STYLE: TextStyle = { sizePx: 12, weight: 500 }
export const LABEL_LINE_HEIGHT = 15
/** From the icon's bottom edge to the first line's baseline. */
const FIRST_BASELINE = 16
const MAX_LABEL_LINES = 2

export const GROUP_LABEL_STYLE: TextStyle = { sizePx: 12, weight: 600 }
export const GROUP_ICON_SIZE = 24

export const CHIP_STYLE: TextStyle = { sizePx: 10, weight: 600 }
const CHIP_HEIGHT = 16

/** Edge length of the square around the sign of a node that has a link, board units. */
export const LINK_SIZE = 16
/** From a group's name to the sign. */
const LINK_GAP = 6
/** How far the sign on a service lies below its icon: as far as the label leaves free. */
const LINK_BELOW = 4

export interface TextLine {
  text: string
  x: number
  /** Baseline. */
  y: number
  anchor: 'start' | 'middle'
}

export interface ServiceDrawing {
  kind: 'service'
  icon: Rect
  label: readonly TextLine[]
  /** Around the label's lines; as wide as the icon and without height when there is no label. */
  labelBox: Rect
  chip: { rect: Rect; text: string; disposition: Disposition } | null
  /** The sign of its link, at the icon's bottom right corner. */
  link: Rect | null
  /** Everything that is drawn: icon, label, chip, link. */
  extent: Rect
}

export interface GroupDrawing {
  kind: 'group'
  border: Rect
  icon: Rect | null
  label: TextLine | null
  labelBox: Rect | null
  /** The sign of its link, beside the name. */
  link: Rect | null
  extent: Rect
}

/** Where everything of a node goes, in board units; canvas and pictures draw from this. */
export function nodeDrawing(node: ServiceNode): ServiceDrawing
export function nodeDrawing(node: GroupNode): GroupDrawing
export function nodeDrawing(node: BoardNode): ServiceDrawing | GroupDrawing
export function nodeDrawing(node: BoardNode): ServiceDrawing | GroupDrawing {
  return node.kind === 'group' ? groupDrawing(node) : serviceDrawing(node)
}

/** The label's lines as they are shown: two at most, as wide as the node's box. */
export function labelLines(node: ServiceNode): string[] {
  return wrapLabel(node.label, Math.max(node.w, ICON_SIZE), MAX_LABEL_LINES, LABEL_STYLE)
}

function serviceDrawing(node: ServiceNode): ServiceDrawing {
  const icon = iconRect(node)
  const middle = icon.x + icon.w / 2
  const bottom = icon.y + icon.h
  const lines = labelLines(node)
  const label = lines.map((text, at): TextLine => ({
    text,
    x: middle,
    y: bottom + FIRST_BASELINE + at * LABEL_LINE_HEIGHT,
    anchor: 'middle',
  }))
  const widest = Math.max(ICON_SIZE, ...lines.map((text) => measureText(text, LABEL_STYLE)))
  const labelBox: Rect = {
    x: middle - widest / 2,
    y: bottom,
    w: widest,
    h: lines.length === 0 ? 0 : 6 + lines.length * LABEL_LINE_HEIGHT,
  }
  const chip = node.disposition ? dispositionChip(node.disposition, icon) : null
  const link =
    node.link === undefined ? null : linkAt(icon.x + icon.w - 8, bottom + LINK_BELOW - LINK_SIZE)
  const parts = [icon, labelBox, ...(chip ? [chip.rect] : []), ...(link ? [link] : [])]
  return { kind: 'service', icon, label, labelBox, chip, link, extent: union(parts) ?? icon }
}

/** Sits on the icon's top edge, so that it hides nothing but a sliver of the icon's margin. */
function dispositionChip(
  disposition: Disposition,
  icon: Rect,
): NonNullable<ServiceDrawing['chip']> {
  const text = disposition.charAt(0).toUpperCase() + disposition.slice(1)
  const w = Math.ceil(measureText(text, CHIP_STYLE)) + 12
  return {
    text,
    disposition,
    rect: { x: icon.x + (icon.w - w) / 2, y: icon.y - CHIP_HEIGHT + 3, w, h: CHIP_HEIGHT },
  }
}

function groupDrawing(node: GroupNode): GroupDrawing {
  const border: Rect = { x: node.x, y: node.y, w: node.w, h: node.h }
  const hasIcon = groupDefinition(node.groupKind).icon !== null
  const icon = hasIcon ? { x: node.x, y: node.y, w: GROUP_ICON_SIZE, h: GROUP_ICON_SIZE } : null
  const beside = node.link === undefined ? 0 : LINK_GAP + LINK_SIZE
  // A centred name keeps as much room at its left as the sign takes at its right.
  const room = node.w - (icon ? GROUP_ICON_SIZE + 16 + beside : 16 + 2 * beside)
  const flat = node.label.replace(/\s+/g, ' ').trim()
  const text = room > 0 && flat !== '' ? ellipsize(flat, room, GROUP_LABEL_STYLE) : ''
  // AWS centres the label where a group has no corner icon.
  const at: Point = icon
    ? { x: node.x + GROUP_ICON_SIZE + 8, y: node.y + 16.5 }
    : { x: node.x + node.w / 2, y: node.y + 18 }
  const label: TextLine | null =
    text === '' ? null : { text, ...at, anchor: icon ? 'start' : 'middle' }
  const width = text === '' ? 0 : measureText(text, GROUP_LABEL_STYLE)
  const labelBox = label
    ? { x: icon ? at.x : at.x - width / 2, y: node.y + 2, w: width, h: GROUP_HEADER - 8 }
    : null
  const end = labelBox ? labelBox.x + labelBox.w + LINK_GAP : icon ? at.x : at.x - LINK_SIZE / 2
  const link = node.link === undefined ? null : linkAt(end, at.y - 4 - LINK_SIZE / 2)
  return { kind: 'group', border, icon, label, labelBox, link, extent: border }
}

function linkAt(x: number, y: number): Rect {
  return { x, y, w: LINK_SIZE, h: LINK_SIZE }
}

/** Two letters for a service without an icon: "Order Service" → "OS". */
export function initials(text: string): string {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const letters =
    words.length > 1
      ? [...(words[0] ?? '')].slice(0, 1).concat([...(words[1] ?? '')].slice(0, 1))
      : [...(words[0] ?? '?')].slice(0, 2)
  return letters.join('').toUpperCase()
}
