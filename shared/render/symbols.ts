import type { Rect } from '../model/geometry'
import { iconDrawing, iconFile } from './icon-symbol'
import { num } from './route'
import type { ThemeName } from './theme'
import { xmlText } from './xml'

/** The icons of one picture. */
export interface Symbols {
  /** A reference to an icon; empty when there is no such icon. */
  use(icon: string, at: Rect): string
  defs(): string
}

/** Every icon once, as a `<symbol>`, in the order of first use. */
export function createSymbols(
  icons: (icon: string) => string | undefined,
  theme: ThemeName,
  idPrefix: string,
): Symbols {
  const known = new Map<string, { id: string; symbol: string } | null>()
  const find = (icon: string): { id: string; symbol: string } | null => {
    const found = known.get(icon)
    if (found !== undefined) return found
    const id = `${idPrefix}-icon-${known.size}`
    const svg = icons(iconFile(icon, theme)) ?? icons(icon)
    const drawing = svg === undefined ? null : iconDrawing(svg, `${id}-`, theme)
    const made = drawing
      ? {
          id,
          symbol: `<symbol id="${id}" viewBox="${xmlText(drawing.viewBox)}">${drawing.body}</symbol>`,
        }
      : null
    known.set(icon, made)
    return made
  }
  return {
    use(icon, { x, y, w, h }) {
      const found = find(icon)
      return found
        ? `<use href="#${found.id}" xlink:href="#${found.id}" x="${num(x)}" y="${num(y)}" width="${w}" height="${h}"/>`
        : ''
    },
    defs() {
      const symbols = [...known.values()].flatMap((entry) => (entry ? [entry.symbol] : []))
      return symbols.length === 0 ? '' : `<defs>${symbols.join('')}</defs>`
    },
  }
}
