import { createStore, type StoreApi } from 'zustand/vanilla'
import type { BoardView } from '#shared/model/board-view'
import type { NodeId } from '#shared/model/ids'
import { coverageOf, type Coverage } from '#shared/rules/coverage'
import type { Risk } from '#shared/rules/define-rule'
import { createRulesEngine } from '#shared/rules/engine'
import { questionsFrom, type Question } from '#shared/rules/questions'
import { rules } from '#shared/rules/registry'
import type { Verdict } from '#shared/rules/verdict'
import { whenIdle } from '../ui/idle'
import type { BoardStore } from './board-store'

/** What a node's badge says. */
export interface NodeVerdictBadge {
  /** Risk of the worst finding; `null` when there are only questions. */
  worst: Risk | null
  findings: number
  questions: number
}

export interface VerdictState {
  all: readonly Verdict[]
  /** Worst first. */
  findings: readonly Verdict[]
  /** Most telling first. */
  questions: readonly Question[]
  badges: ReadonlyMap<NodeId, NodeVerdictBadge>
  coverage: Coverage
  figures: { coverage: number | null; posture: number | null; decided: number; applicable: number }
}

export type VerdictStore = StoreApi<VerdictState> & { dispose(): void }

export const RISK_ORDER: Readonly<Record<Risk, number>> = {
  critical: 0,
  high: 1,
  medium: 2,
  low: 3,
}

/** Boards up to this many nodes are summed up with the edit itself: it takes about a millisecond. */
const SUM_AT_ONCE = 100
/** At the latest after an edit, ms. */
const SUM_WITHIN_MS = 200

/** The checks on the board on screen. Derived: judged again after every change of the board, never stored. */
export function createVerdictStore(board: BoardStore): VerdictStore {
  const engine = createRulesEngine(rules)
  let judged: BoardView | null = null
  const store = createStore<VerdictState>(() => ({
    all: [],
    findings: [],
    questions: [],
    badges: new Map(),
    coverage: coverageOf([]),
    figures: { coverage: null, posture: null, decided: 0, applicable: 0 },
  }))

  let cancelSumming: () => void = () => undefined

  /** What is shown on the nodes and in the findings comes with the edit; figures and questions when there is time. */
  function judge(view: BoardView | null): void {
    if (!view || view === judged) return
    const first = judged?.board.id !== view.board.id
    judged = view
    const verdicts = engine.update(view)
    store.setState({
      all: verdicts.all,
      findings: [...verdicts.findings].sort(
        (a, b) =>
          RISK_ORDER[a.risk] - RISK_ORDER[b.risk] ||
          (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0),
      ),
      badges: badgesOf(verdicts.findings, verdicts.asks, store.getState().badges),
    })
    cancelSumming()
    const figures = (): void => {
      const coverage = coverageOf(verdicts.all)
      const { overall } = coverage
      store.setState({
        coverage,
        figures: {
          coverage: overall.coverage,
          posture: overall.posture,
          decided: overall.pass + overall.fail,
          applicable: overall.applicable,
        },
      })
    }
    const questions = (): void => store.setState({ questions: questionsFrom(view, verdicts.asks) })
    if (first || view.nodes.length <= SUM_AT_ONCE) {
      figures()
      questions()
    } else
      cancelSumming = whenIdle(() => {
        figures()
        cancelSumming = whenIdle(questions, SUM_WITHIN_MS)
      }, SUM_WITHIN_MS)
  }

  const stop = board.subscribe(({ view }) => judge(view))
  judge(board.getState().view)
  return Object.assign(store, {
    dispose() {
      stop()
      cancelSumming()
    },
  })
}

/** Badges by node; those that did not change keep their identity, so that their nodes do not render again. */
function badgesOf(
  findings: readonly Verdict[],
  asks: readonly Verdict[],
  before: ReadonlyMap<NodeId, NodeVerdictBadge>,
): ReadonlyMap<NodeId, NodeVerdictBadge> {
  const made = new Map<NodeId, NodeVerdictBadge>()
  const at = (id: NodeId): NodeVerdictBadge => {
    const known = made.get(id) ?? { worst: null, findings: 0, questions: 0 }
    made.set(id, known)
    return known
  }
  for (const { subject, risk } of findings) {
    if (subject.kind !== 'node') continue
    const badge = at(subject.id)
    badge.findings += 1
    if (badge.worst === null || RISK_ORDER[risk] < RISK_ORDER[badge.worst]) badge.worst = risk
  }
  for (const { subject } of asks) if (subject.kind === 'node') at(subject.id).questions += 1
  for (const [id, badge] of made) {
    const old = before.get(id)
    if (
      old &&
      old.worst === badge.worst &&
      old.findings === badge.findings &&
      old.questions === badge.questions
    )
      made.set(id, old)
  }
  return made
}
