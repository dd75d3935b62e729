import { describe, expect, it } from 'vitest'
import { createBoardView, type BoardView } from '#shared/model/board-view'
import { boardContent } from '#shared/model/session'
import { routeBoard, routeQuickly } from '#shared/render/edges'
import { sampleSession } from '#shared/samples/define'
import { samples } from '#shared/samples/samples'
import { testContext } from '../../support/edit-context'
import { generatedBoard } from '../../support/generated-board'
import {
  aslant,
  astray,
  coveringPlates,
  crossings,
  crowdedLength,
  headerCrossings,
  ownCrossings,
} from '../../support/route-checks'

const SEEDS = Array.from({ length: 50 }, (_, i) => i + 1)
/** From 20 to 300 nodes. */
const sizeOf = (seed: number): number => 14 + ((seed * 37) % 170)

function sampleBoards(): [name: string, view: BoardView][] {
  return samples.flatMap((sample) => {
    const content = sampleSession(sample, testContext())
    return content.boards.map((board): [string, BoardView] => [
      `${sample.sampleId}, ${board.name}`,
      createBoardView(boardContent(content, board.id)!),
    ])
  })
}

describe.each([
  ...sampleBoards(),
  ...SEEDS.map((seed): [string, BoardView] => [
    `generated board ${seed}`,
    generatedBoard(seed, sizeOf(seed)),
  ]),
])('%s', (_, view) => {
  const routes = routeBoard(view)

  it('is routed round every service and every label', () => {
    expect(crossings(view, routes)).toEqual([])
    expect(ownCrossings(view, routes)).toEqual([])
  })

  it('has connectors from end to end, orthogonal', () => {
    expect(routes.size).toBe(view.edges.length)
    expect(astray(view, routes)).toEqual([])
    expect(aslant(routes)).toEqual([])
  })

  it('is routed the same way every time', () => {
    expect([...routeBoard(createBoardView({ ...view }))]).toEqual([...routes])
  })

  it('is routed quickly, orthogonal as well', () => {
    const quick = routeQuickly(view)
    expect([...quick.keys()].toSorted()).toEqual([...routes.keys()].toSorted())
    expect(aslant(quick)).toEqual([])
    expect(astray(view, quick)).toEqual([])
  })
})

describe('what there is not always room for', () => {
  it('sample sessions need no compromise', () => {
    for (const [, view] of sampleBoards()) {
      const routes = routeBoard(view)
      expect(coveringPlates(view, routes).covering).toEqual([])
      expect([...routes.values()].filter((route) => 'plateRoom' in route)).toEqual([])
      expect(headerCrossings(view, routes)).toBe(0)
      expect(crowdedLength(routes, 5).crowded).toBe(0)
    }
  })

  it('crowded boards need few', () => {
    const sums = {
      plates: 0,
      covering: 0,
      crowded: 0,
      overlaid: 0,
      length: 0,
      headers: 0,
      routes: 0,
      shortened: 0,
      hidden: 0,
    }
    for (const seed of SEEDS) {
      const view = generatedBoard(seed, sizeOf(seed))
      const routes = routeBoard(view)
      const { plates, covering } = coveringPlates(view, routes)
      sums.plates += plates
      sums.covering += covering.length
      for (const { plateRoom } of routes.values())
        if (plateRoom === 0) sums.hidden++
        else if (plateRoom !== undefined) sums.shortened++
      const { crowded, all } = crowdedLength(routes, 5)
      sums.crowded += crowded
      sums.overlaid += crowdedLength(routes, 1).crowded
      sums.length += all
      sums.headers += headerCrossings(view, routes)
      sums.routes += routes.size
    }
    const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`
    console.log(
      `${sums.routes} connectors on ${SEEDS.length} boards: plates that cover something ${sums.covering} of ${sums.plates}, ` +
        `say less ${sums.shortened}, have no room ${sums.hidden}, ` +
        `length nearer than 5 to another ${share(sums.crowded, sums.length)}, on another ${share(sums.overlaid, sums.length)}, ` +
        `runs through a header ${sums.headers}`,
    )
    expect(sums.covering).toBe(0)
    expect(sums.shortened / sums.plates).toBeLessThan(0.01)
    expect(sums.hidden / sums.plates).toBeLessThan(0.003)
    expect(sums.crowded / sums.length).toBeLessThan(0.05)
    expect(sums.overlaid / sums.length).toBeLessThan(0.005)
    expect(sums.headers / sums.routes).toBeLessThan(0.005)
  })
})
