import { z } from 'zod'
import { catalogue, serviceById } from '../catalogue/catalogue'
import { edgeFacts } from '../catalogue/edge-facts'
import { groups } from '../catalogue/groups'
import { isDeeperThan } from '../lib/json-depth'
import { createBoardView } from '../model/board-view'
import { EdgeKind, GroupKind } from '../model/records'
import { bestPractice } from '../rules/best-practices'
import { parseBoard } from '../rules/board-text'
import { DESIGN_PRINCIPLES, PILLARS, type Rule } from '../rules/define-rule'
import { evaluateBoard } from '../rules/engine'
import { ruleById } from '../rules/registry'
import { ExpressionSchema, PACK_LIMITS, partsOf } from './expression-schema'

export const PACK_FORMAT = 'drawbridge-rules'

const RiskSchema = z.enum(['critical', 'high', 'medium', 'low'])
const words = z.string().min(3).max(PACK_LIMITS.chars)
const id = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{1,11}(-[A-Z0-9]{1,11}){1,3}$/, 'is not an id such as ACME-01')
const scalar = z.union([z.string().max(500), z.number(), z.boolean()])
const boardText = z.string().max(PACK_LIMITS.chars)
const boards = z.array(boardText).max(10).optional()

const FixSchema = z.strictObject({
  title: words,
  steps: z
    .array(
      z.discriminatedUnion('do', [
        z.strictObject({
          do: z.literal('setFact'),
          key: z.string().min(1).max(100),
          value: scalar,
        }),
        z.strictObject({
          do: z.enum(['atLeast', 'atMost']),
          key: z.string().min(1).max(100),
          value: z.number(),
        }),
      ]),
    )
    .min(1)
    .max(10),
})

const PackRule = z.strictObject({
  id,
  title: words,
  pillar: z.enum(PILLARS),
  designPrinciples: z.array(z.enum(DESIGN_PRINCIPLES)).min(1).max(7).optional(),
  risk: RiskSchema,
  bestPractices: z.array(z.string().max(20)).max(10).optional(),
  on: z.strictObject({
    services: z.array(z.string().max(100)).max(100).optional(),
    traits: z.array(z.string().max(40)).max(40).optional(),
    groups: z.array(GroupKind).optional(),
    edges: z.array(EdgeKind).optional(),
    board: z.boolean().optional(),
  }),
  when: ExpressionSchema.optional(),
  assert: ExpressionSchema,
  message: words,
  rationale: words.optional(),
  remediation: words.optional(),
  falsePositives: words.optional(),
  question: words,
  fix: FixSchema.optional(),
  references: z
    .array(
      z.strictObject({
        title: words,
        url: z
          .string()
          .max(500)
          .regex(/^https:\/\//, 'is not an https address'),
      }),
    )
    .max(10)
    .optional(),
  examples: z
    .strictObject({ pass: boards, fail: boards, ask: boards, notApplicable: boards })
    .optional(),
})

const PackFile = z.strictObject({
  format: z.literal(PACK_FORMAT),
  version: z.literal(1),
  name: z.string().min(1).max(200),
  description: z.string().max(PACK_LIMITS.chars).optional(),
  /** Rules of ours that are not wanted. */
  disable: z.array(z.string().max(40)).max(200).optional(),
  /** Other risks for rules of ours. */
  risk: z.record(z.string().max(40), RiskSchema).optional(),
  /** Other thresholds: rule → fact → number. */
  parameters: z.record(z.string().max(40), z.record(z.string().max(100), z.number())).optional(),
  rules: z.array(PackRule).max(PACK_LIMITS.rules).optional(),
})
type PackFile = z.infer<typeof PackFile>

/** A pack that was read and found sound. */
export interface RulePack {
  name: string
  description: string
  disable: ReadonlySet<string>
  risk: ReadonlyMap<string, Rule['risk']>
  parameters: ReadonlyMap<string, ReadonlyMap<string, number>>
  rules: readonly Rule[]
}

export type PackResult =
  | { ok: true; pack: RulePack }
  /** Each problem says where in the file and what is wrong, for the person who wrote it. */
  | { ok: false; problems: readonly string[] }

const MOST_PROBLEMS = 20

/** Reads the JSON text of a rule pack. Never throws, runs nothing of what is in it, and takes a sound pack whole or not at all. */
export function readPack(text: string): PackResult {
  if (text.length > PACK_LIMITS.textChars)
    return { ok: false, problems: [`The pack is larger than ${PACK_LIMITS.textChars / 1024} KB.`] }
  if (isDeeperThan(text, MAX_JSON_DEPTH))
    return { ok: false, problems: ['The pack is nested too deeply.'] }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const said = error instanceof Error ? error.message : 'not JSON'
    return { ok: false, problems: [`The pack is not JSON: ${said}`] }
  }
  const parsed = PackFile.safeParse(json)
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues
        .slice(0, MOST_PROBLEMS)
        .map(({ path, message }) => `${path.map(String).join('.') || 'the pack'}: ${message}`),
    }
  const problems = [...problemsIn(parsed.data)].slice(0, MOST_PROBLEMS)
  if (problems.length > 0) return { ok: false, problems }
  const pack = packOf(parsed.data)
  const failing = [...failingExamples(parsed.data, pack)].slice(0, MOST_PROBLEMS)
  return failing.length > 0 ? { ok: false, problems: failing } : { ok: true, pack }
}

