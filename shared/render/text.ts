import table from './inter-widths.json'

/** Type that pictures and canvas use: Inter in one of three weights. */
export interface TextStyle {
  sizePx: number
  weight: 400 | 500 | 600
}

/** Font stack of every picture; the window has Inter, other viewers fall back to what comes nearest. */
export const FONT_FAMILY =
  "'Inter Variable', Inter, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"

const ELLIPSIS = '…'

/**
 * Width of one line of text in px.
 *
 * Inter's own advance widths (within 1 % of a browser; kerning is not counted); an estimate for scripts that Inter
 * does not have.
 */
export function measureText(text: string, style: TextStyle): number {
  return (thousandthsOf(text, style.weight) * style.sizePx) / 1000
}

function thousandthsOf(text: string, weight: TextStyle['weight']): number {
  const { widths, common } = widthsOf(weight)
  let sum = 0
  // Nearly all text is of these, whose widths are in a plain list.
  for (let at = 0; at < text.length; at++) {
    const width = common[text.charCodeAt(at)]
    if (width === undefined || width < 0) return sum + thousandthsOfAny(text.slice(at), widths)
    sum += width
  }
  return sum
}

function thousandthsOfAny(text: string, widths: ReadonlyMap<number, number>): number {
  let thousandths = 0
  let joined = false
  for (const char of text) {
    // `for of` never gives an empty string.
    const point = char.codePointAt(0) as number
    if (point === 0x200d) {
      joined = true
      continue
    }
    if (!joined) thousandths += widths.get(point) ?? estimate(point)
    joined = false
  }
  return thousandths
}

/**
 * Breaks a label into at most `maxLines` lines no wider than `maxWidthPx`.
 *
 * Breaks between words, then inside words that are too long; what is left over ends in an ellipsis. Blanks and line
 * breaks in the text count as one blank. Empty text gives no lines.
 */
export function wrapLabel(
  text: string,
  maxWidthPx: number,
  maxLines: number,
  style: TextStyle,
): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const flat = words.length === 1 ? (words[0] ?? '') : words.join(' ')
  if (flat !== '' && measureText(flat, style) <= maxWidthPx && maxLines > 0) return [flat]
  const lines: string[] = []
  let line = ''
  const fits = (candidate: string): boolean => measureText(candidate, style) <= maxWidthPx
  for (const [at, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer)) {
      line = longer
      continue
    }
    if (lines.length === maxLines - 1) {
      const rest = [line, ...words.slice(at)].filter((part) => part !== '').join(' ')
      return [...lines, ellipsize(rest, maxWidthPx, style)]
    }
    if (line !== '') lines.push(line)
    line = word
    while (!fits(line) && lines.length < maxLines - 1) {
      const head = breakWord(line, maxWidthPx, style)
      lines.push(head)
      line = line.slice(head.length)
    }
    if (!fits(line)) {
      const rest = [line, ...words.slice(at + 1)].join(' ')
      return [...lines, ellipsize(rest, maxWidthPx, style)]
    }
  }
  if (line !== '') lines.push(line)
  return lines
}

/** One line no wider than `maxWidthPx`, cut with an ellipsis where it has to be. */
export function ellipsize(text: string, maxWidthPx: number, style: TextStyle): string {
  if (measureText(text, style) <= maxWidthPx) return text
  const room = maxWidthPx - measureText(ELLIPSIS, style)
  let kept = ''
  let width = 0
  for (const cluster of clusters(text.slice(0, LONGEST_SHOWN))) {
    width += measureText(cluster, style)
    if (width > room) break
    kept += cluster
  }
  return kept.trimEnd() + ELLIPSIS
}

/** As much of a word as fits, at least one character; after a joint ("-", "_", "/", ".") where there is one. */
function breakWord(word: string, maxWidthPx: number, style: TextStyle): string {
  let kept = ''
  let width = 0
  for (const cluster of clusters(word.slice(0, LONGEST_SHOWN))) {
    width += measureText(cluster, style)
    if (kept !== '' && width > maxWidthPx) break
    kept += cluster
  }
  const joint = /^.*[-_/.:@]/s.exec(kept)?.[0]
  return joint !== undefined && joint.length > kept.length / 2 ? joint : kept
}

/** No line shows more; keeps hostile labels from costing time. */
const LONGEST_SHOWN = 2000

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What a reader sees as one character: never cut a flag or an accent in two. */
function clusters(text: string): Iterable<string> {
  // Plain text needs no segmenter, which is a hundred times slower.
  if (/^[\u0020-\u02ff\u2010-\u2027]*$/.test(text)) return text
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

interface Widths {
  widths: ReadonlyMap<number, number>
  /** The same for the first characters, -1 where there is none. */
  common: Int16Array
}

/** Latin, Greek and Cyrillic. */
const COMMON = 0x500

const tables = new Map<number, Widths>()

function widthsOf(weight: TextStyle['weight']): Widths {
  const known = tables.get(weight)
  if (known) return known
  const widths = new Map<number, number>()
  for (const { first, widths: some } of table.weights[weight])
    for (const [at, width] of some.entries()) if (width !== null) widths.set(first + at, width)
  const common = new Int16Array(COMMON).fill(-1)
  for (const [point, width] of widths) if (point < COMMON) common[point] = width
  const made = { widths, common }
  tables.set(weight, made)
  return made
}

/** Thousandths of the font size for characters that come from another font. */
function estimate(point: number): number {
  if (point < 0x20 || isMark(point)) return 0
  if (point >= 0x1f1e6 && point <= 0x1f1ff) return 620
  if (point >= 0x1f000 || (point >= 0x2600 && point <= 0x27bf)) return 1250
  if (
    (point >= 0x1100 && point <= 0x115f) ||
    (point >= 0x2e80 && point <= 0xa4cf) ||
    (point >= 0xac00 && point <= 0xd7a3) ||
    (point >= 0xf900 && point <= 0xfaff) ||
    (point >= 0xfe30 && point <= 0xfe6f) ||
    (point >= 0xff00 && point <= 0xff60)
  )
    return 1000
  return 620
}

function isMark(point: number): boolean {
  return (
    (point >= 0x300 && point <= 0x36f) ||
    (point >= 0x200b && point <= 0x200f) ||
    (point >= 0xfe00 && point <= 0xfe0f) ||
    (point >= 0x1f3fb && point <= 0x1f3ff) ||
    (point >= 0xe0000 && point <= 0xe01ef)
  )
}
