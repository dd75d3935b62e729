import { describe, expect, it } from 'vitest'
import { catalogue, serviceById } from '#shared/catalogue/catalogue'
import { edgeFacts } from '#shared/catalogue/edge-facts'
import { groups } from '#shared/catalogue/groups'
import { createBoardView } from '#shared/model/board-view'
import type { BoardContent } from '#shared/model/session'
import { bestPractice } from '#shared/rules/best-practices'
import { DESIGN_PRINCIPLES, type Pillar, type Rule } from '#shared/rules/define-rule'
import { evaluateBoard } from '#shared/rules/engine'
import type { Expression } from '#shared/rules/expression'
import type { FixStep } from '#shared/rules/fix'
import { dispositionFact } from '#shared/rules/knowledge'
import { ruleById, rules } from '#shared/rules/registry'
import type { Outcome } from '#shared/rules/verdict'

const files = Object.entries(
  import.meta.glob<Rule>('../../shared/rules/*/*.ts', { eager: true, import: 'default' }),
)

/** Verdicts of one rule on a board, each outcome once; a board it never looks at counts as not applicable. */
function outcomes(rule: Rule, content: BoardContent): Outcome[] {
  const verdicts = evaluateBoard(createBoardView(content), [rule]).all
  const found = [...new Set(verdicts.map((verdict) => verdict.outcome))]
  return found.length === 0 ? ['not-applicable'] : found
}

function parts(expression: Expression): Expression[] {
  switch (expression.op) {
    case 'and':
    case 'or':
      return [expression, ...expression.of.flatMap(parts)]
    case 'not':
      return [expression, ...parts(expression.of)]
    case 'any':
    case 'all':
    case 'none':
    case 'count':
      return [expression, ...parts(expression.where)]
    default:
      return [expression]
  }
}

/**
 * Keys of facts that are read about the subject itself, as often as they are read.
 *
 * Several lower bounds of one number count once: all of them may hold, or none, so a number that is read in no other
 * way forces no verdict while it is unknown. Under a `not` that would no longer be so.
 */
function ownKeys(expression: Expression): string[] {
  const read = (part: Expression, negated: boolean): string[] => {
    if (part.op === 'and' || part.op === 'or') return part.of.flatMap((one) => read(one, negated))
    if (part.op === 'not') return read(part.of, !negated)
    if (!('key' in part)) return []
    return [part.op === 'atLeast' && !negated ? `${LOWER_BOUND}${part.key}` : part.key]
  }
  const keys = read(expression, false)
  return [
    ...new Set(keys.filter((key) => key.startsWith(LOWER_BOUND))),
    ...keys.filter((key) => !key.startsWith(LOWER_BOUND)),
  ].map((key) => key.replace(LOWER_BOUND, ''))
}

const LOWER_BOUND = '≥ '

const stepsOf = ({ fix }: Rule): readonly FixStep[] =>
  fix.kind === 'automatic'
    ? fix.steps
    : fix.kind === 'suggestion'
      ? fix.choices.flatMap((choice) => choice.steps)
      : []

const PILLAR_OF_PREFIX: Record<string, Pillar> = {
  OPS: 'operationalExcellence',
  SEC: 'security',
  REL: 'reliability',
  PERF: 'performanceEfficiency',
  COST: 'costOptimization',
  SUS: 'sustainability',
}

const allParts = (rule: Rule): Expression[] =>
  [rule.when, rule.assert].flatMap((expression) => (expression ? parts(expression) : []))

const knownKeys = new Set([
  'disposition',
  ...catalogue.flatMap((service) => service.facts.map((fact) => fact.key)),
  ...edgeFacts.map((fact) => fact.key),
  ...groups.flatMap((group) => group.facts.map((fact) => fact.key)),
])

describe('the registry of rules', () => {
  it('holds every rule file once, under the name of its id', () => {
    expect(files.length).toBeGreaterThanOrEqual(36)
    expect(rules.length).toBe(files.length)
    for (const [path, rule] of files) {
      expect(path.split('/').at(-1)).toBe(`${rule.id}.ts`)
      expect(ruleById(rule.id)).toBe(rule)
    }
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length)
  })

  it('has at least four rules for each of the seven design principles', () => {
    for (const principle of DESIGN_PRINCIPLES) {
      const serving = rules.filter((rule) => rule.designPrinciples.includes(principle))
      expect(serving.length, principle).toBeGreaterThanOrEqual(4)
    }
  })

  it('says no two things in the same words', () => {
    for (const field of ['title', 'message', 'assert'] as const) {
      const seen = new Map<string, string>()
      for (const rule of rules) {
        const key = JSON.stringify(
          field === 'assert' ? [rule.on, rule.when, rule.assert] : rule[field],
        )
        expect(seen.get(key), `${rule.id} repeats the ${field}`).toBeUndefined()
        seen.set(key, rule.id)
      }
    }
  })
})

