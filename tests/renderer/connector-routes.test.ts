import { describe, expect, it, vi } from 'vitest'
import { createBoardView, type BoardView } from '#shared/model/board-view'
import type { Rect } from '#shared/model/geometry'
import { EdgeId, NodeId } from '#shared/model/ids'
import type { BoardEdge, BoardNode } from '#shared/model/records'
import type { BoardContent } from '#shared/model/session'
import { routeBoard } from '#shared/render/edges'
import { ConnectorRoutes } from '../../renderer/canvas/connector-routes'
import type { OpenDesk } from '../../renderer/canvas/routes-desk'
import {
  RoutesService,
  type RoutesAnswer,
  type RoutesRequest,
} from '../../renderer/canvas/routes-service'
import { generatedContent } from '../support/generated-board'

/** A worker that answers when it is told to. What it is asked arrives as a copy, as it would in another thread. */
function slowDesk() {
  const service = new RoutesService()
  const asked: RoutesRequest[] = []
  let reply: (answer: RoutesAnswer) => void = () => undefined
  let refuse: () => void = () => undefined
  const open: OpenDesk = (answer, fail) => {
    reply = answer
    refuse = fail
    return {
      ask: (request) => asked.push(structuredClone(request)),
      stop: () => asked.splice(0),
    }
  }
  const answerNext = (): boolean => {
    const next = asked.shift()
    if (next) for (const part of service.answer(next)) reply(structuredClone(part))
    return next !== undefined
  }
  return { open, asked, answerNext, refuse: () => refuse() }
}

const SMALL = generatedContent(4, 60)
const LARGE = largeContent()

/** The same board several times over, far from each other. */
function largeContent(): BoardContent {
  const one = generatedContent(5, 120)
  const copies = Array.from({ length: 6 }, (_, at) => ({
    nodes: one.nodes.map((node): BoardNode => ({
      ...node,
      id: NodeId.parse(`${at}-${node.id}`),
      parentId: node.parentId && NodeId.parse(`${at}-${node.parentId}`),
      x: node.x + at * 20_000,
    })),
    edges: one.edges.map((edge): BoardEdge => ({
      ...edge,
      id: EdgeId.parse(`${at}-${edge.id}`),
      source: NodeId.parse(`${at}-${edge.source}`),
      target: NodeId.parse(`${at}-${edge.target}`),
      order: `${edge.order}${at}`,
    })),
  }))
  return {
    ...one,
    nodes: copies.flatMap(({ nodes }) => nodes),
    edges: copies.flatMap(({ edges }) => edges),
  }
}

function moved(view: BoardView, id: NodeId, dx: number): BoardView {
  const content = { board: view.board, nodes: view.nodes, edges: view.edges }
  return createBoardView(
    { ...content, nodes: view.nodes.map((n) => (n.id === id ? { ...n, x: n.x + dx } : n)) },
    view,
  )
}

function connected(view: BoardView): BoardNode {
  return view.nodes.find((n) => n.kind === 'service' && view.edgesOut(n.id).length > 0)!
}

describe('routes of a small board', () => {
  it('are whole at once, and keep their identity where they stay', () => {
    const { open, asked } = slowDesk()
    const routes = new ConnectorRoutes(open)
    const view = createBoardView(SMALL)
    const before = routes.of(view)
    expect([...before]).toEqual([...routeBoard(view)])
    const next = moved(view, connected(view).id, 16)
    const after = routes.of(next)
    expect([...after]).toEqual([...routeBoard(next)])
    expect([...after].filter(([id, r]) => before.get(id) === r).length).toBeGreaterThan(0)
    expect(asked).toEqual([])
  })
})

