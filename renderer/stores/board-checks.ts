import type { BoardView } from '#shared/model/board-view'
import type { RulePackRecord } from '#shared/model/records'
import { applyPacks, sessionPacks } from '#shared/packs/apply-packs'
import type { Rule } from '#shared/rules/define-rule'
import { createRulesEngine, type RulesEngine } from '#shared/rules/engine'
import { allAtOnce, type Pieces } from '#shared/lib/pieces'
import type { Verdict } from '#shared/rules/verdict'
import type { Verdicts } from '#shared/rules/verdicts'
import { inPieces } from '../ui/idle'
import { FirstCheck } from './first-check'

/** Boards larger than this are first checked in a worker: here it would hold the window up. */
const WORKER_FROM_NODES = 400
/** Where more things than this come or go at once, they are seen first and judged right after, frame by frame. */
const MOST_AT_ONCE = 20
const JUDGED_WITHIN_MS = 100

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
  private first: FirstCheck | null = null
  /** Judging of a large edit that is under way. */
  private following: {
    view: BoardView
    work: Pieces<Verdicts>
    cancel: () => void
  } | null = null
  /** The latest view while a first check is under way. */
  private waiting: BoardView | null = null
  private judged: BoardView | null = null

  constructor(private readonly listener: ChecksListener) {}

  /** Takes the board and the session's packs as they are now. */
  update(view: BoardView, packs: readonly RulePackRecord[]): void {
    const other = this.judged?.board.id !== view.board.id
    if (packs !== this.packs) this.takePacks(packs)
    else if (view === this.judged) return
    if (this.first && !other) {
      this.waiting = view
      return
    }
    this.stopFirst()
    if (other) this.stopFollowing()
    else this.finishFollowing()
    const before = this.judged
    this.judged = view
    if ((other || !this.engine) && view.nodes.length > WORKER_FROM_NODES) {
      this.checkElsewhere(view)
      return
    }
    if (this.engine && before && !other && cameOrWent(before, view) > MOST_AT_ONCE) {
      this.follow(this.engine, view)
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
    this.stopFirst()
    this.stopFollowing()
  }

  private follow(engine: RulesEngine, view: BoardView): void {
    const work = engine.follow(view)
    const done = (verdicts: Verdicts): void => {
      this.following = null
      this.listener.judged(verdicts, view)
    }
    function* pieces(): Pieces<void> {
      done(yield* work)
    }
    this.following = { view, work, cancel: inPieces(pieces(), JUDGED_WITHIN_MS) }
  }

  private finishFollowing(): void {
    if (!this.following) return
    const { view, work, cancel } = this.following
    cancel()
    this.following = null
    this.listener.judged(allAtOnce(work), view)
  }

  private stopFollowing(): void {
    this.following?.cancel()
    this.following = null
  }

  private takePacks(records: readonly RulePackRecord[]): void {
    this.packs = records
    const { packs, problems } = sessionPacks(records)
    this.rules = applyPacks(packs)
    this.byId = new Map(this.rules.map((rule) => [rule.id, rule]))
    this.packProblems = problems
    this.engine = null
    this.shadow = null
    this.stopFirst()
    this.stopFollowing()
  }

  private checkElsewhere(view: BoardView): void {
    this.listener.arriving(0, [])
    this.first = new FirstCheck(view, this.rules, this.packs ?? [], {
      arriving: (share, fresh) => this.listener.arriving(share, fresh),
      done: (engine, verdicts) => {
        const latest = this.waiting ?? view
        this.stopFirst()
        this.engine = engine
        this.judged = latest
        this.listener.judged(verdicts, view)
        if (latest !== view) this.listener.judged(engine.update(latest), latest)
      },
      failed: () => {
        // Where there are no workers the check holds the window up, but it is done.
        const latest = this.waiting ?? view
        this.stopFirst()
        this.engine = createRulesEngine(this.rules)
        this.judged = latest
        this.listener.judged(this.engine.update(latest), latest)
      },
    })
  }

  private stopFirst(): void {
    this.first?.stop()
    this.first = null
    this.waiting = null
  }
}

function cameOrWent(before: BoardView, now: BoardView): number {
  return (
    Math.abs(now.nodes.length - before.nodes.length) +
    Math.abs(now.edges.length - before.edges.length)
  )
}
