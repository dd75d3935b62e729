import { describe, expect, it } from 'vitest'
import { measureText, wrapLabel } from '../../../shared/render/text'

const style = { sizePx: 12, weight: 500 } as const

describe('measuring text', () => {
  it('agrees with a browser showing Inter', () => {
    // Measured in Chromium with the font file the window ships.
    expect(measureText('Application Load Balancer', { sizePx: 12, weight: 400 })).toBeCloseTo(
      148.2,
      0,
    )
    expect(measureText('Application Load Balancer', { sizePx: 12, weight: 600 })).toBeCloseTo(
      151.7,
      0,
    )
  })

  it('grows with size, weight and length', () => {
    expect(measureText('abc', { sizePx: 24, weight: 400 })).toBeCloseTo(
      2 * measureText('abc', { sizePx: 12, weight: 400 }),
    )
    expect(measureText('abc', { sizePx: 12, weight: 600 })).toBeGreaterThan(
      measureText('abc', { sizePx: 12, weight: 400 }),
    )
    expect(measureText('', style)).toBe(0)
  })

  it('counts Chinese characters full width, joined emoji once, accents not at all', () => {
    expect(measureText('数据库', style)).toBe(36)
    expect(measureText('👩‍💻', style)).toBe(measureText('👩', style))
    expect(measureText('e\u0301', style)).toBe(measureText('e', style))
  })
})

describe('wrapping labels', () => {
  it('breaks between words and ends in an ellipsis', () => {
    expect(wrapLabel('Product images and downloads', 112, 2, style)).toEqual([
      'Product images',
      'and downloads',
    ])
    expect(wrapLabel('Product images and downloads', 80, 2, style)).toEqual([
      'Product',
      expect.stringMatching(/^images.*…$/),
    ])
  })

  it('breaks long words at joints, and anywhere when there is none', () => {
    expect(wrapLabel('customer-orders-production', 112, 2, style)[0]).toBe('customer-orders-')
    expect(wrapLabel('x'.repeat(20), 80, 3, style).join('')).toBe('x'.repeat(20))
  })

  it('never exceeds width or lines, and never cuts a character in two', () => {
    for (const text of [
      '👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦',
      '数据库'.repeat(20),
      'a b c '.repeat(99),
      'W'.repeat(999),
    ]) {
      const lines = wrapLabel(text, 90, 2, style)
      expect(lines.length).toBeLessThanOrEqual(2)
      for (const line of lines) {
        expect(measureText(line, style)).toBeLessThanOrEqual(90)
        expect(line).not.toMatch(/\p{Cs}/u)
      }
    }
  })

  it('gives no line for nothing and one for little', () => {
    expect(wrapLabel('  \n ', 90, 2, style)).toEqual([])
    expect(wrapLabel('S3', 90, 2, style)).toEqual(['S3'])
    expect(wrapLabel('two\nwords', 200, 2, style)).toEqual(['two words'])
  })
})
