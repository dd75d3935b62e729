import type { BoardView } from '#shared/model/board-view'
import type { RulePackRecord } from '#shared/model/records'
import { applyPacks, sessionPacks } from '#shared/packs/apply-packs'
import type { Rule } from '#shared/rules/define-rule'
import { createRulesEngine, type RulesEngine } from '#shared/rules/engine'
import { PartReader, type PackedPart } from '#shared/rules/packed-part'
import type { Verdict } from '#shared/rules/verdict'
import type { Verdicts } from '#shared/rules/verdicts'
import type { ChecksRequest } from '../workers/checks.worker'

/** Boards larger than this are first checked in a worker: here it would hold the window up. */
const WORKER_FROM_NODES = 400

export interface ChecksListener {
  /** The verdicts on the whole board as it is. */
  judged(verdicts: Verdicts, view: BoardView): void
  /** A first check is under way: how much of it is done, 0 to 1, and what has come in since the last call. */
  arriving(share: number, fresh: readonly (readonly Verdict[])[]): void
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
    this.listener.judged(this.engine.update(view), view)
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
    const reader = new PartReader(view, this.rules)
    this.listener.arriving(0, [])
    worker.onmessage = ({ data }: MessageEvent<PackedPart>) => {
      const part = reader.read(data)
      const share = adoption.take(part)
      this.listener.arriving(
        share,
        part.judged.map(({ verdicts }) => verdicts),
      )
      if (share < 1) return
      const latest = this.waiting ?? view
      this.stopWorker()
      this.engine = engine
      this.judged = latest
      this.listener.judged(adoption.verdicts(), view)
      if (latest !== view) this.listener.judged(engine.update(latest), latest)
    }
    worker.onerror = () => {
      // Where there are no workers the check holds the window up, but it is done.
      this.stopWorker()
      this.engine = createRulesEngine(this.rules)
      this.judged = this.waiting ?? view
      this.listener.judged(this.engine.update(this.judged), this.judged)
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
