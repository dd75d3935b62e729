import type { Rect } from '../model/geometry'
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

/** The badge at an icon's corner as SVG, and the room it takes. */
export function badgeDrawing(badge: Badge, icon: Rect): { svg: string; extent: Rect } {
  const x = icon.x + icon.w - SIZE / 2
  const y = icon.y - SIZE / 2
  const count = badge.count ?? 1
  const text = badge.kind === 'question' ? '?' : count > 99 ? '99' : count > 1 ? String(count) : '!'
  const baseline = badge.kind === 'high' ? 14.5 : 12.8
  const svg = `<g transform="translate(${num(x)} ${num(y)})"><path d="${SHAPES[badge.kind]}" fill="${badgeColors[badge.kind]}" stroke="#ffffff" stroke-width="1.25"/><text x="9" y="${baseline}" font-size="${text.length > 1 ? 8.5 : 10.5}" font-weight="600" fill="#ffffff" text-anchor="middle">${text}</text></g>`
  return { svg, extent: { x: x - 1, y: y - 1, w: SIZE + 2, h: SIZE + 2 } }
}
