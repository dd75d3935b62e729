import { describe, expect, it } from 'vitest'
import { previewPatch } from '#shared/model/apply-patch'
import { emptySession } from '#shared/model/session'
import type { Patch } from '#shared/model/patch'
import type { BoardEdge } from '#shared/model/records'
import { reattach, reverseEdges, setShape, setWaypoints } from '#shared/operations/edges'
import { carryWaypoints } from '#shared/operations/waypoints'
import { board, edge, service } from '../render/sample-board'

const one = edge('a', 'b', 'data', { label: 'orders', protocol: 'TLS', encrypted: true })
const view = board(
  ['a', 'b', 'c'].map((id, at) => service(id, 'ec2', [at * 200, 0])),
  [one],
)

function after(patch: Patch, edges: readonly BoardEdge[] = view.edges): BoardEdge {
  const session = {
    ...emptySession({ title: '', customer: '', createdAt: 0 }),
    boards: [view.board],
    nodes: [...view.nodes],
    edges: [...edges],
  }
  return previewPatch(session, patch).edges[0]!
}

describe('how a connector runs', () => {
  it('is set, and forgotten where it is the plain way', () => {
    expect(after(setShape([one.id], 'curved')).shape).toBe('curved')
    expect(after(setShape([one.id], 'orthogonal'), [{ ...one, shape: 'curved' }])).toEqual(one)
  })

  it('goes through points that somebody put it through', () => {
    const { changes, hint } = setWaypoints(view, one.id, [{ x: 100.1, y: 33.333 }])
    expect(hint).toBeNull()
    expect(after(changes).waypoints).toEqual([{ x: 100, y: 33.25 }])
  })

  it('finds its own way again without points', () => {
    const { changes } = setWaypoints(view, one.id, [])
    expect(after(changes, [{ ...one, waypoints: [{ x: 1, y: 1 }] }])).toEqual(one)
  })

  it('takes no more points than its record holds', () => {
    const many = Array.from({ length: 51 }, (_, x) => ({ x, y: 0 }))
    expect(setWaypoints(view, one.id, many)).toEqual({
      changes: [],
      hint: 'A connector goes through 50 points at most.',
    })
  })

  it('is turned round with its points', () => {
    const bent = {
      ...one,
      waypoints: [
        { x: 1, y: 1 },
        { x: 2, y: 2 },
      ],
    }
    const turned = after(reverseEdges(board(view.nodes, [bent]), [one.id]), [bent])
    expect(turned).toMatchObject({ source: 'b', target: 'a' })
    expect(turned.waypoints).toEqual([
      { x: 2, y: 2 },
      { x: 1, y: 1 },
    ])
  })
})

describe('points that a connector was put through', () => {
  const bent = { ...one, waypoints: [{ x: 100, y: 50 }] }
  const ends = board(view.nodes, [bent])
  const ids = (...at: number[]) => new Set(at.map((i) => view.nodes[i]!.id))

  it('go along when both ends are moved', () => {
    const changes = carryWaypoints(ends, ids(0, 1), { x: 8, y: -16 })
    expect(after(changes, [bent]).waypoints).toEqual([{ x: 108, y: 34 }])
  })

  it('stay when one end is moved', () => {
    expect(carryWaypoints(ends, ids(0, 2), { x: 8, y: 8 })).toEqual([])
  })
})

describe('moving an end of a connector', () => {
  it('keeps what is known of it', () => {
    const { changes, hint } = reattach(view, one.id, 'target', view.nodes[2]!.id)
    expect(hint).toBeNull()
    expect(after(changes)).toEqual({ ...one, target: 'c' })
  })

  it('refuses what connecting refuses, with the same words', () => {
    expect(reattach(view, one.id, 'target', view.nodes[0]!.id)).toEqual({
      changes: [],
      hint: 'A connector needs two different ends.',
    })
    const gone = service('gone', 'ec2', [0, 0]).id
    expect(reattach(view, one.id, 'source', gone).hint).toBe('One end of the connector is gone.')
    expect(reattach(view, edge('x', 'y').id, 'source', view.nodes[0]!.id).hint).toBe(
      'The connector is gone.',
    )
  })

  it('changes nothing where it is put back', () => {
    expect(reattach(view, one.id, 'target', one.target)).toEqual({ changes: [], hint: null })
  })
})
