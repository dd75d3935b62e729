import { previewBoard } from '../model/apply-patch'
import type { BoardView } from '../model/board-view'
import type { EditContext } from '../model/edit-context'
import type { Patch } from '../model/patch'
import type { Risk, Rule } from '../rules/define-rule'
import type { FixChoice } from '../rules/fix'
import { subjectKey, type Subject, type Verdict } from '../rules/verdict'
import type { Verdicts } from '../rules/verdicts'
import { patchOfSteps } from './steps'

/** A repair that may be offered: what it changes, and what the checks say afterwards. */
export interface FixOffer {
  title: string
  patch: Patch
  /** The board as it would be. */
  after: BoardView
  /** Findings that go. */
  gone: readonly Verdict[]
  /** Findings that come: all of lower risk than the one repaired. */
  came: readonly Verdict[]
}

/** Judges a board that is only tried out. */
export type JudgeTrial = (view: BoardView) => Verdicts

const WEIGHT: Readonly<Record<Risk, number>> = { low: 0, medium: 1, high: 2, critical: 3 }

/** The ways to repair a rule's findings; none where only an answer or a new design helps. */
export function choicesOf({ fix }: Rule): readonly FixChoice[] {
  if (fix.kind === 'automatic') return [fix]
  return fix.kind === 'suggestion' ? fix.choices : []
}

/** What a repair changes. Nothing where there is no such finding: a repaired board is not repaired again. */
export function patchOfFix(
  view: BoardView,
  before: Verdicts,
  rule: Rule,
  subject: Subject,
  choice: FixChoice,
  edit: EditContext,
): Patch {
  return isBroken(before, rule.id, subject) ? patchOfSteps(view, subject, choice.steps, edit) : []
}

/**
 * Tries a repair out. `null` when it must not be offered: the finding would stay, a rule would fail to run, or another
 * finding of the same or a higher risk would come.
 */
export function offerFix(
  view: BoardView,
  before: Verdicts,
  rule: Rule,
  subject: Subject,
  choice: FixChoice,
  edit: EditContext,
  judge: JudgeTrial,
): FixOffer | null {
  const patch = patchOfFix(view, before, rule, subject, choice, edit)
  if (patch.length === 0) return null
  const after = previewBoard(view, patch)
  const verdicts = judge(after)
  if (isBroken(verdicts, rule.id, subject)) return null
  if (verdicts.withOutcome('error').length > before.withOutcome('error').length) return null
  const was = new Map(before.findings.map((verdict) => [keyOf(verdict), verdict]))
  const is = new Map(verdicts.findings.map((verdict) => [keyOf(verdict), verdict]))
  const came = [...is].filter(([key]) => !was.has(key)).map(([, verdict]) => verdict)
  if (came.some(({ risk }) => WEIGHT[risk] >= WEIGHT[rule.risk])) return null
  const gone = [...was].filter(([key]) => !is.has(key)).map(([, verdict]) => verdict)
  return { title: choice.title, patch, after, gone, came }
}

function isBroken(verdicts: Verdicts, ruleId: string, subject: Subject): boolean {
  return verdicts
    .of(subject)
    .some((verdict) => verdict.ruleId === ruleId && verdict.outcome === 'fail')
}

function keyOf({ ruleId, subject }: Verdict): string {
  return `${ruleId} ${subjectKey(subject)}`
}
