import type { BoardView } from '../model/board-view'
import type { FactValue, Waiver } from '../model/records'
import { coverageOf } from '../rules/coverage'
import type { Risk, Rule } from '../rules/define-rule'
import { evaluateBoard } from '../rules/engine'
import { labelOf } from '../rules/judge'
import { catalogueKnowledge } from '../rules/knowledge'
import type { Subject, Verdict } from '../rules/verdict'
import { applyWaivers } from '../rules/waivers'

/** What the checks say about one or several files, as it is printed for machines. */
export interface CheckReport {
  files: FileReport[]
}

export interface FileReport {
  file: string
  boards: BoardReport[]
  /** Parts of a template that were not understood. */
  notImported: { logicalId: string; type: string; reason: string }[]
  /** Why the file could not be checked; left out where it could. */
  error?: { code: string; message: string }
}

export interface BoardReport {
  board: string
  kind: string
  /** Decided ÷ applicable, 0 to 1; `null` where nothing applies. */
  coverage: number | null
  /** Pass ÷ (pass + fail), 0 to 1; `null` where nothing is decided. */
  posture: number | null
  verdicts: VerdictReport[]
}

export interface VerdictReport {
  rule: string
  risk: Risk
  verdict: 'pass' | 'fail' | 'ask' | 'error'
  subject: string
  label: string
  logicalId?: string
  message: string
  because: { subject: string; key: string | null; value: FactValue | null }[]
  needs: { subject: string; key: string }[]
  waived?: { category: Waiver['category']; reason: string; author: string; expiresAt: string }
}

/**
 * What the rules say about a board, in the order in which a person reads it: findings by risk, then questions, then
 * what holds.
 *
 * @param now milliseconds since the epoch; a waiver past its day does not count
 */
export function reportBoard(
  view: BoardView,
  rules: readonly Rule[],
  waivers: readonly Waiver[],
  now: number,
): BoardReport {
  const verdicts = evaluateBoard(view, rules)
  const { overall } = coverageOf(verdicts.all)
  const waived = new Map(
    applyWaivers(view, verdicts.findings, waivers, now).waived.map((one) => [
      one.verdict,
      one.waiver,
    ]),
  )
  return {
    board: view.board.name,
    kind: view.board.kind,
    coverage: overall.coverage,
    posture: overall.posture,
    verdicts: verdicts.all
      .flatMap((verdict) => reportVerdict(view, verdict, waived.get(verdict)))
      .sort(byImportance),
  }
}

function reportVerdict(
  view: BoardView,
  verdict: Verdict,
  waiver: Waiver | undefined,
): VerdictReport | [] {
  if (verdict.outcome === 'not-applicable') return []
  const logicalId = logicalIdOf(view, verdict.subject)
  return {
    rule: verdict.ruleId,
    risk: verdict.risk,
    verdict: verdict.outcome,
    subject: verdict.subject.id,
    label: nameOf(view, verdict.subject),
    ...(logicalId === undefined ? {} : { logicalId }),
    message: verdict.message,
    because: verdict.because.map(({ subject, key, value }) => ({
      subject: subject.id,
      key,
      value,
    })),
    needs: verdict.needs.map(({ subject, key }) => ({ subject: subject.id, key })),
    ...(waiver
      ? {
          waived: {
            category: waiver.category,
            reason: waiver.reason,
            author: waiver.author,
            expiresAt: new Date(waiver.expiresAt).toISOString(),
          },
        }
      : {}),
  }
}

function nameOf(view: BoardView, subject: Subject): string {
  const thing =
    subject.kind === 'node'
      ? view.node(subject.id)
      : subject.kind === 'edge'
        ? view.edge(subject.id)
        : view.board
  return thing ? labelOf(view, catalogueKnowledge, thing) : subject.id
}

/** The resource of a template that a node was made from: the first of those it stands for. */
function logicalIdOf(view: BoardView, subject: Subject): string | undefined {
  if (subject.kind !== 'node') return undefined
  const ids = view.node(subject.id)?.facts['logicalIds']?.value
  return Array.isArray(ids) ? ids[0] : undefined
}

export const RISKS: readonly Risk[] = ['critical', 'high', 'medium', 'low']
const OUTCOMES: readonly VerdictReport['verdict'][] = ['fail', 'error', 'ask', 'pass']

function byImportance(a: VerdictReport, b: VerdictReport): number {
  return (
    OUTCOMES.indexOf(a.verdict) - OUTCOMES.indexOf(b.verdict) ||
    RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.subject < b.subject ? -1 : 1)
  )
}

/** Whether a report holds a finding, not waived, of at least this risk. */
export function hasFindings({ files }: CheckReport, least: Risk): boolean {
  return files.some(({ boards }) =>
    boards.some(({ verdicts }) =>
      verdicts.some(
        ({ verdict, risk, waived }) =>
          verdict === 'fail' && !waived && RISKS.indexOf(risk) <= RISKS.indexOf(least),
      ),
    ),
  )
}
