import { bestPractices, type BestPractice } from './best-practices'
import { PILLARS, type Pillar, type Rule } from './define-rule'
import type { Verdict } from './verdict'

/**
 * `holds`: every check of it that applies holds. `findings`: at least one is broken. `questions`: none is broken, at
 * least one is not decided. `notApplicable`: there are checks, none applies to what is on the board. `notADrawing`: no
 * rule checks it, since no drawing can answer it.
 */
export type PracticeState = 'holds' | 'findings' | 'questions' | 'notApplicable' | 'notADrawing'

export const PRACTICE_STATES: readonly PracticeState[] = [
  'findings',
  'questions',
  'holds',
  'notApplicable',
  'notADrawing',
]

/** How a board stands to one best practice of the Well-Architected Framework. */
export interface PracticeOnBoard {
  practice: BestPractice
  state: PracticeState
  /** Those that somebody waived among them: waived is not mended. */
  findings: readonly Verdict[]
  /** Checks that hold. */
  holds: number
  /** Checks that wait for an answer, and such as could not be carried out. */
  questions: number
  ruleIds: readonly string[]
}

/** All best practices by pillar, each in the order of their ids. */
export type WellArchitected = Readonly<Record<Pillar, readonly PracticeOnBoard[]>>

/**
 * What the verdicts on a board say about each best practice.
 *
 * @param rules every rule there is, those switched off included: a practice is beyond drawings only where none checks it
 */
export function wellArchitected(
  rules: readonly Rule[],
  verdicts: readonly Verdict[],
): WellArchitected {
  const byRule = new Map<string, RuleCount>()
  for (const verdict of verdicts) count(byRule, verdict)
  const rulesOf = new Map<string, Set<string>>()
  for (const { id, bestPractices: served } of rules)
    for (const practice of served) {
      const known = rulesOf.get(practice)
      if (known) known.add(id)
      else rulesOf.set(practice, new Set([id]))
    }
  const made = record()
  for (const practice of bestPractices)
    made[pillarOf(practice.id)].push(
      onBoard(practice, [...(rulesOf.get(practice.id) ?? [])], byRule),
    )
  return made
}

/** The pillar that a best practice belongs to, by the letters that its id begins with. */
export function pillarOf(practiceId: string): Pillar {
  const pillar = PREFIXES[/^[A-Z]+/.exec(practiceId)?.[0] ?? '']
  if (!pillar) throw new Error(`No pillar has a best practice ${practiceId}`)
  return pillar
}

interface RuleCount {
  findings: Verdict[]
  holds: number
  questions: number
}

const PREFIXES: Readonly<Record<string, Pillar>> = {
  OPS: 'operationalExcellence',
  SEC: 'security',
  REL: 'reliability',
  PERF: 'performanceEfficiency',
  COST: 'costOptimization',
  SUS: 'sustainability',
}

function count(byRule: Map<string, RuleCount>, verdict: Verdict): void {
  if (verdict.outcome === 'not-applicable') return
  let counts = byRule.get(verdict.ruleId)
  if (!counts) byRule.set(verdict.ruleId, (counts = { findings: [], holds: 0, questions: 0 }))
  if (verdict.outcome === 'fail') counts.findings.push(verdict)
  else if (verdict.outcome === 'pass') counts.holds += 1
  else counts.questions += 1
}

function onBoard(
  practice: BestPractice,
  ruleIds: readonly string[],
  byRule: ReadonlyMap<string, RuleCount>,
): PracticeOnBoard {
  const counts = ruleIds.flatMap((id) => byRule.get(id) ?? [])
  const findings = counts.flatMap((one) => one.findings)
  const holds = counts.reduce((sum, one) => sum + one.holds, 0)
  const questions = counts.reduce((sum, one) => sum + one.questions, 0)
  const state: PracticeState =
    ruleIds.length === 0
      ? 'notADrawing'
      : findings.length > 0
        ? 'findings'
        : questions > 0
          ? 'questions'
          : holds > 0
            ? 'holds'
            : 'notApplicable'
  return { practice, state, findings, holds, questions, ruleIds }
}

function record(): Record<Pillar, PracticeOnBoard[]> {
  // Every pillar is in the list.
  return Object.fromEntries(PILLARS.map((pillar) => [pillar, []])) as unknown as Record<
    Pillar,
    PracticeOnBoard[]
  >
}
