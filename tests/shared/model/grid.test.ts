import { describe, expect, it } from 'vitest'
import { seededRandom } from '#shared/lib/random'
import { GRID } from '#shared/model/geometry'
import { middleOnGrid, resizeOnGrid, snapToGrid, stepOnGrid } from '#shared/model/grid'
import { snapToOthers } from '#shared/model/snap-lines'

const box = (x: number, y: number) => ({ x, y, w: 112, h: 88 })

describe('the grid', () => {
  it('takes the corner of what is dragged, where no line holds it', () => {
    const moving = box(203, 99)
    const free = snapToOthers(moving, [], 6)
    expect(snapToGrid(moving, free, { x: 3, y: 9 }).by).toEqual({ x: -3, y: -3 })
    // The left edge of another, off the grid, is nearer than 6: along x it wins, along y the grid does.
    const held = snapToOthers(moving, [box(205, 500)], 6)
    const { by, lines } = snapToGrid(moving, held, { x: 3, y: 9 })
    expect(by).toEqual({ x: 2, y: -3 })
    expect(lines).toHaveLength(1)
  })

  it('leaves a drag straight that is kept on one axis', () => {
    const moving = box(203, 99)
    expect(snapToGrid(moving, snapToOthers(moving, [], 6), { x: 40, y: 0 }).by).toEqual({
      x: -3,
      y: 0,
    })
  })

  it('takes those edges that are dragged, and no others', () => {
    const before = { x: 101, y: 53, w: 300, h: 200 }
    expect(resizeOnGrid(before, { ...before, w: 318 })).toEqual({ ...before, w: 315 })
    expect(resizeOnGrid(before, { x: 90, y: 42, w: 311, h: 211 })).toEqual({
      x: 88,
      y: 40,
      w: 313,
      h: 213,
    })
    expect(resizeOnGrid(before, before)).toEqual(before)
  })

  it('is reached by the first step, and then followed', () => {
    expect(stepOnGrid(16, GRID)).toBe(8)
    expect(stepOnGrid(16, -GRID)).toBe(-8)
    expect(stepOnGrid(13, GRID)).toBe(3)
    expect(stepOnGrid(13, -GRID)).toBe(-5)
    expect(stepOnGrid(-13, GRID)).toBe(5)
    expect(stepOnGrid(13, 5 * GRID)).toBe(35)
    expect(stepOnGrid(13, 0)).toBe(0)
  })

  it('is where everything ends up, whatever is done', () => {
    const random = seededRandom(7)
    const number = (): number => Math.round((random() - 0.5) * 4000) / 4
    for (let i = 0; i < 500; i++) {
      const moving = box(number(), number())
      const { by } = snapToGrid(moving, snapToOthers(moving, [], 6), { x: 1, y: 1 })
      expect((moving.x + by.x) % GRID).toBeCloseTo(0)
      const step = stepOnGrid(moving.x, random() < 0.5 ? GRID : -GRID)
      expect(Math.abs(step)).toBeGreaterThan(0)
      expect(Math.abs(step)).toBeLessThanOrEqual(GRID)
      expect((moving.x + step) % GRID).toBeCloseTo(0)
      const middle = middleOnGrid(moving, moving)
      expect((middle.y - moving.h / 2) % GRID).toBeCloseTo(0)
    }
  })
})
