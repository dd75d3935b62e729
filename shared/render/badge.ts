import { iconRect, type Point, type Rect } from '../model/geometry'
import type { BoardNode } from '../model/records'
import { num } from './route'
import { badgeColors, type BadgeKind } from './theme'

/** What the checks say of a node, as shown at its icon's top right corner. */
export interface Badge {
  kind: BadgeKind
  /** How many findings or questions; shown from two on. */
  count?: number
}

const SIZE = 18

/** Shape in a 18 px square: octagon, triangle, diamond, circle; a question is a circle with "?". */
const SHAPES: Readonly<Record<BadgeKind, string>> = {
  critical: 'M5.3 0h7.4l5.3 5.3v7.4l-5.3 5.3h-7.4l-5.3 -5.3v-7.4z',
  high: 'M9 0l9 17h-18z',
  medium: 'M9 0l9 9l-9 9l-9 -9z',
  low: 'M9 1a8 8 0 1 1 0 16a8 8 0 1 1 0 -16z',
  question: 'M9 1a8 8 0 1 1 0 16a8 8 0 1 1 0 -16z',
}

export function badgePath(kind: BadgeKind): string {
  return SHAPES[kind]
}

/** Edge length of the square around a badge, board units. */
export const BADGE_SIZE = SIZE

/**
 * Middle of a node's badge: at the top right corner of a service's icon, lower where a chip lies there, and on a
 * group's top border.
 */
export function badgeAt(node: BoardNode): Point {
  if (node.kind === 'group') return { x: node.x + node.w - 17, y: node.y }
  const icon = iconRect(node)
  return { x: icon.x + icon.w, y: icon.y + (node.disposition ? BELOW_CHIP : 0) }
}

/** From an icon's top to the middle of the badge that leaves its chip free. */
const BELOW_CHIP = 14

/** What a badge says, and how: the size of its text and where its baseline is, from the badge's top left corner. */
export function badgeText({ kind, count = 1 }: Badge): {
  text: string
  sizePx: number
  baseline: number
} {
  const text = kind === 'question' ? '?' : count > 99 ? '99' : count > 1 ? String(count) : '!'
  // A triangle is narrow where the text begins.
  if (kind === 'high' && count > 1)
    return text.length > 1
      ? { text, sizePx: 7, baseline: 15.2 }
      : { text, sizePx: 8.5, baseline: 15 }
  return {
    text,
    sizePx: text.length > 1 ? 8.5 : 10.5,
    baseline: kind === 'high' ? 14.5 : 12.8,
  }
}

/** A node's badge as SVG, and the room it takes. */
export function badgeDrawing(badge: Badge, node: BoardNode): { svg: string; extent: Rect } {
  const middle = badgeAt(node)
  const x = middle.x - SIZE / 2
  const y = middle.y - SIZE / 2
  const { text, sizePx, baseline } = badgeText(badge)
  const svg = `<g transform="translate(${num(x)} ${num(y)})"><path d="${SHAPES[badge.kind]}" fill="${badgeColors[badge.kind]}" stroke="#ffffff" stroke-width="1.25"/><text x="9" y="${baseline}" font-size="${sizePx}" font-weight="600" fill="#ffffff" text-anchor="middle">${text}</text></g>`
  return { svg, extent: { x: x - 1, y: y - 1, w: SIZE + 2, h: SIZE + 2 } }
}
