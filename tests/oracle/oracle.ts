import { importCloudFormation } from '#shared/formats/importers/cloudformation/import-cloudformation'
import { createBoardView, type BoardView } from '#shared/model/board-view'
import type { BoardNode } from '#shared/model/records'
import { boardContent } from '#shared/model/session'
import type { Rule } from '#shared/rules/define-rule'
import { evaluateBoard } from '#shared/rules/engine'
import { rules as everyRule } from '#shared/rules/registry'
import type { Outcome } from '#shared/rules/verdict'
import type { Verdicts } from '#shared/rules/verdicts'

/** A template with the verdict that another tool gives it. */
export interface LabelledCase {
  case: string
  /** Rule of the other tool. */
  rule: string
  expect: 'NON_COMPLIANCE' | 'COMPLIANCE' | 'ERROR'
  /** Logical ids. */
  violating: readonly string[]
  template: unknown
}

/**
 * What our checks say of a case. `finding`: on every violating resource, or on any at all where none should be.
 * `ask`: at least on one of them only a question. `silent`: neither.
 */
export type Said = 'finding' | 'ask' | 'silent' | 'crash'

/** A difference that was looked at and is meant, by rule of the other tool. */
export interface Adjudication {
  /** Ids of cases; `*` stands for anything. Left out: every case of the rule. */
  cases?: readonly string[]
  expect: LabelledCase['expect']
  ours: Said
  reason: string
}
export type Adjudications = Readonly<Record<string, readonly Adjudication[]>>

export interface Measured {
  case: LabelledCase
  /** Ids of our rules that correspond. */
  rules: readonly string[]
  said: Said
  agrees: boolean
  adjudication: Adjudication | null
}

export interface Measurement {
  results: readonly Measured[]
  /** Cases without a corresponding rule of ours; imported and judged all the same. */
  without: number
  crashes: readonly { case: string; error: string }[]
  /** Adjudications that no case needs any more. */
  unused: readonly { rule: string; adjudication: Adjudication }[]
}

export function readCases(text: string): readonly LabelledCase[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledCase)
}

/** Imports and judges every case with all rules, and compares. */
export function measure(
  cases: readonly LabelledCase[],
  adjudications: Adjudications,
  rules: readonly Rule[] = everyRule,
): Measurement {
  const counterparts = new Map<string, string[]>()
  for (const rule of rules)
    for (const name of rule.crosswalk.cdkNag ?? []) {
      const list = counterparts.get(name)
      if (list) list.push(rule.id)
      else counterparts.set(name, [rule.id])
    }
  const results: Measured[] = []
  const crashes: { case: string; error: string }[] = []
  const used = new Set<Adjudication>()
  let without = 0
  for (const one of cases) {
    const ours = counterparts.get(one.rule) ?? []
    let said: Said
    try {
      said = judge(one, rules, new Set(ours))
    } catch (error) {
      crashes.push({ case: one.case, error: String(error instanceof Error ? error.stack : error) })
      said = 'crash'
    }
    if (ours.length === 0 || one.expect === 'ERROR') {
      without++
      continue
    }
    const agrees =
      one.expect === 'NON_COMPLIANCE' ? said === 'finding' : said === 'silent' || said === 'ask'
    const adjudication = agrees
      ? null
      : ((adjudications[one.rule] ?? []).find((each) => fits(each, one, said)) ?? null)
    if (adjudication) used.add(adjudication)
    results.push({ case: one, rules: ours, said, agrees, adjudication })
  }
  const unused = Object.entries(adjudications).flatMap(([rule, list]) =>
    list.filter((each) => !used.has(each)).map((adjudication) => ({ rule, adjudication })),
  )
  return { results, without, crashes, unused }
}

function fits(adjudication: Adjudication, one: LabelledCase, said: Said): boolean {
  return (
    adjudication.expect === one.expect &&
    adjudication.ours === said &&
    (adjudication.cases ?? ['*']).some((pattern) => matches(pattern, one.case))
  )
}

function matches(pattern: string, text: string): boolean {
  const [head = '', ...rest] = pattern.split('*')
  return rest.length === 0
    ? pattern === text
    : text.startsWith(head) && text.endsWith(rest.at(-1) ?? '')
}

