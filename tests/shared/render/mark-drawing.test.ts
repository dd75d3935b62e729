import { describe, expect, it } from 'vitest'
import { contains } from '../../../shared/model/geometry'
import { Mark } from '../../../shared/model/records'
import {
  boxText,
  inks,
  markExtent,
  markParts,
  stickyColors,
  textHeight,
  votePills,
} from '../../../shared/render/mark-drawing'
import { measureText } from '../../../shared/render/text'
import { themes, type ThemeName } from '../../../shared/render/theme'

const base = { id: 'm', boardId: 'b', order: 'a0', x: 100, y: 50, w: 160, h: 160 }

function mark<Kind extends Mark['kind']>(
  kind: Kind,
  fields: object,
): Extract<Mark, { kind: Kind }> {
  // The schema gives back the kind that was asked for.
  return Mark.parse({ ...base, kind, ...fields }) as Extract<Mark, { kind: Kind }>
}

const sticky = (text: string, votes: Record<string, string[]> = {}) =>
  mark('sticky', { text, color: 'yellow', votes })

/** Contrast as WCAG 2.2 defines it. */
function contrast(a: string, b: string): number {
  const light = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const c = parseInt(hex.slice(at, at + 2), 16) / 255
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [low = 0, high = 0] = [light(a), light(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

describe('text on marks', () => {
  it('keeps the lines that were typed and breaks those that are too wide', () => {
    const { lines, style } = boxText(sticky('One\n\nQueues between the shop and the warehouse'))
    expect(lines.slice(0, 2)).toEqual(['One', ''])
    for (const line of lines) expect(measureText(line, style)).toBeLessThanOrEqual(136)
    expect(lines.slice(2).join(' ')).toBe('Queues between the shop and the warehouse')
  })

  it('is set smaller before it is cut', () => {
    expect(boxText(sticky('Short')).style.sizePx).toBe(16)
    const long = boxText(sticky('many words '.repeat(100)))
    expect(long.style.sizePx).toBe(10)
    expect(long.lines.at(-1)).toMatch(/…$/)
    expect(long.lines.length * 13.5).toBeLessThanOrEqual(136)
  })

  it('makes a text as tall as its lines', () => {
    const text = mark('text', { text: 'a\nb', sizePx: 20, color: 'ink' })
    expect(textHeight(text)).toBe(54)
  })

  it.each(['light', 'dark'] as ThemeName[])('can be read in the %s theme', (theme) => {
    for (const { paper, text } of Object.values(stickyColors[theme]))
      expect(contrast(paper, text)).toBeGreaterThanOrEqual(7)
    for (const ink of Object.values(inks[theme]))
      expect(contrast(ink, themes[theme].background)).toBeGreaterThanOrEqual(4.5)
  })
})

describe('the place of a mark', () => {
  it('takes in its votes, row by row', () => {
    const names = ['Ada', 'Grace']
    const voted = sticky('x', Object.fromEntries([...'👍❓⭐✅⚡'].map((emoji) => [emoji, names])))
    const pills = votePills(voted)
    expect(pills.map(({ count }) => count)).toEqual([2, 2, 2, 2, 2])
    expect(new Set(pills.map(({ rect }) => rect.y)).size).toBe(2)
    for (const { rect } of pills) expect(contains(markExtent(voted), rect)).toBe(true)
  })

  it('encloses what a pen drew', () => {
    const points = Array.from({ length: 40 }, (_, i) => [i * 4, 80 + 80 * Math.sin(i / 4), 0.5])
    const stroke = mark('stroke', { points, color: 'blue', sizePx: 4 })
    const [part] = markParts(stroke, 'light')
    const numbers = part?.kind === 'path' ? (part.d.match(/-?[\d.]+/g) ?? []).map(Number) : []
    expect(numbers.length).toBeGreaterThan(80)
    const extent = markExtent(stroke)
    numbers.forEach((value, i) => {
      const [from, size] = i % 2 === 0 ? [extent.x, extent.w] : [extent.y, extent.h]
      expect(value).toBeGreaterThanOrEqual(from)
      expect(value).toBeLessThanOrEqual(from + size)
    })
  })
})