const MAX_JSON_DEPTH = 64

const factKeys = new Set([
  'disposition',
  ...catalogue.flatMap((service) => service.facts.map((fact) => fact.key)),
  ...groups.flatMap((group) => group.facts.map((fact) => fact.key)),
  ...edgeFacts.map((fact) => fact.key),
])
const traits = new Set<string>(catalogue.flatMap((service) => service.traits))
const scopes = new Set<string>(catalogue.map((service) => service.scope))

/** What the shape alone does not show: names that do not exist, and rules that would cost too much. */
function* problemsIn(file: PackFile): Generator<string> {
  for (const [i, ruleId] of (file.disable ?? []).entries())
    if (!ruleById(ruleId)) yield `disable.${i}: there is no rule ${ruleId}`
  for (const ruleId of Object.keys(file.risk ?? {}))
    if (!ruleById(ruleId)) yield `risk.${ruleId}: there is no such rule`
  for (const [ruleId, values] of Object.entries(file.parameters ?? {})) {
    const rule = ruleById(ruleId)
    if (!rule) yield `parameters.${ruleId}: there is no such rule`
    else
      for (const key of Object.keys(values))
        if (!thresholdsOf(rule).has(key))
          yield `parameters.${ruleId}.${key}: ${ruleId} compares no such number; it has ${[...thresholdsOf(rule)].join(', ') || 'none'}`
  }
  const seen = new Set<string>()
  for (const [i, rule] of (file.rules ?? []).entries()) {
    const at = `rules.${i}`
    if (ruleById(rule.id))
      yield `${at}.id: ${rule.id} is a rule of ours; disable or re-rank it instead`
    if (seen.has(rule.id)) yield `${at}.id: ${rule.id} is there twice`
    seen.add(rule.id)
    if (Object.values(rule.on).every((list) => !list || (Array.isArray(list) && list.length === 0)))
      yield `${at}.on: names nothing to look at`
    for (const name of rule.on.services ?? [])
      if (serviceById(name)?.serviceId !== name)
        yield `${at}.on.services: there is no service ${name}`
    for (const name of rule.on.traits ?? [])
      if (!traits.has(name)) yield `${at}.on.traits: there is no trait ${name}`
    for (const name of rule.bestPractices ?? [])
      if (!bestPractice(name)) yield `${at}.bestPractices: there is no best practice ${name}`
    for (const step of rule.fix?.steps ?? [])
      if (!factKeys.has(step.key)) yield `${at}.fix: nothing has a fact ${step.key}`
    yield* problemsOf(at, rule)
  }
}