function judge(one: LabelledCase, rules: readonly Rule[], ours: ReadonlySet<string>): Said {
  let ids = 0
  const imported = importCloudFormation(JSON.stringify(one.template), {
    fileName: `${one.case}.json`,
    edit: { newId: () => `n${(++ids).toString(36)}`, now: 0, actor: 'oracle' },
  })
  if (!imported.ok) throw new Error(imported.detail)
  const declared = Object.keys((one.template as { Resources: object }).Resources)
  const lost = declared.filter(
    (id) =>
      !imported.subjects.has(id) && !imported.notImported.some(({ logicalId }) => logicalId === id),
  )
  if (lost.length > 0) throw new Error(`Neither drawn nor refused: ${lost.join(', ')}`)
  const [board] = imported.content.boards
  const content = board && boardContent(imported.content, board.id)
  if (!content) throw new Error('The import made no board')
  const view = createBoardView(content)
  const verdicts = evaluateBoard(view, rules)
  const failed = verdicts.all.find(({ outcome }) => outcome === 'error')
  if (failed) throw new Error(`${failed.ruleId}: ${failed.message}`)
  if (one.expect === 'NON_COMPLIANCE') return ofViolating(one, view, verdicts, ours)
  const all = verdicts.all.filter(({ ruleId }) => ours.has(ruleId)).map(({ outcome }) => outcome)
  return worst(all)
}

function ofViolating(
  one: LabelledCase,
  view: BoardView,
  verdicts: Verdicts,
  ours: ReadonlySet<string>,
): Said {
  const each = one.violating.map((id) =>
    worst(
      view.nodes
        .filter((node) => standsFor(node, id))
        .flatMap((node) => verdicts.of({ kind: 'node', id: node.id }))
        .filter(({ ruleId }) => ours.has(ruleId))
        .map(({ outcome }) => outcome),
    ),
  )
  if (each.includes('silent')) return 'silent'
  return each.includes('ask') ? 'ask' : 'finding'
}

function standsFor(node: BoardNode, id: string): boolean {
  const ids = node.facts['logicalIds']?.value
  return Array.isArray(ids) && ids.includes(id)
}

function worst(outcomes: readonly Outcome[]): Said {
  return outcomes.includes('fail') ? 'finding' : outcomes.includes('ask') ? 'ask' : 'silent'
}

/** The report as lines of text: a table by rule, then the differences. */
export function* reportLines(
  { results, without, crashes, unused }: Measurement,
  options: { all?: boolean; only?: readonly string[] } = {},
): Generator<string> {
  const ids = [...new Set(results.flatMap(({ rules }) => rules))].sort()
  const chosen = (result: Measured): boolean =>
    (options.only ?? []).length === 0 ||
    (options.only ?? []).some((name) => result.rules.includes(name) || result.case.rule === name)
  yield row([
    'rule',
    'cases',
    'violations',
    'found',
    'asked',
    'missed',
    'clean',
    'false',
    'raw',
    'adjudicated',
  ])
  for (const id of ids)
    yield tableRow(
      id,
      results.filter(({ rules }) => rules.includes(id)),
    )
  yield tableRow('all', results)
  yield `${without} cases have no counterpart; ${crashes.length} crashes`
  for (const { case: name, error } of crashes) yield `CRASH ${name}: ${error}`
  for (const result of results.filter(chosen)) {
    const { case: one, rules, said, agrees, adjudication } = result
    if (agrees || (adjudication && options.all !== true)) continue
    yield `${one.case} ${one.rule} [${rules.join(', ')}] expects ${one.expect}${one.violating.length > 0 ? ` of ${one.violating.join(', ')}` : ''}, ours: ${said}${adjudication ? ` (${adjudication.reason})` : ''}`
  }
  for (const { rule, adjudication } of unused)
    yield `not needed: ${rule} ${adjudication.cases?.join(' ') ?? '*'} ${adjudication.expect} ${adjudication.ours}`
}

function tableRow(name: string, results: readonly Measured[]): string {
  const bad = results.filter((one) => one.case.expect === 'NON_COMPLIANCE')
  const good = results.filter((one) => one.case.expect === 'COMPLIANCE')
  const count = (list: readonly Measured[], said: Said): number =>
    list.filter((one) => one.said === said).length
  return row([
    name,
    results.length,
    bad.length,
    count(bad, 'finding'),
    count(bad, 'ask'),
    count(bad, 'silent'),
    good.length,
    count(good, 'finding'),
    percent(results.filter((one) => one.agrees).length, results.length),
    percent(results.filter((one) => one.agrees || one.adjudication).length, results.length),
  ])
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`
}

function row(cells: readonly (string | number)[]): string {
  return cells
    .map((cell, i) => (i === 0 ? String(cell).padEnd(8) : String(cell).padStart(12)))
    .join('')
}
