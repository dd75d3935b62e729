import type { BoardView } from '#shared/model/board-view'
import type { RulePackRecord } from '#shared/model/records'
import { applyPacks, sessionPacks } from '#shared/packs/apply-packs'
import type { Rule } from '#shared/rules/define-rule'
import { createRulesEngine, type ColdPart, type RulesEngine } from '#shared/rules/engine'
import type { Verdicts } from '#shared/rules/verdicts'
import type { ChecksRequest } from '../workers/checks.worker'

/** Boards larger than this are first checked in a worker: here it would hold the window up. */
const WORKER_FROM_NODES = 400

/** How often what a first check found so far is shown. */
const SHOW_EVERY_MS = 300

export interface ChecksListener {
  /** `share` says how much of a first check is done; 1 when the verdicts are those of the whole board. */
  (verdicts: Verdicts, view: BoardView, share: number): void
}

/** Keeps the checks of whatever board is on screen current; a large board's first check runs in a worker. */
export class BoardChecks {
  rules: readonly Rule[] = []
  byId: ReadonlyMap<string, Rule> = new Map()
  packProblems: readonly string[] = []
  private packs: readonly RulePackRecord[] | null = null
  private engine: RulesEngine | null = null
  private shadow: RulesEngine | null = null
  private worker: Worker | null = null
  /** The latest view while a first check is under way. */
  private waiting: BoardView | null = null
  private judged: BoardView | null = null

  constructor(private readonly listener: ChecksListener) {}

  /** Takes the board and the session's packs as they are now. */
  update(view: BoardView, packs: readonly RulePackRecord[]): void {
    const other = this.judged?.board.id !== view.board.id
    if (packs !== this.packs) this.takePacks(packs)
    else if (view === this.judged) return
    if (this.worker && !other) {
      this.waiting = view
      return
    }
    this.stopWorker()
    this.judged = view
    if ((other || !this.engine) && view.nodes.length > WORKER_FROM_NODES) {
      this.checkElsewhere(view)
      return
    }
    this.engine ??= createRulesEngine(this.rules)
    this.listener(this.engine.update(view), view, 1)
  }

  /** Judges a board that is only tried out; quick when it is nearly the one on screen. */
  trial(view: BoardView): Verdicts {
    if (!this.shadow) {
      this.shadow = createRulesEngine(this.rules)
      if (this.judged && this.judged.board.id === view.board.id) this.shadow.update(this.judged)
    }
    return this.shadow.update(view)
  }

  dispose(): void {
    this.stopWorker()
  }

  private takePacks(records: readonly RulePackRecord[]): void {
    this.packs = records
    const { packs, problems } = sessionPacks(records)
    this.rules = applyPacks(packs)
    this.byId = new Map(this.rules.map((rule) => [rule.id, rule]))
    this.packProblems = problems
    this.engine = null
    this.shadow = null
    this.stopWorker()
  }

  private checkElsewhere(view: BoardView): void {
    const engine = createRulesEngine(this.rules)
    const adoption = engine.adopt(view)
    const worker = new Worker(new URL('../workers/checks.worker.ts', import.meta.url), {
      type: 'module',
    })
    this.worker = worker
    let shown = performance.now()
    this.listener(adoption.verdicts(), view, 0)
    worker.onmessage = ({ data }: MessageEvent<ColdPart>) => {
      const share = adoption.take(data)
      if (share < 1) {
        const now = performance.now()
        if (now - shown < SHOW_EVERY_MS) return
        shown = now
        this.listener(adoption.verdicts(), view, share)
        return
      }
      const latest = this.waiting ?? view
      this.stopWorker()
      this.engine = engine
      this.judged = latest
      const whole = adoption.verdicts()
      this.listener(latest === view ? whole : engine.update(latest), latest, 1)
    }
    worker.onerror = () => {
      // Where there are no workers the check holds the window up, but it is done.
      this.stopWorker()
      this.engine = createRulesEngine(this.rules)
      this.judged = this.waiting ?? view
      this.listener(this.engine.update(this.judged), this.judged, 1)
    }
    worker.postMessage({
      content: { board: view.board, nodes: view.nodes, edges: view.edges },
      packs: (this.packs ?? []).flatMap(({ enabled, text }) => (enabled ? [text] : [])),
    } satisfies ChecksRequest)
  }

  private stopWorker(): void {
    this.worker?.terminate()
    this.worker = null
    this.waiting = null
  }
}
