import { describe, expect, it } from 'vitest'
import type { NodeId } from '#shared/model/ids'
import { evaluate } from '#shared/rules/evaluate'
import {
  all,
  always,
  and,
  any,
  anyDrawn,
  atLeast,
  atMost,
  count,
  countDrawn,
  groupKind,
  inside,
  inSubnet,
  is,
  isOneOf,
  lists,
  matches,
  none,
  noneDrawn,
  not,
  or,
  service,
  stated,
  tierSize,
  tierZones,
  type Expression,
} from '#shared/rules/expression'
import { computeFacets } from '#shared/rules/facets'
import { catalogueKnowledge } from '#shared/rules/knowledge'
import { Scene } from '#shared/rules/scene'
import { boardText } from '../../support/board-text'

function finding(text: string, id: string, expression: Expression) {
  const view = boardText(text)
  const scene = new Scene(view, computeFacets(view, catalogueKnowledge), catalogueKnowledge)
  return evaluate(scene, view.node(id as NodeId)!, expression)
}
const value = (text: string, id: string, expression: Expression) =>
  finding(text, id, expression).value

const YES = is('yes', true)
const NO = is('no', true)
const OPEN = is('open', true)
const X = 'x:ec2{yes=true, no=false}'

describe('three truth values', () => {
  it.each([
    ['and', and(YES, NO), false],
    ['and', and(YES, OPEN), 'unknown'],
    ['and', and(NO, OPEN), false],
    ['and', and(YES, YES), true],
    ['and', and(), true],
    ['or', or(YES, OPEN), true],
    ['or', or(NO, OPEN), 'unknown'],
    ['or', or(NO, NO), false],
    ['or', or(), false],
    ['not', not(OPEN), 'unknown'],
    ['not', not(NO), true],
  ] as const)('%s follows Kleene', (_, expression, expected) => {
    expect(value(X, 'x', expression)).toBe(expected)
  })

  it('says what it waits for, and only that', () => {
    expect(finding(X, 'x', and(YES, OPEN, or(NO, is('other', 1)))).needs.map((n) => n.key)).toEqual(
      ['open', 'other'],
    )
    expect(finding(X, 'x', or(YES, OPEN)).needs).toEqual([])
  })

  it('says what decided it', () => {
    expect(finding(X, 'x', and(YES, NO)).because.map((b) => b.key)).toEqual(['no'])
    expect(finding(X, 'x', and(YES, always)).because.map((b) => b.key)).toEqual(['yes'])
  })
})

describe('facts', () => {
  const box = 'x:ec2{n=3, text="Amazon Linux 2023", ports="80, 443"}'
  it.each([
    [atLeast('n', 3), true],
    [atLeast('n', 4), false],
    [atMost('n', 3), true],
    [atMost('n', 2), false],
    [atLeast('text', 1), 'unknown'],
    [isOneOf('n', [1, 3]), true],
    [stated('n'), true],
    [stated('m'), 'unknown'],
    [matches('text', 'amazon*20*'), true],
    [matches('text', 'amazon'), false],
    [matches('text', '*2023'), true],
    [matches('text', '*2022'), false],
    [matches('text', 'a*a*n*3'), true],
    [matches('text', 'amazon linux 2023*2023'), false],
    [lists('ports', '443'), true],
    [lists('ports', '44'), false],
  ] as const)('%j is %s', (expression, expected) => {
    expect(value(box, 'x', expression)).toBe(expected)
  })
})

describe('what is not drawn', () => {
  const inVpc = (detail: string, inner: string): string => `vpc${detail}[ ${inner} ]`
  const server = service('ec2')

  it('may exist in a sketch: there is an X is never false, there is no X never true', () => {
    expect(value(inVpc('', 'rds'), 'vpc', any('children', server))).toBe('unknown')
    expect(value(inVpc('', 'rds'), 'vpc', none('children', server))).toBe('unknown')
    expect(value(inVpc('', 'rds'), 'vpc', all('children', service('rds')))).toBe('unknown')
    expect(value(inVpc('', 'ec2'), 'vpc', any('children', server))).toBe(true)
    expect(value(inVpc('', 'ec2'), 'vpc', none('children', server))).toBe(false)
    expect(value(inVpc('', 'ec2'), 'vpc', all('children', service('rds')))).toBe(false)
    expect(value(inVpc('', 'ec2'), 'vpc', count('children', server, 2))).toBe('unknown')
    expect(value(inVpc('', 'a:ec2 b:ec2'), 'vpc', count('children', server, 2))).toBe(true)
  })

  it('does not exist in what is complete', () => {
    expect(value(inVpc('!complete', 'rds'), 'vpc', any('children', server))).toBe(false)
    expect(value(inVpc('!complete', 'rds'), 'vpc', none('children', server))).toBe(true)
    expect(value(inVpc('!complete', 'rds'), 'vpc', all('children', service('rds')))).toBe(true)
    expect(value(inVpc('!complete', 'ec2'), 'vpc', count('children', server, 2))).toBe(false)
  })

  it('is judged as drawn where a rule says so', () => {
    expect(value(inVpc('', 'rds'), 'vpc', anyDrawn('children', server))).toBe(false)
    expect(value(inVpc('', 'rds'), 'vpc', noneDrawn('children', server))).toBe(true)
    expect(value(inVpc('', 'ec2'), 'vpc', countDrawn('children', server, 2))).toBe(false)
  })

  it('takes its detail from the nearest group that has one, else it is a sketch', () => {
    const vpc = inside('vpc')
    expect(value('region!complete[ az[ web:ec2 ] ]', 'web', vpc)).toBe(false)
    expect(value('region!complete[ az!sketch[ web:ec2 ] ]', 'web', vpc)).toBe('unknown')
    expect(value('region[ az[ web:ec2 ] ]', 'web', vpc)).toBe('unknown')
    expect(value('web:ec2', 'web', vpc)).toBe('unknown')
    expect(value('vpc[ az[ web:ec2 ] ]', 'web', vpc)).toBe(true)
  })

  it('is asked about where it could be settled', () => {
    const need = (text: string) => finding(text, 'web', inside('vpc')).needs
    expect(need('region[ az[ web:ec2 ] ]')).toEqual([
      { subject: { kind: 'node', id: 'az' }, key: 'detail' },
    ])
    expect(need('region!sketch[ az[ web:ec2 ] ]')).toEqual([
      { subject: { kind: 'node', id: 'region' }, key: 'detail' },
    ])
    expect(need('web:ec2')).toEqual([{ subject: { kind: 'board', id: 'board' }, key: 'detail' }])
  })
})

