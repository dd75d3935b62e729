import type { BoardView } from '../model/board-view'
import type { Because, Need, Outcome, Subject, Verdict } from './verdict'
import { subjectKey } from './verdict'
import type { Rule } from './define-rule'
import { evaluate } from './evaluate'
import type { RuleIndex } from './rule-index'
import { isEdge, isNode, subjectOf, type Scene, type Thing } from './scene'
import type { Knowledge } from './knowledge'

/** What one rule says about one thing. A rule that throws is shown as an error, never as a pass. */
export function judge(scene: Scene, rule: Rule, thing: Thing): Verdict {
  try {
    return judged(scene, rule, thing)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return verdict(rule, subjectOf(thing), 'error', `${rule.id} could not be checked: ${said}`)
  }
}

/** What all rules say about one thing, in the order of the rules. */
export function judgeThing(scene: Scene, index: RuleIndex, thing: Thing): readonly Verdict[] {
  scene.look(thing)
  return index.rulesFor(thing).map((rule) => judge(scene, rule, thing))
}

function judged(scene: Scene, rule: Rule, thing: Thing): Verdict {
  const subject = subjectOf(thing)
  if (rule.when) {
    const applies = evaluate(scene, thing, rule.when)
    if (applies.value === false)
      return verdict(rule, subject, 'not-applicable', rule.title, applies.because)
    if (applies.value === 'unknown') return askOrLeave(scene, rule, thing, subject, applies.needs)
  }
  const holds = evaluate(scene, thing, rule.assert)
  if (holds.value === 'unknown') return askOrLeave(scene, rule, thing, subject, holds.needs)
  if (holds.value) return verdict(rule, subject, 'pass', rule.title, holds.because)
  return verdict(rule, subject, 'fail', fill(scene, rule.message, thing), holds.because)
}

/** A question; where all that it waits for is known not to apply, the rule does not apply. */
function askOrLeave(
  scene: Scene,
  rule: Rule,
  thing: Thing,
  subject: Subject,
  needs: readonly Need[],
): Verdict {
  const open = needs.filter((need) => !need.moot)
  if (open.length === 0 && needs.length > 0)
    return verdict(
      rule,
      subject,
      'not-applicable',
      rule.title,
      needs.map((need) => ({ subject: need.subject, key: need.key, value: null })),
    )
  return verdict(rule, subject, 'ask', fill(scene, rule.question.text, thing), [], open)
}

function verdict(
  rule: Rule,
  subject: Subject,
  outcome: Outcome,
  message: string,
  because: readonly Because[] = [],
  needs: readonly Need[] = [],
): Verdict {
  const { id: ruleId, risk, pillar, designPrinciples } = rule
  return {
    ruleId,
    subject,
    outcome,
    risk,
    pillar,
    designPrinciples,
    message,
    because: unique(because, (one) => `${subjectKey(one.subject)} ${one.key ?? ''}`),
    needs: unique(needs, (one) => `${subjectKey(one.subject)} ${one.key}`),
  }
}

/** What people call a thing: its label, or its service's short name, or for a connector its two ends. */
export function labelOf(view: BoardView, knowledge: Knowledge, thing: Thing): string {
  if (isEdge(thing)) {
    if (thing.label !== '') return thing.label
    const [from, to] = [view.node(thing.source), view.node(thing.target)]
    return `${from ? labelOf(view, knowledge, from) : '?'} to ${to ? labelOf(view, knowledge, to) : '?'}`
  }
  if (!isNode(thing)) return thing.name
  if (thing.label !== '') return thing.label
  if (thing.kind === 'group') return thing.groupKind
  return knowledge.service(thing.serviceId)?.shortName ?? thing.serviceId
}

function fill(scene: Scene, text: string, thing: Thing): string {
  const { view, knowledge } = scene
  const end = (which: 'source' | 'target'): string => {
    const node = isEdge(thing) ? scene.node(thing[which]) : undefined
    return node ? labelOf(view, knowledge, node) : '?'
  }
  if (isEdge(thing)) {
    scene.node(thing.source)
    scene.node(thing.target)
  }
  return text.replace(/\{(label|source|target)\}/g, (_, what: string) =>
    what === 'source' || what === 'target' ? end(what) : labelOf(view, knowledge, thing),
  )
}

/** Sorted and without repeats, so that the order in which things were drawn does not show. */
function unique<T>(list: readonly T[], key: (one: T) => string): readonly T[] {
  if (list.length < 2) return list
  const byKey = new Map<string, T>()
  for (const one of list) byKey.set(key(one), one)
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}
