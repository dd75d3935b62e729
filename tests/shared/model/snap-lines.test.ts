import { describe, expect, it } from 'vitest'
import type { Rect } from '#shared/model/geometry'
import { snapToOthers } from '#shared/model/snap-lines'

const at = (x: number, y: number): Rect => ({ x, y, w: 100, h: 80 })

describe('lining up', () => {
  it('catches edges and middles within reach, each axis on its own', () => {
    const { by, lines } = snapToOthers(at(203, 304), [at(200, 0)], 6)
    expect(by).toEqual({ x: -3, y: 0 })
    expect(lines).toEqual([{ axis: 'x', at: 200, from: 0, to: 384 }])
  })

  it.each([
    ['beyond the row', 250, 496, 500],
    ['before the row', 250, -246, -250],
    ['between two', 400, 204, 200],
  ])('keeps gaps equal: %s', (_, second, start, wanted) => {
    const { by, gaps } = snapToOthers(at(start, 50), [at(0, 7), at(second, 3)], 6)
    expect(start + by.x).toBe(wanted)
    const widths = gaps.filter((gap) => gap.axis === 'x').map((gap) => gap.to - gap.from)
    expect(widths).toHaveLength(2)
    expect(widths[0]).toBe(widths[1])
  })

  it('looks for equal gaps only among what stands in the same row', () => {
    expect(snapToOthers(at(496, 50), [at(0, 500), at(250, 503)], 6).gaps).toEqual([])
  })
})
