import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBoardView } from '#shared/model/board-view'
import { applyPacks, sessionPacks } from '#shared/packs/apply-packs'
import { readPack, type RulePack } from '#shared/packs/read-pack'
import { evaluateBoard } from '#shared/rules/engine'
import { rules } from '#shared/rules/registry'
import { parseBoard } from '../../support/board-text'

const example = readFileSync(
  resolve(import.meta.dirname, '../../../assets/packs/example-pack.json'),
  'utf8',
)

interface Loose {
  [key: string]: unknown
  rules: Record<string, unknown>[]
}

function pack(text: string): RulePack {
  const read = readPack(text)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.pack
}

function problems(change: (file: Loose) => void): string {
  const file = JSON.parse(example) as Loose
  change(file)
  const read = readPack(JSON.stringify(file))
  return read.ok ? 'accepted' : read.problems.join('\n')
}

function findings(text: string, packs: readonly RulePack[]): string[] {
  const view = createBoardView(parseBoard(text))
  return evaluateBoard(view, applyPacks(packs)).findings.map((v) => `${v.ruleId} ${v.risk}`)
}

describe('the example pack', () => {
  it('adds, leaves out, re-ranks and sets thresholds', () => {
    const packs = [pack(example)]
    const force = applyPacks(packs)
    expect(force.some(({ id }) => id === 'SEC-11')).toBe(false)
    expect(force.length).toBe(rules.length + 1)
    expect(force.find(({ id }) => id === 'OPS-02')?.risk).toBe('high')
    const orders = 'orders:rds{engine=oracle, backupRetentionDays=10}'
    expect(findings(orders, [])).not.toContain('REL-16 high')
    expect(findings(orders, packs)).toEqual(expect.arrayContaining(['REL-16 high', 'ACME-01 low']))
  })

  it('leaves our own rules as they are', () => {
    const before = JSON.stringify(rules)
    applyPacks([pack(example)])
    expect(JSON.stringify(rules)).toBe(before)
  })
})

describe('a pack that is wrong', () => {
  it.each<[string, (file: Loose) => void, string]>([
    ['another format', (f) => void (f['format'] = 'x'), 'format'],
    ['a field we do not know', (f) => void (f['run'] = 'rm'), 'run'],
    [
      'a rule of ours',
      (f) => void (f.rules[0]!['id'] = 'SEC-01'),
      'rules.0.id: SEC-01 is a rule of ours',
    ],
    [
      'an unknown rule to leave out',
      (f) => void (f['disable'] = ['SEC-99']),
      'disable.0: there is no rule SEC-99',
    ],
    [
      'an unknown service',
      (f) => void (f.rules[0]!['on'] = { services: ['redshit'] }),
      'there is no service redshit',
    ],
    [
      'an unknown fact',
      (f) => void (f.rules[0]!['assert'] = { op: 'stated', key: 'colour' }),
      'nothing has a fact colour',
    ],
    [
      'an unknown operation',
      (f) => void (f.rules[0]!['assert'] = { op: 'eval', code: '1' }),
      'rules.0.assert',
    ],
    [
      'a number that is not compared',
      (f) => void (f['parameters'] = { 'SEC-13': { x: 1 } }),
      'parameters.SEC-13.x',
    ],
    [
      'a script for an address',
      (f) => void (f.rules[0]!['references'] = [{ title: 'Here', url: 'javascript:alert(1)' }]),
      'https',
    ],
    [
      'an example that comes out otherwise',
      (f) => void (f.rules[0]!['examples'] = { pass: ['orders:rds{engine=oracle}'] }),
      'rules.0.examples.pass.0: ACME-01 says “fail”',
    ],
    [
      'an example that is no board',
      (f) => void (f.rules[0]!['examples'] = { pass: ['vpc['] }),
      'rules.0.examples.pass.0',
    ],
  ])('%s is refused with the place', (_, change, said) => {
    expect(problems(change)).toContain(said)
  })

  it('is refused when it would cost too much', () => {
    const nested = (levels: number, leaf: unknown): unknown =>
      levels === 0 ? leaf : { op: 'not', of: nested(levels - 1, leaf) }
    const some = { op: 'is', key: 'engine', value: 'x' }
    const any = (where: unknown): unknown => ({
      op: 'any',
      over: { relation: 'descendants' },
      where,
    })
    const assert = (expression: unknown) => (f: Loose) => void (f.rules[0]!['assert'] = expression)
    expect(problems(assert(nested(13, some)))).toContain('nested deeper than 12')
    expect(problems(assert(nested(500, some)))).toContain('nested too deeply')
    expect(problems(assert(any(any(any(some)))))).toContain('inside each other')
    expect(problems(assert({ op: 'any', over: { relation: 'nodes' }, where: some }))).toContain(
      'whole board',
    )
    const many = {
      op: 'and',
      of: Array.from({ length: 20 }, () => ({
        op: 'or',
        of: Array.from({ length: 20 }, () => some),
      })),
    }
    expect(problems(assert(many))).toContain('more than 200 things')
    expect(problems(assert({ op: 'matches', key: 'engine', glob: '*a'.repeat(40) }))).toContain(
      'more than eight',
    )
    expect(problems((f) => void (f['description'] = 'x'.repeat(600_000)))).toContain('larger than')
  })

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((value) => JSON.stringify({ ...JSON.parse(example), rules: [value] })),
        ),
        (text) => {
          const read = readPack(text)
          expect(read.ok || read.problems.length > 0).toBe(true)
        },
      ),
      { numRuns: 300, seed: 7 },
    )
  })
})

describe('packs of a session', () => {
  it('count only when enabled, and a broken one is reported by name', () => {
    const record = (name: string, text: string, enabled: boolean) =>
      ({ id: name, name, text, enabled, order: 'a' }) as never
    const { packs, problems: said } = sessionPacks([
      record('house', example, true),
      record('off', example, false),
      record('broken', '{', true),
    ])
    expect(packs.length).toBe(1)
    expect(said.join()).toContain('broken: The pack is not JSON')
  })
})
