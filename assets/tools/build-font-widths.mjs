/**
 * Writes `shared/render/inter-widths.json`: advance widths of Inter, in thousandths of the font size.
 *
 * Run with `node assets/tools/build-font-widths.mjs`. Pictures are laid out without a browser, so labels are measured
 * from this table; it comes from the same font files that the window shows.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as fontkit from 'fontkit'
import { format } from 'prettier'

const root = resolve(import.meta.dirname, '../..')
const files = join(root, 'node_modules/@fontsource-variable/inter/files')
const WIDTHS_PATH = join(root, 'shared/render/inter-widths.json')

/** First and last code point of what is measured; everything else is estimated. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x384, 0x3ce],
  [0x400, 0x45f],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
]
const SUBSETS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese']

/** The variable font cut at a weight. `getVariation` cannot read woff2, so the coordinate is set before first use. */
function cut(subset, weight) {
  const font = fontkit.create(readFileSync(join(files, `inter-${subset}-wght-normal.woff2`)))
  font.variationCoords = font.fvar.axis.map((axis) =>
    axis.axisTag.trim() === 'wght' ? weight : axis.defaultValue,
  )
  return font
}

/** Read from the tables: decoding whole glyphs of a cut woff2 fails in fontkit 2.0. */
function advance(font, point) {
  const glyph = font._cmapProcessor.lookup(point)
  const { metrics } = font.hmtx
  const base = metrics.get(Math.min(glyph, metrics.length - 1)).advance
  return base + font._variationProcessor.getAdvanceAdjustment(glyph, font.HVAR)
}

const weights = {}
for (const weight of [400, 500, 600]) {
  const fonts = SUBSETS.map((subset) => cut(subset, weight))
  weights[weight] = RANGES.map(([first, last]) => {
    const widths = []
    for (let point = first; point <= last; point++) {
      const font = fonts.find((candidate) => candidate.hasGlyphForCodePoint(point))
      widths.push(font ? Math.round((advance(font, point) / font.unitsPerEm) * 1000) : null)
    }
    return { first, widths }
  })
}
writeFileSync(
  WIDTHS_PATH,
  await format(JSON.stringify({ font: 'Inter', weights }), { parser: 'json', printWidth: 100 }),
)
