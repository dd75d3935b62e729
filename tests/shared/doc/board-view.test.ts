import { describe, expect, it } from 'vitest'
import { createBoardView, type BoardView } from '#shared/model/board-view'
import type { NodeId } from '#shared/model/ids'
import type { BoardContent } from '#shared/model/session'
import { Chance, randomBoard, randomEdge, randomNode } from '../rules/random-board'

function edit(chance: Chance, { board, nodes, edges }: BoardContent, fresh: string): BoardContent {
  const ids = nodes.map(({ id }) => id)
  const at = chance.int(Math.max(1, nodes.length))
  switch (chance.int(11)) {
    case 0:
      return { board, edges, nodes: nodes.map((n, i) => (i === at ? { ...n, x: n.x + 8 } : n)) }
    case 1: {
      const parentId = chance.maybe(0.5) ? null : (chance.pick([...ids, 'gone']) as NodeId)
      return { board, edges, nodes: nodes.map((n, i) => (i === at ? { ...n, parentId } : n)) }
    }
    case 2:
      return { board, edges, nodes: [...nodes, randomNode(chance, fresh, [...ids, fresh])] }
    case 3:
      return { board, edges, nodes: nodes.toSpliced(at, 1) }
    case 4:
      return { board, nodes, edges: [...edges, randomEdge(chance, fresh, [...ids, 'gone'])] }
    case 5:
      return { board, nodes, edges: edges.toSpliced(chance.int(Math.max(1, edges.length)), 1) }
    case 6: {
      const node = randomNode(chance, fresh, [...ids, fresh])
      return { board, edges, nodes: nodes.toSpliced(at, 0, node) }
    }
    case 7: {
      const edge = randomEdge(chance, fresh, [...ids, 'gone'])
      return { board, nodes, edges: edges.toSpliced(chance.int(edges.length + 1), 0, edge) }
    }
    case 8: {
      const node = nodes[at]
      const to = chance.int(Math.max(1, nodes.length))
      return { board, edges, nodes: node ? nodes.toSpliced(at, 1).toSpliced(to, 0, node) : nodes }
    }
    case 9: {
      const target = chance.pick([...ids, 'gone']) as NodeId
      const one = chance.int(Math.max(1, edges.length))
      return { board, nodes, edges: edges.map((e, i) => (i === one ? { ...e, target } : e)) }
    }
    default:
      return { board, edges, nodes: [...nodes.slice(at), ...nodes.slice(0, at)] }
  }
}

function answers(view: BoardView, { nodes, edges }: BoardContent): unknown {
  const ids = [...nodes.map(({ id }) => id), 'gone' as NodeId]
  return {
    top: view.children(null),
    nodes: ids.map((id) => [
      view.node(id),
      view.parent(id),
      view.children(id),
      view.ancestors(id),
      view.descendants(id),
      view.edgesIn(id),
      view.edgesOut(id),
    ]),
    edges: edges.map(({ id }) => view.edge(id)),
  }
}

describe('a view made from the one before', () => {
  it('answers like one made afresh, after every edit of random histories', () => {
    for (let seed = 1; seed <= 120; seed++) {
      const chance = new Chance(seed)
      let content = randomBoard(chance)
      let view = createBoardView(content)
      for (let step = 0; step < 25; step++) {
        content = edit(chance, content, `s${step}`)
        view = createBoardView(content, view)
        expect(answers(view, content), `seed ${seed}, edit ${step}`).toEqual(
          answers(createBoardView(content), content),
        )
      }
    }
  })
})
