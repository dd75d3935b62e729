import type { ThemeName } from './theme'

/** An icon's drawing without its outer element, ready to stand in a `<symbol>` or an inline `<svg>`. */
export interface IconDrawing {
  viewBox: string
  body: string
}

/** The near-blacks that AWS draws general resources in. AWS's own dark set has the same drawings in white. */
const NEAR_BLACK = /#(?:232f3d|232f3e|242f3e)\b/gi

/**
 * Takes an icon file apart: ids are prefixed so that icons cannot disturb each other on one page, titles dropped.
 *
 * On dark, drawings in near-black on nothing turn white; icons that have a coloured square of their own stay as they
 * are. `null` when the text is not an SVG.
 */
export function iconDrawing(svg: string, idPrefix: string, theme: ThemeName): IconDrawing | null {
  const open = /<svg\b[^>]*>/i.exec(svg)
  const end = svg.lastIndexOf('</svg>')
  if (!open || end < open.index) return null
  const viewBox = /\bviewBox\s*=\s*["']([^"']*)["']/.exec(open[0])?.[1]
  const size = /\bwidth\s*=\s*["'](\d+)/.exec(open[0])?.[1] ?? '48'
  let body = svg
    .slice(open.index + open[0].length, end)
    .replace(/<(title|desc)\b[^>]*>.*?<\/\1>/gs, '')
    .replace(/<!--.*?-->/gs, '')
    .trim()
  body = prefixIds(body, idPrefix)
  if (theme === 'dark' && isBare(body)) body = body.replace(NEAR_BLACK, '#ffffff')
  // Attributes that every shape inherits would be lost with the outer element.
  const inherited = /\b(fill|fill-rule|stroke|stroke-width)\s*=\s*["'][^"']*["']/g
  const attributes = open[0].match(inherited)?.join(' ')
  return {
    viewBox: viewBox ?? `0 0 ${size} ${size}`,
    body: attributes ? `<g ${attributes}>${body}</g>` : body,
  }
}

/** Files of the icon set whose dark variant is a file of its own. */
const DARK_FILES: Readonly<Record<string, string>> = {
  'architecture-group/AWSCloud': 'architecture-group/AWSCloudDark',
  'architecture-group/AWSCloudlogo': 'architecture-group/AWSCloudlogoDark',
  'architecture-service/AWSMarketplace': 'architecture-service/AWSMarketplaceDark',
}

/** The file to show for an icon in a theme. */
export function iconFile(icon: string, theme: ThemeName): string {
  return theme === 'dark' ? (DARK_FILES[icon] ?? icon) : icon
}

/** Whether near-black is the only colour: a drawing on nothing, not a glyph on a square. */
function isBare(body: string): boolean {
  const colors = body.match(/#[0-9a-f]{3,6}\b/gi) ?? []
  return colors.length > 0 && colors.every((color) => /^#(232f3d|232f3e|242f3e)$/i.test(color))
}

function prefixIds(body: string, prefix: string): string {
  const ids = new Set(Array.from(body.matchAll(/\sid\s*=\s*["']([^"']+)["']/g), (m) => m[1] ?? ''))
  if (ids.size === 0) return body
  const renamed = (id: string): string => (ids.has(id) ? `${prefix}${id}` : id)
  return body
    .replace(/(\sid\s*=\s*["'])([^"']+)(["'])/g, (_, a: string, id: string, b: string) =>
      [a, renamed(id), b].join(''),
    )
    .replace(
      /url\(\s*(["']?)#([^)"']+)\1\s*\)/g,
      (_, __: string, id: string) => `url(#${renamed(id)})`,
    )
    .replace(
      /((?:xlink:)?href\s*=\s*["']#)([^"']+)(["'])/g,
      (_, a: string, id: string, b: string) => [a, renamed(id), b].join(''),
    )
}