describe('subnets', () => {
  it('are believed as drawn, then as stated', () => {
    const isPublic = inSubnet('public')
    expect(value('public-subnet[ sg[ x:ec2{subnetType=private} ] ]', 'x', isPublic)).toBe(true)
    expect(value('private-subnet[ x:ec2{subnetType=public} ]', 'x', isPublic)).toBe(false)
    expect(value('x:ec2{subnetType=public}', 'x', isPublic)).toBe(true)
    expect(value('vpc!complete[ x:ec2 ]', 'x', isPublic)).toBe('unknown')
  })
})

describe('tiers', () => {
  const two = tierSize(2)
  it('are copies by name, by load balancer or by Auto Scaling group', () => {
    expect(value('web-1:ec2 web-2:ec2', 'web-1', two)).toBe(true)
    expect(value('x:ec2"Web server A" y:ec2"Web server B"', 'x', two)).toBe(true)
    expect(value('web:ec2 api:ec2', 'web', two)).toBe('unknown')
    expect(value('x:ec2"EC2" y:ec2"EC2"', 'x', two)).toBe('unknown')
    expect(value('alb -> x:ec2"EC2", alb -> y:ec2"EC2"', 'x', two)).toBe(true)
    expect(value('alb -> web:ec2, alb -> api:ec2', 'web', two)).toBe('unknown')
    expect(value('web-1:ec2 web-2:ecs', 'web-1', two)).toBe('unknown')
    expect(value('a:vpc[ web-1:ec2 ] b:vpc[ web-2:ec2 ]', 'web-1', two)).toBe('unknown')
  })

  it('have the size that is stated, wherever the copies are', () => {
    expect(value('vpc!complete[ web:ec2 ]', 'web', two)).toBe('unknown')
    expect(value('web:ec2{instances=1}', 'web', two)).toBe(false)
    expect(value('web:ec2{instances=3}', 'web', two)).toBe(true)
    expect(value('asg{minCapacity=1}[ a:ec2 b:ec2 ]', 'a', two)).toBe(false)
    expect(value('asg{minCapacity=2}[ a:ec2{instances=1} ]', 'a', two)).toBe(true)
    expect(finding('asg[ a:ec2 ]', 'a', two).needs).toEqual([
      { subject: { kind: 'node', id: 'asg' }, key: 'minCapacity' },
    ])
  })

  it('count a zone once even when it is drawn once per tier', () => {
    const zones = tierZones(2)
    const drawn = (a: string, b: string): string =>
      `vpc!complete[ p:az"${a}"[ web-1:ec2 ] q:az"${b}"[ web-2:ec2 ] ]`
    expect(value(drawn('AZ', 'AZ'), 'web-1', zones)).toBe(true)
    expect(value(drawn('eu-central-1a', 'eu-central-1b'), 'web-1', zones)).toBe(true)
    expect(value(drawn('eu-central-1a', 'Zone eu-central-1a'), 'web-1', zones)).toBe(false)
  })
})

describe('peers', () => {
  it('see through Auto Scaling groups in both directions', () => {
    const text = 'fleet:asg[ web:ec2 ] alb -> fleet -> db:rds'
    expect(value(text, 'alb', anyDrawn('peersOut', service('ec2')))).toBe(true)
    expect(value(text, 'web', anyDrawn('peersIn', service('alb')))).toBe(true)
    expect(value(text, 'web', anyDrawn('peersOut', service('rds')))).toBe(true)
    expect(
      value('empty:asg alb -> empty', 'alb', anyDrawn('peersOut', groupKind('autoScalingGroup'))),
    ).toBe(true)
  })

  it('stop at a VPC', () => {
    expect(value('vpc[ web:ec2 ] users -> vpc', 'web', anyDrawn('peersIn', service('users')))).toBe(
      false,
    )
  })
})
