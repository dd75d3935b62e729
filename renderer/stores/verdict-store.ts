import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Pieces } from '#shared/lib/pieces'
import type { BoardView } from '#shared/model/board-view'
import type { NodeId } from '#shared/model/ids'
import type { DiscoveryItem, Waiver } from '#shared/model/records'
import { coverageOf, CoverageCounter, type Coverage } from '#shared/rules/coverage'
import type { Rule } from '#shared/rules/define-rule'
import { questionsFrom, type Question } from '#shared/rules/questions'
import { askedToday } from '#shared/rules/unanswered'
import type { Verdict } from '#shared/rules/verdict'
import type { Verdicts } from '#shared/rules/verdicts'
import { applyWaivers, type WaivedFindings } from '#shared/rules/waivers'
import { inPieces, whenIdle } from '../ui/idle'
import { badgesAfter, badgesInPieces, type NodeVerdictBadge } from './badges'
import { BoardChecks } from './board-checks'
import type { BoardStore } from './board-store'
import { RISK_ORDER } from './risk-order'
import type { ViewStore } from './view-store'

export interface VerdictState {
  verdicts: Verdicts | null
  /** Findings that nobody waived, worst first. */
  findings: readonly Verdict[]
  waived: WaivedFindings['waived']
  waiverReports: WaivedFindings['reports']
  /** Most telling first. */
  questions: readonly Question[]
  badges: ReadonlyMap<NodeId, NodeVerdictBadge>
  coverage: Coverage
  figures: { coverage: number | null; posture: number | null; decided: number; applicable: number }
  /** How much of a large board's first check is done, 0 to 1; `null` when nothing is under way. */
  progress: number | null
  rules: readonly Rule[]
  /** What is wrong with rule packs of this session that cannot be used. */
  packProblems: readonly string[]
}

export type VerdictStore = StoreApi<VerdictState> & {
  ruleById(id: string): Rule | undefined
  /** Judges a board that is only tried out. */
  trial(view: BoardView): Verdicts
  dispose(): void
}

/** Boards up to this many nodes are summed up with the edit itself: it takes about a millisecond. */
const SUM_AT_ONCE = 100
/** At the latest after an edit, ms. */
const SUM_WITHIN_MS = 200
const QUESTIONS_WITHIN_MS = 1000
/** On larger boards questions are grouped only while somebody looks at them: there it takes a while. */
const GROUP_ALWAYS = 1500

/** The checks on the board on screen. Derived: judged again after every change of the board, never stored. */
export function createVerdictStore(board: BoardStore, window: ViewStore): VerdictStore {
  const store = createStore<VerdictState>(() => ({
    verdicts: null,
    findings: [],
    waived: [],
    waiverReports: [],
    questions: [],
    badges: new Map(),
    coverage: coverageOf([]),
    figures: { coverage: null, posture: null, decided: 0, applicable: 0 },
    progress: null,
    rules: [],
    packProblems: [],
  }))
  let counter = new CoverageCounter()
  let cancelSumming: () => void = () => undefined
  let waivers: readonly Waiver[] = []
  let notes: readonly DiscoveryItem[] = []

  /** The counter already holds what came in part by part. */
  let isCounted = false
  const checks = new BoardChecks({
    arriving(share, fresh) {
      if (fresh.length === 0) counter = new CoverageCounter()
      for (const verdicts of fresh) counter.add(verdicts)
      isCounted = share >= 1
      store.setState({ progress: share < 1 ? share : null })
    },
    judged(verdicts, view) {
      const { changes } = verdicts
      if (changes)
        for (const { before, after } of changes) {
          counter.remove(before)
          counter.add(after)
        }
      else if (!isCounted) {
        counter = new CoverageCounter()
        counter.add(verdicts.all)
      }
      isCounted = false
      store.setState({
        verdicts,
        progress: null,
        rules: checks.rules,
        packProblems: checks.packProblems,
      })
      sumUp(verdicts, view, changes === null)
    },
  })

  /** The badges of a whole large board are being worked out: until they are there, none can be kept. */
  let isOwed = false

  /** What is shown on the nodes comes with the edit; lists and figures of a large board when there is time. */
  function sumUp(verdicts: Verdicts, view: BoardView, first: boolean): void {
    const findings = (): void => {
      const sorted = [...verdicts.findings].sort(
        (a, b) =>
          RISK_ORDER[a.risk] - RISK_ORDER[b.risk] ||
          (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0),
      )
      const { open, waived, reports } = applyWaivers(view, sorted, waivers, Date.now())
      store.setState({ findings: open, waived, waiverReports: reports })
    }
    /** Each of these takes a good part of a frame on a large board. */
    function* inTurn(): Pieces<void> {
      const known = store.getState().badges
      const badges = yield* badgesInPieces(known, verdicts, view, waivers, Date.now(), true)
      yield
      isOwed = false
      store.setState({ badges })
      yield
      figures()
      yield* verdicts.withOutcomeInPieces('fail')
      yield
      findings()
      yield
      if (looksAtQuestions()) questions()
    }
    const figures = (): void => {
      const coverage = counter.result()
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
    const questions = (): void => {
      const all = questionsFrom(view, verdicts.asks)
      store.setState({ questions: askedToday(all, notes, Date.now()) })
    }
    cancelSumming()
    const all = first || isOwed
    if (all && view.nodes.length > GROUP_ALWAYS) {
      isOwed = true
      cancelSumming = inPieces(inTurn(), SUM_WITHIN_MS)
      return
    }
    isOwed = false
    store.setState({
      badges: badgesAfter(store.getState().badges, verdicts, view, waivers, Date.now(), all),
    })
    if (view.nodes.length <= SUM_AT_ONCE) {
      findings()
      figures()
      questions()
      return
    }
    if (first) figures()
    cancelSumming = whenIdle(() => {
      findings()
      figures()
      if (view.nodes.length <= GROUP_ALWAYS || looksAtQuestions())
        cancelSumming = whenIdle(questions, QUESTIONS_WITHIN_MS)
    }, SUM_WITHIN_MS)
  }

  function looksAtQuestions(): boolean {
    const { panel, panelOpen } = window.getState()
    return panelOpen && panel === 'questions'
  }

  function follow(): void {
    const { view, snapshot } = board.getState()
    const { content } = snapshot
    const told = content.waivers !== waivers || content.discovery !== notes
    waivers = content.waivers
    notes = content.discovery
    if (!view) return
    checks.update(view, content.packs)
    const { verdicts } = store.getState()
    if (told && verdicts) sumUp(verdicts, view, true)
  }

  const stops = [
    board.subscribe(follow),
    window.subscribe((now, before) => {
      const { verdicts } = store.getState()
      const { view } = board.getState()
      if (verdicts && view && view.nodes.length > GROUP_ALWAYS && now.panel !== before.panel)
        sumUp(verdicts, view, true)
    }),
  ]
  follow()
  return Object.assign(store, {
    ruleById: (id: string) => checks.byId.get(id),
    trial: (view: BoardView) => checks.trial(view),
    dispose() {
      for (const stop of stops) stop()
      cancelSumming()
      checks.dispose()
    },
  })
}
