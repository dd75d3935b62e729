import { describe, expect, it } from 'vitest'
import { seededRandom } from '#shared/lib/random'
import type { Rect } from '#shared/model/geometry'
import { SpatialIndex } from '#shared/model/spatial-index'

describe('the spatial index', () => {
  it.each([1, 2, 3, 4])('finds what a look at everything finds (seed %i)', (seed) => {
    const random = seededRandom(seed)
    const rect = (): Rect => {
      const size = random() < 0.1 ? 9000 : 150
      return {
        x: Math.floor((random() - 0.5) * 20_000),
        y: Math.floor((random() - 0.5) * 20_000),
        w: Math.floor(random() * size),
        h: Math.floor(random() * size),
      }
    }
    const index = new SpatialIndex<number>()
    const known = new Map<number, Rect>()
    for (let turn = 0; turn < 3000; turn++) {
      const item = Math.floor(random() * 400)
      if (random() < 0.3) {
        index.delete(item)
        known.delete(item)
      } else {
        const at = rect()
        index.set(item, at)
        known.set(item, at)
      }
      if (turn % 20 > 0) continue
      const where = rect()
      const expected = [...known].filter(([, r]) => touch(r, where)).map(([i]) => i)
      expect(index.search(where).toSorted((a, b) => a - b)).toEqual(
        expected.toSorted((a, b) => a - b),
      )
      expect(index.size).toBe(known.size)
    }
  })
})

const touch = (a: Rect, b: Rect): boolean =>
  a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h