describe('routes of a large board', () => {
  it('are there at once, and better when the worker has answered', () => {
    const desk = slowDesk()
    const routes = new ConnectorRoutes(desk.open)
    const heard = vi.fn()
    routes.subscribe(heard)
    const view = createBoardView(LARGE)
    const quick = routes.of(view)
    expect(quick.size).toBe(view.edges.length)
    expect(heard).not.toHaveBeenCalled()
    desk.answerNext()
    expect(heard).toHaveBeenCalled()
    expect([...routes.of(view)].toSorted()).toEqual([...routeBoard(view)].toSorted())
  })

  it('are settled when every question has been answered, edits meanwhile included', async () => {
    const desk = slowDesk()
    const routes = new ConnectorRoutes(desk.open)
    const view = createBoardView(LARGE)
    const heard = vi.fn()
    const settled = routes.settled(view)
    void settled.then(heard)
    const next = moved(view, connected(view).id, 400)
    routes.of(next)
    desk.answerNext()
    await Promise.resolve()
    expect(heard).not.toHaveBeenCalled()
    desk.answerNext()
    expect([...(await settled)].toSorted()).toEqual([...routeBoard(next)].toSorted())
    expect(await routes.settled(next)).toBe(routes.of(next))
  })

  it('are asked for by what an edit changed, and come back by what it did', () => {
    const desk = slowDesk()
    const routes = new ConnectorRoutes(desk.open)
    const view = createBoardView(LARGE)
    routes.of(view)
    desk.answerNext()
    const settled = routes.of(view)
    const node = connected(view)
    const next = moved(view, node.id, 24)
    const heard = vi.fn()
    routes.subscribe(heard)
    const between = routes.of(next)
    expect(desk.asked[0]!.change).toMatchObject({ nodes: [{ id: node.id }], edges: [] })
    const touched = view.edgesOut(node.id)[0]!.id
    expect(between.get(touched)).not.toBe(settled.get(touched))
    desk.answerNext()
    expect([...routes.of(next)].toSorted()).toEqual([...routeBoard(next)].toSorted())
    const far = [...settled].filter(([id]) => !String(id).startsWith('0-'))
    for (const [id, route] of far) expect(routes.of(next).get(id)).toBe(route)
  })

  it('do not fall back to what the worker knew before a later edit', () => {
    const desk = slowDesk()
    const routes = new ConnectorRoutes(desk.open)
    const view = createBoardView(LARGE)
    routes.of(view)
    const node = connected(view)
    const touched = view.edgesOut(node.id)[0]!.id
    let next = moved(view, node.id, 400)
    const after = routes.of(next).get(touched)!
    desk.answerNext()
    expect(routes.of(next).get(touched)).toBe(after)
    next = moved(next, node.id, 8)
    routes.of(next)
    while (desk.answerNext());
    expect([...routes.of(next)].toSorted()).toEqual([...routeBoard(next)].toSorted())
  })

  it('forget connectors that went, and take in those that came', () => {
    const desk = slowDesk()
    const routes = new ConnectorRoutes(desk.open)
    const view = createBoardView(LARGE)
    routes.of(view)
    const [gone, ...others] = view.edges
    const fresh = { ...others[0]!, id: EdgeId.parse('fresh'), order: 'z' }
    const next = createBoardView({ ...LARGE, edges: [...others, fresh] }, view)
    expect(routes.of(next).has(gone!.id)).toBe(false)
    expect(routes.of(next).has(fresh.id)).toBe(true)
    while (desk.answerNext());
    expect([...routes.of(next)].toSorted()).toEqual([...routeBoard(next)].toSorted())
  })

  it('are worked out here where there is no worker', async () => {
    const desk = slowDesk()
    const routes = new ConnectorRoutes(desk.open)
    const view = createBoardView(LARGE)
    routes.of(view)
    const arrived = new Promise((resolve) => routes.subscribe(resolve))
    desk.refuse()
    await arrived
    expect([...routes.of(view)].toSorted()).toEqual([...routeBoard(view)].toSorted())
    const next = moved(view, connected(view).id, 24)
    const again = new Promise((resolve) => routes.subscribe(resolve))
    routes.of(next)
    await again
    expect([...routes.of(next)].toSorted()).toEqual([...routeBoard(next)].toSorted())
  })
})

describe('connectors in flight', () => {
  const view = createBoardView(SMALL)
  const routes = new ConnectorRoutes(slowDesk().open)
  const settled = routes.of(view)
  const shift = (node: BoardNode, dx: number): [NodeId, Rect] => [
    node.id,
    { x: node.x + dx, y: node.y, w: node.w, h: node.h },
  ]

  it('are only those that hang on what moves', () => {
    const node = connected(view)
    const flying = routes.inFlight(view, new Map([shift(node, 48)]))
    const own = [...view.edgesIn(node.id), ...view.edgesOut(node.id)].map(({ id }) => id)
    expect([...flying.keys()].toSorted()).toEqual(own.toSorted())
    expect(routes.inFlight(view, new Map())).toEqual(new Map())
  })

  it('move along as they are when both of their ends do', () => {
    const edge = view.edges.find(
      (e) => view.node(e.source)!.kind === 'service' && view.node(e.target)!.kind === 'service',
    )!
    const ends = [view.node(edge.source)!, view.node(edge.target)!]
    const flying = routes.inFlight(view, new Map(ends.map((node) => shift(node, 40))))
    expect(flying.get(edge.id)!.points).toEqual(
      settled.get(edge.id)!.points.map(({ x, y }) => ({ x: x + 40, y })),
    )
  })
})
