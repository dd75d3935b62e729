import { describe, expect, it } from 'vitest'
import { contains } from '#shared/model/geometry'
import { BoardEdge, BoardNode } from '#shared/model/records'
import { boardText, parseBoard } from '../../support/board-text'

describe('board text', () => {
  it('nests groups, with their detail and facts', () => {
    const { nodes } = parseBoard(
      'vpc!complete[ front:az{name=eu-central-1a}[ public-subnet[ web:ec2{publicIp=true, instances=2} ] ] ]',
    )
    expect(nodes.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['vpc', null],
      ['front', 'vpc'],
      ['public-subnet', 'front'],
      ['web', 'public-subnet'],
    ])
    expect(nodes[0]).toMatchObject({ groupKind: 'vpc', detail: 'complete' })
    expect(nodes[1]?.facts['name']).toEqual({ value: 'eu-central-1a', source: 'user' })
    expect(nodes[3]).toMatchObject({ serviceId: 'ec2', label: 'web' })
    expect(nodes[3]?.facts['publicIp']?.value).toBe(true)
    expect(nodes[3]?.facts['instances']?.value).toBe(2)
  })

  it('connects in chains, with kinds and facts', () => {
    const { nodes, edges } = parseBoard(
      'users -> web:ec2 -data{encrypted=true}-> db:rds, web -event-> sqs, users -{port=22}-> web',
    )
    expect(nodes.map((node) => node.id)).toEqual(['users', 'web', 'db', 'sqs'])
    expect(edges.map(({ id, kind }) => [id, kind])).toEqual([
      ['users-web', 'request'],
      ['web-db', 'data'],
      ['web-sqs', 'event'],
      ['users-web-2', 'request'],
    ])
    expect(edges[1]?.facts['encrypted']?.value).toBe(true)
    expect(edges[3]?.facts['port']?.value).toBe(22)
  })

  it('makes two of the same group, one of the same service', () => {
    expect(parseBoard('az[ s3 ] az[ s3 ]').nodes.map((node) => node.id)).toEqual([
      'az',
      's3',
      'az-2',
    ])
  })

  it('reads labels, dispositions and the kind of the board', () => {
    const { board, nodes } = parseBoard(
      '@current old:on-prem-server"ERP 1"{disposition=retire, note="two words"}',
    )
    expect(board.kind).toBe('current')
    expect(nodes[0]).toMatchObject({ label: 'ERP 1', disposition: 'retire' })
    expect(nodes[0]?.facts).toEqual({ note: { value: 'two words', source: 'user' } })
  })

  it('gives valid records whose groups hold what is in them', () => {
    const view = boardText('region[ vpc[ az[ web:ec2 db:rds ] az[] ] s3 ] users -> web')
    for (const node of view.nodes) {
      expect(BoardNode.parse(node)).toEqual(node)
      const parent = view.parent(node.id)
      if (parent) expect(contains(parent, node), node.id).toBe(true)
    }
    for (const edge of view.edges) expect(BoardEdge.parse(edge)).toEqual(edge)
  })

  it('says where a text does not parse', () => {
    expect(() => parseBoard('vpc[ web:ec2')).toThrow('] was expected at 12')
    expect(() => parseBoard('a -> ')).toThrow('a name was expected')
    expect(() => parseBoard('a ]')).toThrow('unexpected text')
    expect(() => parseBoard('a -maybe-> b')).toThrow()
    expect(() => parseBoard('a:ec2{x}')).toThrow('name=value was expected')
  })
})
