import type { Rect } from '../model/geometry'
import { num } from './route'
import type { PictureTheme } from './theme'

/** An arrow out of the board, in a 16 px square. */
export const LINK_ARROW = 'M5.5 10.5L10.5 5.5M6.5 5.5H10.5V9.5'
export const LINK_ARROW_WIDTH = 1.5
/** Half of what the round plate under the arrow measures. */
export const LINK_RADIUS = 7.5

/** The sign of a link as SVG, in the square that a node's drawing keeps for it. */
export function linkSignSvg({ x, y }: Rect, theme: PictureTheme): string {
  return `<g transform="translate(${num(x)} ${num(y)})"><circle cx="8" cy="8" r="${LINK_RADIUS}" fill="${theme.plate}" stroke="${theme.plateBorder}"/><path d="${LINK_ARROW}" fill="none" stroke="${theme.link}" stroke-width="${LINK_ARROW_WIDTH}" stroke-linecap="round" stroke-linejoin="round"/></g>`
}
