import type { RulePackRecord } from '../model/records'
import type { Rule } from '../rules/define-rule'
import type { Expression } from '../rules/expression'
import type { FixStep } from '../rules/fix'
import { rules as ownRules } from '../rules/registry'
import { readPack, type RulePack } from './read-pack'

/** The rules in force: ours, as the packs changed them, and the packs' own; by id. */
export function applyPacks(
  packs: readonly RulePack[],
  rules: readonly Rule[] = ownRules,
): readonly Rule[] {
  if (packs.length === 0) return rules
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  for (const pack of packs) {
    for (const id of pack.disable) byId.delete(id)
    for (const [id, values] of pack.parameters) {
      const rule = byId.get(id)
      if (rule) byId.set(id, withThresholds(rule, values))
    }
    for (const [id, risk] of pack.risk) {
      const rule = byId.get(id)
      if (rule) byId.set(id, { ...rule, risk, riskNote: `Set by the rule pack “${pack.name}”.` })
    }
    // The first pack that brings an id keeps it.
    for (const rule of pack.rules) if (!byId.has(rule.id)) byId.set(rule.id, rule)
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The enabled packs of a session, and what is wrong with those that cannot be used. */
export function sessionPacks(records: readonly RulePackRecord[]): {
  packs: readonly RulePack[]
  problems: readonly string[]
} {
  const packs: RulePack[] = []
  const problems: string[] = []
  for (const { name, text, enabled } of records) {
    if (!enabled) continue
    const read = readPack(text)
    if (read.ok) packs.push(read.pack)
    else problems.push(...read.problems.map((problem) => `${name}: ${problem}`))
  }
  return { packs, problems }
}

function withThresholds(rule: Rule, values: ReadonlyMap<string, number>): Rule {
  const step = (one: FixStep): FixStep => {
    if (one.do !== 'atLeast' && one.do !== 'atMost' && one.do !== 'setFact') return one
    const value = values.get(one.key)
    return value === undefined || typeof one.value !== 'number' ? one : { ...one, value }
  }
  const { fix } = rule
  return {
    ...rule,
    ...(rule.when ? { when: replaced(rule.when, values) } : {}),
    assert: replaced(rule.assert, values),
    fix:
      fix.kind === 'automatic'
        ? { ...fix, steps: fix.steps.map(step) }
        : fix.kind === 'suggestion'
          ? {
              ...fix,
              choices: fix.choices.map((choice) => ({ ...choice, steps: choice.steps.map(step) })),
            }
          : fix,
  }
}

function replaced(expression: Expression, values: ReadonlyMap<string, number>): Expression {
  switch (expression.op) {
    case 'and':
    case 'or':
      return { ...expression, of: expression.of.map((part) => replaced(part, values)) }
    case 'not':
      return { ...expression, of: replaced(expression.of, values) }
    case 'any':
    case 'all':
    case 'none':
    case 'count':
      return { ...expression, where: replaced(expression.where, values) }
    case 'atLeast':
    case 'atMost':
      return { ...expression, value: values.get(expression.key) ?? expression.value }
    default:
      return expression
  }
}