function* problemsOf(at: string, rule: z.infer<typeof PackRule>): Generator<string> {
  let count = 0
  for (const field of ['when', 'assert'] as const) {
    const expression = rule[field]
    if (!expression) continue
    for (const { part, depth, quantifiers } of partsOf(expression)) {
      if (++count > PACK_LIMITS.parts) {
        yield `${at}: says more than ${PACK_LIMITS.parts} things`
        return
      }
      if (depth > PACK_LIMITS.depth) {
        yield `${at}.${field}: is nested deeper than ${PACK_LIMITS.depth}`
        return
      }
      if (quantifiers > PACK_LIMITS.quantifiers)
        yield `${at}.${field}: has more than ${PACK_LIMITS.quantifiers} of any, all, none and count inside each other`
      if (
        'over' in part &&
        ['nodes', 'edges'].includes(part.over.relation) &&
        (!rule.on.board || quantifiers > 1)
      )
        yield `${at}.${field}: looks at the whole board, which only a rule on the board itself may, once`
      if ('key' in part && !factKeys.has(part.key))
        yield `${at}.${field}: nothing has a fact ${part.key}`
      if (part.op === 'service')
        for (const name of part.ids)
          if (serviceById(name)?.serviceId !== name)
            yield `${at}.${field}: there is no service ${name}`
      if (part.op === 'trait')
        for (const name of part.traits)
          if (!traits.has(name)) yield `${at}.${field}: there is no trait ${name}`
      if (part.op === 'scope')
        for (const name of part.scopes)
          if (!scopes.has(name)) yield `${at}.${field}: there is no scope ${name}`
    }
  }
}

/** Facts whose numbers a rule compares, so that a pack may set other ones. */
export function thresholdsOf(rule: Rule): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const expression of [rule.when, rule.assert])
    if (expression)
      for (const { part } of partsOf(expression))
        if (part.op === 'atLeast' || part.op === 'atMost') keys.add(part.key)
  return keys
}

function packOf(file: PackFile): RulePack {
  return {
    name: file.name,
    description: file.description ?? '',
    disable: new Set(file.disable),
    risk: new Map(Object.entries(file.risk ?? {})),
    parameters: new Map(
      Object.entries(file.parameters ?? {}).map(([ruleId, values]) => [
        ruleId,
        new Map(Object.entries(values)),
      ]),
    ),
    rules: (file.rules ?? []).map((rule): Rule => ({
      id: rule.id,
      title: rule.title,
      pillar: rule.pillar,
      designPrinciples: rule.designPrinciples ?? ['dontFearConstraints'],
      risk: rule.risk,
      bestPractices: rule.bestPractices ?? [],
      // Traits were compared with the catalogue's.
      on: rule.on as Rule['on'],
      ...(rule.when ? { when: rule.when } : {}),
      assert: rule.assert,
      message: rule.message,
      rationale: rule.rationale ?? `A rule of the pack “${file.name}”.`,
      remediation: rule.remediation ?? '',
      falsePositives: rule.falsePositives ?? '',
      question: { text: rule.question, askWhom: 'customer' },
      fix: rule.fix ? { kind: 'automatic', ...rule.fix } : { kind: 'none' },
      references: rule.references ?? [],
      crosswalk: {},
      examples: { pass: [], notApplicable: [] },
    })),
  }
}

const WANTED = { pass: 'pass', fail: 'fail', ask: 'ask', notApplicable: 'not-applicable' } as const

/** Runs the examples of a pack's rules: they are its tests. */
function* failingExamples(file: PackFile, pack: RulePack): Generator<string> {
  for (const [i, { examples, id: ruleId }] of (file.rules ?? []).entries()) {
    const rule = pack.rules[i]
    if (!examples || !rule) continue
    for (const [kind, wanted] of Object.entries(WANTED))
      for (const [n, text] of (examples[kind as keyof typeof WANTED] ?? []).entries()) {
        // the keys of WANTED
        const at = `rules.${i}.examples.${kind}.${n}`
        try {
          const { all } = evaluateBoard(createBoardView(parseBoard(text)), [rule])
          const outcomes = new Set(all.map(({ outcome }) => outcome))
          const found = outcomes.size === 0 ? 'not-applicable' : [...outcomes].join(', ')
          if (!outcomes.has(wanted) && found !== wanted)
            yield `${at}: ${ruleId} says “${found}” about this board, not “${wanted}”`
        } catch (error) {
          yield `${at}: ${error instanceof Error ? error.message : String(error)}`
        }
      }
  }
}
