import { describe, expect, it } from 'vitest'
import { anchorOf, LEFT, SIDES, TOP } from '#shared/render/anchors'
import { BEND_COST } from '#shared/render/direct-ways'
import { entryOf, leastLeft } from '#shared/render/search-goal'
import { group, service } from './sample-board'

const target = anchorOf(service('t', 'ec2', [400, 0]))
const middleY = (target.y0 + target.y1) / 2

describe('what is left of a search', () => {
  const left = entryOf(target, LEFT, false)

  it('is the way itself where the target lies straight ahead', () => {
    expect(leastLeft([left], left.at - 100, middleY, true)).toBe(100)
  })

  it('takes a corner more where one comes from above, two where one has to shift, three where one has passed it', () => {
    const from = (x: number, y: number, level: boolean): number =>
      (leastLeft([left], x, y, level) - Math.abs(x - left.at)) / BEND_COST
    expect(from(left.at - 100, middleY, false)).toBe(1)
    expect(leastLeft([left], left.at - 100, middleY - 80, true)).toBe(
      100 + 80 - left.slack + 2 * BEND_COST,
    )
    expect(from(left.at + 100, middleY, false)).toBe(3)
  })

  it('is no more than by any one side, and falls as one comes nearer', () => {
    const all = SIDES.map((side) => entryOf(target, side, false))
    for (const [x, y] of [
      [0, 0],
      [800, 300],
      [430, -200],
    ] as const)
      for (const level of [true, false]) {
        const least = leastLeft(all, x, y, level)
        for (const one of all) expect(least).toBeLessThanOrEqual(leastLeft([one], x, y, level))
        const [nx, ny] = [x + (400 - x) / 10, y + (middleY - y) / 10]
        expect(leastLeft(all, nx, ny, level)).toBeLessThan(least)
      }
  })

  it('comes from inside to a group that holds the source', () => {
    const vpc = anchorOf(group('g', 'vpc', 'VPC', [0, 0, 600, 400]))
    expect(entryOf(vpc, TOP, true).out).toBe(-entryOf(vpc, TOP, false).out)
  })
})
