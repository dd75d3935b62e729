import { expect, it } from 'vitest'
import { packRoutes, unpackRoutes } from '../../renderer/canvas/packed-routes'
import { BoardScene } from '../../renderer/painting/board-scene'
import { paintChosen } from '../../renderer/painting/paint-chosen'
import type { Context, PaintStyle } from '../../renderer/painting/paint-style'
import type { EdgeId } from '../../shared/model/ids'
import { themes } from '../../shared/render/theme'
import type { RoutedEdge } from '../../shared/render/route'
import { board, edge, service } from '../shared/render/sample-board'

const view = board(
  [service('a', 'ec2', [0, 0]), service('b', 'rds', [100, 0])],
  [{ ...edge('a', 'b'), label: 'nightly copy of all invoices' }],
)
const [connector] = view.edges
const route: RoutedEdge = {
  shape: 'orthogonal',
  points: [
    { x: 84, y: 24 },
    { x: 128, y: 24 },
  ],
  labelAt: { x: 106, y: 24 },
}

const STYLE: PaintStyle = {
  theme: themes.light,
  background: 'white',
  scale: 1,
  icons: { get: () => null },
  picture: () => null,
  badge: () => undefined,
  unlabelled: null,
}

/** What is written while a connector is pointed at, or is not. */
function written(known: RoutedEdge, hoveredEdge: EdgeId | null): string[] {
  const texts: string[] = []
  const ctx = new Proxy(
    {},
    {
      get: (_, name) =>
        name === 'fillText' ? (text: string) => texts.push(text) : () => undefined,
      set: () => true,
    },
  ) as Context
  const scene = new BoardScene()
  scene.update(view, new Map([[connector!.id, known]]), () => undefined)
  paintChosen(
    ctx,
    scene,
    { nodes: new Set(), edges: new Set(), hoveredEdge, target: null },
    { overlay: new Map(), copying: false, routes: new Map() },
    { x: -500, y: -500, w: 1000, h: 1000 },
    1,
    'blue',
    STYLE,
  )
  return texts
}

it('a plate without room says all of it while its connector is pointed at', () => {
  const id = connector!.id
  expect(written({ ...route, plateRoom: 0 }, id)).toEqual(['nightly copy of all invoices'])
  expect(written({ ...route, plateRoom: 60 }, id)).toEqual(['nightly copy of all invoices'])
  expect(written({ ...route, plateRoom: 0 }, null)).toEqual([])
  // It is on the board already.
  expect(written(route, id)).toEqual([])
})

it('how much room a plate has goes along from one thread to another', () => {
  const routes = new Map([
    [connector!.id, { ...route, plateRoom: 0 }],
    ['other' as EdgeId, { ...route, plateRoom: 42 }],
    ['third' as EdgeId, route],
  ])
  expect([...unpackRoutes(packRoutes(routes))]).toEqual([...routes])
})
