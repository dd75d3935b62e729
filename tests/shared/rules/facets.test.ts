import { describe, expect, it } from 'vitest'
import type { BoardView } from '#shared/model/board-view'
import type { NodeId } from '#shared/model/ids'
import { computeFacets, ROLE_LIMIT, type NodeFacets } from '#shared/rules/facets'
import { catalogueKnowledge } from '#shared/rules/knowledge'
import { nameStem } from '#shared/rules/tiers'
import { serviceById } from '#shared/catalogue/catalogue'
import { boardText } from '../../support/board-text'
import { Chance, randomBoard, viewOf } from './random-board'

const facets = (view: BoardView) => computeFacets(view, catalogueKnowledge)
const of = (text: string, id: string): NodeFacets => facets(boardText(text)).of(id as NodeId)

/** The same question put the slow way: is there still a way from an entry to the data when `cut` is gone? */
function separates(view: BoardView, cut: NodeId, data: NodeId): boolean {
  const traits = (id: NodeId) => {
    const node = view.node(id)
    return node?.kind === 'service' ? (serviceById(node.serviceId)?.traits ?? []) : []
  }
  const reach = (without: NodeId | null): boolean => {
    const seen = new Set<NodeId>()
    const queue = view.nodes
      .filter((node) =>
        traits(node.id).some((t) => t === 'people' || t === 'internet' || t === 'client'),
      )
      .map((node) => node.id)
      .filter((id) => id !== without)
    for (let id = queue.pop(); id; id = queue.pop()) {
      if (id === data) return true
      if (seen.has(id) || !view.node(id)) continue
      seen.add(id)
      for (const edge of view.edgesOut(id))
        if (['request', 'data', 'event'].includes(edge.kind) && edge.target !== without)
          queue.push(edge.target)
    }
    return false
  }
  return reach(null) && !reach(cut)
}

describe('the only way', () => {
  it('agrees with taking each node away in turn', () => {
    let ways = 0
    for (let seed = 1; seed <= 1000; seed++) {
      const content = randomBoard(new Chance(seed))
      // Connectors to groups have a test of their own.
      const services = content.nodes.filter((node) => node.kind === 'service')
      const view = viewOf({ ...content, nodes: services })
      const found = facets(view)
      const stores = services.filter(
        (node) =>
          (node.kind === 'service' && serviceById(node.serviceId)?.traits.includes('dataStore')) ||
          (['database', 'file'].includes(String(node.facts['role']?.value)) &&
            node.kind === 'service' &&
            ['ec2', 'on-prem-server'].includes(node.serviceId)),
      )
      for (const node of services) {
        const expected = stores.some((store) => separates(view, node.id, store.id))
        const got = found.of(node.id).onlyWay
        expect(got === true, `seed ${seed}, ${node.id}`).toBe(expected)
        if (expected) ways++
      }
    }
    expect(ways).toBeGreaterThan(50)
  })

  it('waits for the role of what stands behind', () => {
    expect(of('users -> web:ec2 -> app:ec2', 'web')).toMatchObject({
      onlyWay: 'unknown',
      roleUnknown: ['app', 'web'],
    })
    expect(of('users -> web:ec2{role=web} -> app:ec2{role=app}', 'web').onlyWay).toBe(false)
    const many = Array.from({ length: 20 }, (_, i) => `web -> s${i}x:ec2`).join(', ')
    expect(of(`users -> web:ec2 ${many}`, 'web').roleUnknown.length).toBe(ROLE_LIMIT)
  })

  it('goes through groups that stand for what is in them', () => {
    expect(of('users -> fleet:asg[ web:ec2{role=web} ] fleet -> rds', 'web').onlyWay).toBe(true)
    expect(
      of('users -> fleet:asg[ a:ec2{role=web} b:ec2{role=web} ] fleet -> rds', 'a').onlyWay,
    ).toBe(false)
    expect(
      of(
        'users -> alb, fleet:asg[ web:ec2{role=web} ] alb -> fleet, rest:group[ rds ] fleet -> rest',
        'web',
      ).onlyWay,
    ).toBe(true)
  })

  it('is stopped by neither cycles nor connectors to oneself', () => {
    expect(
      of('users -> a:ec2{role=web} -> b:ec2{role=web} -> a, a -> a, b -> rds', 'b').onlyWay,
    ).toBe(true)
  })

  it('does not count replication and dependencies', () => {
    expect(of('users -> web:ec2{role=web} -replication-> rds', 'web').onlyWay).toBe(false)
  })
})

describe('exposure to the internet', () => {
  it('passes gateways, names and load balancers, and stops at what decides', () => {
    expect(of('users -> route-53 -> internet-gateway -> nlb -> rds', 'rds').exposed).toBe(true)
    expect(of('users -> web:ec2 -> rds', 'rds').exposed).toBe(false)
    expect(of('users -> api-gateway -> dynamodb', 'dynamodb').exposed).toBe(false)
    expect(of('users -> vpn -> rds', 'rds').exposed).toBe(false)
    expect(of('users -event-> rds', 'rds').exposed).toBe(false)
    expect(of('users -> internet -> rds', 'rds').exposed).toBe(true)
  })

  it('does not start from people on the internal network', () => {
    expect(of('data-center[ users ] users -> rds', 'rds').exposed).toBe(false)
  })
})

describe('names of copies', () => {
  it.each([
    ['web-1', 'web'],
    ['Web server 2b', 'web server'],
    ['app (A)', 'app'],
    ['web', 'web'],
    ['schema', 'schema'],
    ['web az a', 'web'],
    ['42', null],
    ['EC2', null],
    ['', null],
  ] as const)('%s is a copy of %s', (label, stem) => {
    expect(nameStem(label, serviceById('ec2')!)).toBe(stem)
  })
})
