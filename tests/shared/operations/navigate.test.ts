import { describe, expect, it } from 'vitest'
import { createBoardView } from '#shared/model/board-view'
import type { BoardNode } from '#shared/model/records'
import { alongConnectors, nodeTowards, type Direction } from '#shared/operations/navigate'
import { board } from '../../support/board-text'

/** Five services: one in the middle, one on each side. */
const drawn = board`m:ec2, l:ec2, r:ec2, u:ec2, d:ec2, m -> r, m -> d, l -> m`
const PLACES: Record<string, [number, number]> = {
  m: [0, 0],
  l: [-200, 20],
  r: [200, -10],
  u: [30, -200],
  d: [0, 200],
}
const view = createBoardView({
  ...drawn,
  nodes: drawn.nodes.map((node): BoardNode => {
    const [x, y] = PLACES[node.label] ?? [0, 0]
    return { ...node, x, y, w: 112, h: 88 }
  }),
})
const node = (label: string): BoardNode => view.nodes.find((one) => one.label === label)!

describe('going about a board', () => {
  it.each<[Direction, string]>([
    ['left', 'l'],
    ['right', 'r'],
    ['up', 'u'],
    ['down', 'd'],
  ])('goes %s', (direction, label) => {
    expect(nodeTowards(view, node('m'), direction)?.label).toBe(label)
  })

  it('stays where nothing lies that way', () => {
    expect(nodeTowards(view, node('l'), 'left')).toBeNull()
  })

  it('follows connectors both ways, in reading order', () => {
    const labels = (way: 'out' | 'in'): string[] =>
      alongConnectors(view, node('m').id, way).map((one) => one.label)
    expect(labels('out')).toEqual(['r', 'd'])
    expect(labels('in')).toEqual(['l'])
  })

  it('passes over what is around the node', () => {
    const nested = createBoardView(board`vpc:vpc[ a:ec2, b:rds ]`)
    const a = nested.nodes.find((one) => one.label === 'a')!
    for (const direction of ['left', 'right', 'up', 'down'] as const)
      expect(nodeTowards(nested, a, direction)?.label).not.toBe('vpc')
  })
})
