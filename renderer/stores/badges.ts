import { allAtOnce, type Pieces } from '#shared/lib/pieces'
import type { BoardView } from '#shared/model/board-view'
import type { NodeId } from '#shared/model/ids'
import type { Waiver } from '#shared/model/records'
import type { Risk } from '#shared/rules/define-rule'
import type { Verdict } from '#shared/rules/verdict'
import type { Verdicts } from '#shared/rules/verdicts'
import { applyWaivers } from '#shared/rules/waivers'
import { RISK_ORDER } from './risk-order'

/** What a node's badge says. */
export interface NodeVerdictBadge {
  /** Risk of the worst finding; `null` when there are only questions. */
  worst: Risk | null
  findings: number
  questions: number
}

/** Nodes whose badges are worked out in one piece. */
const BADGES_AT_A_TIME = 1000

/**
 * Badges by node, waived findings left out; of `all` nodes, or of those whose verdicts changed. Those that did not change keep their identity, so that their nodes do not
 * render again, and only what an edit changed is counted again.
 */
export function badgesAfter(
  ...of: Parameters<typeof badgesInPieces>
): ReadonlyMap<NodeId, NodeVerdictBadge> {
  return allAtOnce(badgesInPieces(...of))
}

/** The same in pieces of a millisecond or two. */
export function* badgesInPieces(
  before: ReadonlyMap<NodeId, NodeVerdictBadge>,
  verdicts: Verdicts,
  view: BoardView,
  waivers: readonly Waiver[],
  now: number,
  all: boolean,
): Pieces<ReadonlyMap<NodeId, NodeVerdictBadge>> {
  const changes = all ? null : verdicts.changes
  const ids = changes
    ? changes.flatMap(({ subject }) => (subject.kind === 'node' ? [subject.id] : []))
    : view.nodes.map(({ id }) => id)
  const made = changes ? new Map(before) : new Map<NodeId, NodeVerdictBadge>()
  const hasWaivers = waivers.some((waiver) => waiver.boardId === view.board.id)
  for (const [i, id] of ids.entries()) {
    if (i % BADGES_AT_A_TIME === BADGES_AT_A_TIME - 1) yield
    const own = verdicts.of({ kind: 'node', id })
    const failing = own.filter((verdict) => verdict.outcome === 'fail')
    const open = hasWaivers ? applyWaivers(view, failing, waivers, now).open : failing
    const badge = badgeOf(open, own.filter((verdict) => verdict.outcome === 'ask').length)
    const old = before.get(id)
    if (!badge) made.delete(id)
    else if (old && same(old, badge)) made.set(id, old)
    else made.set(id, badge)
  }
  return made
}

function badgeOf(findings: readonly Verdict[], questions: number): NodeVerdictBadge | null {
  if (findings.length + questions === 0) return null
  let worst: Risk | null = null
  for (const { risk } of findings)
    if (worst === null || RISK_ORDER[risk] < RISK_ORDER[worst]) worst = risk
  return { worst, findings: findings.length, questions }
}

function same(a: NodeVerdictBadge, b: NodeVerdictBadge): boolean {
  return a.worst === b.worst && a.findings === b.findings && a.questions === b.questions
}

/** What a badge says in words: "2 findings, 1 question". */
export function badgeWords({ findings, questions }: NodeVerdictBadge): string {
  const counted = (count: number, word: string): string =>
    count === 0 ? '' : `${count} ${word}${count === 1 ? '' : 's'}`
  return [counted(findings, 'finding'), counted(questions, 'question')].filter(Boolean).join(', ')
}