describe.each(rules.map((rule) => [rule.id, rule] as const))('rule %s', (_, rule) => {
  it('is complete', () => {
    for (const text of [
      rule.title,
      rule.message,
      rule.rationale,
      rule.remediation,
      rule.falsePositives,
      rule.question.text,
    ])
      expect(text.trim().length).toBeGreaterThan(10)
    expect(rule.title).not.toMatch(/\.$/)
    expect(rule.message).toMatch(/\{(label|source|target)\}/)
    expect(rule.designPrinciples.length).toBeGreaterThan(0)
    expect(rule.references.length).toBeGreaterThan(0)
    for (const { url } of rule.references)
      expect(url).toMatch(/^https:\/\/[a-z.]*aws\.amazon\.com\//)
  })

  it('names best practices that exist', () => {
    expect(rule.bestPractices.length).toBeGreaterThan(0)
    for (const id of rule.bestPractices) expect(bestPractice(id), id).toBeDefined()
  })

  it('has the pillar and the risk of its best practice, or says why not', () => {
    const [first = ''] = rule.bestPractices
    expect(PILLAR_OF_PREFIX[/^[A-Z]+/.exec(first)?.[0] ?? '']).toBe(rule.pillar)
    const own = rule.risk === 'critical' ? 'high' : rule.risk
    expect(rule.riskNote !== undefined).toBe(own !== bestPractice(first)?.risk)
    if (rule.riskNote !== undefined) expect(rule.riskNote.length).toBeGreaterThan(15)
  })

  it('names services and facts that exist', () => {
    const ids = [
      ...(rule.on.services ?? []),
      ...allParts(rule).flatMap((part) => (part.op === 'service' ? part.ids : [])),
    ]
    for (const id of ids) expect(serviceById(id)?.serviceId, id).toBe(id)
    const keys = allParts(rule).flatMap((part) => ('key' in part ? [part.key] : []))
    for (const key of keys) expect(knownKeys, key).toContain(key)
    for (const step of stepsOf(rule)) {
      if ('key' in step) expect(knownKeys, step.key).toContain(step.key)
      if ('service' in step) expect(serviceById(step.service)?.serviceId).toBe(step.service)
    }
  })

  it('compares choices only with values that can be chosen', () => {
    const services = catalogue.filter((service) => service.depth === 'full')
    for (const part of allParts(rule)) {
      if (part.op !== 'is' && part.op !== 'isOneOf') continue
      const facts = [
        dispositionFact,
        ...services.flatMap((service) => service.facts),
        ...edgeFacts,
        ...groups.flatMap((group) => group.facts),
      ].filter((fact) => fact.key === part.key)
      const values = part.op === 'is' ? [part.value] : part.values
      for (const value of values) {
        const possible = facts.some((fact) =>
          fact.type.kind === 'choice'
            ? fact.type.choices.some((choice) => choice.value === value)
            : fact.type.kind === 'boolean'
              ? typeof value === 'boolean'
              : true,
        )
        expect(possible, `${part.key} = ${String(value)}`).toBe(true)
      }
    }
  })

  it('reads each fact once, so that a verdict is never forced and still unknown', () => {
    for (const expression of [rule.when, rule.assert]) {
      const keys = expression ? ownKeys(expression) : []
      expect(keys).toEqual([...new Set(keys)])
    }
  })

  it('behaves as its examples say', () => {
    const { pass, fail, nearlyFail, ask, notApplicable } = rule.examples
    expect(pass.length).toBeGreaterThan(0)
    expect(notApplicable.length).toBeGreaterThan(0)
    expect(nearlyFail?.length ?? 0).toBeGreaterThan(0)
    if (!parts(rule.assert).every((part) => part.op === 'stated' || part.op === 'and'))
      expect(fail?.length ?? 0).toBeGreaterThan(0)
    const show = (content: BoardContent): string =>
      content.nodes.map((node) => node.id).join(' ') +
      ' / ' +
      content.edges.map((edge) => edge.id).join(' ')
    for (const content of pass) {
      const found = outcomes(rule, content)
      expect(found, show(content)).toContain('pass')
      expect(found, show(content)).not.toContain('fail')
      expect(found, show(content)).not.toContain('ask')
      expect(found, show(content)).not.toContain('error')
    }
    for (const content of fail ?? [])
      expect(outcomes(rule, content), show(content)).toContain('fail')
    for (const content of nearlyFail ?? []) {
      expect(outcomes(rule, content), show(content)).not.toContain('fail')
      expect(outcomes(rule, content), show(content)).not.toContain('error')
    }
    for (const content of ask ?? []) {
      expect(outcomes(rule, content), show(content)).toContain('ask')
      expect(outcomes(rule, content), show(content)).not.toContain('fail')
    }
    for (const content of ask ?? [])
      for (const verdict of evaluateBoard(createBoardView(content), [rule]).asks)
        expect(verdict.needs.length, show(content)).toBeGreaterThan(0)
    for (const content of notApplicable)
      expect(outcomes(rule, content), show(content)).toEqual(['not-applicable'])
  })
})
