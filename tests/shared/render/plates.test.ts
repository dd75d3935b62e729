import { describe, expect, it } from 'vitest'
import { seededRandom } from '#shared/lib/random'
import type { BoardView } from '#shared/model/board-view'
import type { BoardEdge } from '#shared/model/records'
import { renderBoardSvg } from '#shared/render/board-svg'
import { edgePill, edgeText } from '#shared/render/edge-drawing'
import { routeBoard } from '#shared/render/edges'
import type { RoutedEdge } from '#shared/render/route'
import { coveringPlates } from '../../support/route-checks'
import { board, edge, iconFromDisk, service } from './sample-board'

/** Services shoulder to shoulder in a grid, with a connector with words between many of them. */
function packedBoard(seed: number): BoardView {
  const random = seededRandom(seed)
  const [columns, rows] = [4 + Math.floor(random() * 4), 3 + Math.floor(random() * 4)]
  const [stepX, stepY] = [64 + Math.floor(random() * 40), 80 + Math.floor(random() * 24)]
  const nodes = Array.from({ length: columns * rows }, (_, i) =>
    service(`n${i}`, 'ec2', [(i % columns) * stepX, Math.floor(i / columns) * stepY], null, {
      label: ['Web', 'Orders database', 'Invoice worker', 'A'][i % 4]!,
    }),
  )
  const edges = Array.from({ length: columns * rows * 2 }, (_, i): BoardEdge => {
    const from = Math.floor(random() * nodes.length)
    const to = (from + 1 + Math.floor(random() * (nodes.length - 1))) % nodes.length
    return {
      ...edge(`n${from}`, `n${to}`, 'request', { id: `e${i}` }),
      label: ['orders', 'nightly copy of all invoices', 'SQL', 'reads and writes'][i % 4]!,
      facts: random() < 0.3 ? { encrypted: { value: false, source: 'user' } } : {},
    }
  })
  return board(nodes, edges)
}

function withAllRoom({ plateRoom: _room, ...route }: RoutedEdge): RoutedEdge {
  return route
}

const SEEDS = Array.from({ length: 30 }, (_, i) => i + 1)

describe('plates where there is hardly any room', () => {
  it.each(SEEDS)('cover nothing, on packed board %i', (seed) => {
    const view = packedBoard(seed)
    expect(coveringPlates(view, routeBoard(view)).covering).toEqual([])
  })

  it('say the beginning of what they have to say, or nothing, and never more than there is room for', () => {
    const [less, nothing] = [new Set<string>(), new Set<string>()]
    for (const seed of SEEDS) {
      const view = packedBoard(seed)
      for (const [id, route] of routeBoard(view)) {
        if (route.plateRoom === undefined) continue
        const one = view.edge(id)!
        const pill = edgePill(one, route)
        if (route.plateRoom === 0) {
          expect(pill).toBeNull()
          nothing.add(`${seed} ${id}`)
          continue
        }
        less.add(`${seed} ${id}`)
        expect(pill!.rect.w).toBe(route.plateRoom)
        const whole = edgePill(one, withAllRoom(route))!
        expect(whole.rect.w).toBeGreaterThan(route.plateRoom)
        if (pill!.text === '') expect(pill!.lock).not.toBeNull()
        else {
          expect(pill!.text.endsWith('…')).toBe(true)
          expect(edgeText(one).startsWith(pill!.text.slice(0, -1))).toBe(true)
        }
      }
    }
    expect(less.size).toBeGreaterThan(5)
    expect(nothing.size).toBeGreaterThan(5)
  })

  it('are left out of pictures where they have no room', () => {
    const view = packedBoard(3)
    const { svg } = renderBoardSvg({
      view,
      icons: iconFromDisk,
      theme: 'light',
      background: 'solid',
    })
    const routes = routeBoard(view)
    const shown = [...svg.matchAll(/data-label="([^"]+)"/g)].map(([, id]) => id)
    expect(shown.toSorted()).toEqual(
      [...routes].flatMap(([id, { plateRoom }]) => (plateRoom === 0 ? [] : [id])).toSorted(),
    )
    expect(shown.length).toBeLessThan(routes.size)
  })
})
