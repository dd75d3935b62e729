import type { BoardView } from '#shared/model/board-view'
import type { RulePackRecord } from '#shared/model/records'
import type { Rule } from '#shared/rules/define-rule'
import { createRulesEngine, type Adoption, type RulesEngine } from '#shared/rules/engine'
import { PartReader, type PackedPart } from '#shared/rules/packed-part'
import type { Verdict } from '#shared/rules/verdict'
import type { Verdicts } from '#shared/rules/verdicts'
import { inPieces } from '../ui/idle'
import type { ChecksRequest } from '../workers/checks.worker'

/** So many records go to the worker at a time: copying more would hold a frame up. */
const RECORDS_AT_A_TIME = 800
/** However busy the window is, the check goes on after so long, ms. */
const GO_ON_AFTER_MS = 200

export interface FirstCheckListener {
  /** How much of the board is done, 0 to 1, and what has come in since the last call. */
  arriving(share: number, fresh: readonly (readonly Verdict[])[]): void
  /** All has come in; the engine goes on from here. */
  done(engine: RulesEngine, verdicts: Verdicts): void
  /** There are no workers here. */
  failed(): void
}

/** The first check of a large board: judged in a worker, sent and taken in while nothing else wants the window. */
export class FirstCheck {
  private worker: Worker | null = null
  private readonly parts: PackedPart[] = []
  private adopted: { engine: RulesEngine; adoption: Adoption; reader: PartReader } | null = null
  private cancelSending: () => void
  private cancelTaking: (() => void) | null = null

  constructor(
    private readonly view: BoardView,
    private readonly rules: readonly Rule[],
    private readonly packs: readonly RulePackRecord[],
    private readonly listener: FirstCheckListener,
  ) {
    this.cancelSending = inPieces(this.send(), GO_ON_AFTER_MS)
  }

  stop(): void {
    this.worker?.terminate()
    this.worker = null
    this.cancelSending()
    this.cancelTaking?.()
  }

  /** The window has the board's first picture to show: nothing is begun before there is time for it. */
  private *send(): Generator<void, void> {
    const worker = new Worker(new URL('../workers/checks.worker.ts', import.meta.url), {
      type: 'module',
    })
    this.worker = worker
    worker.onmessage = ({ data }: MessageEvent<PackedPart>) => {
      this.parts.push(data)
      this.takeInTime()
    }
    worker.onerror = () => {
      this.stop()
      this.listener.failed()
    }
    const post = (request: ChecksRequest): void => worker.postMessage(request)
    yield
    const { board, nodes, edges } = this.view
    for (let at = 0; at < nodes.length; at += RECORDS_AT_A_TIME) {
      post({ nodes: nodes.slice(at, at + RECORDS_AT_A_TIME) })
      yield
    }
    for (let at = 0; at < edges.length; at += RECORDS_AT_A_TIME) {
      post({ edges: edges.slice(at, at + RECORDS_AT_A_TIME) })
      yield
    }
    post({ board, packs: this.packs.flatMap(({ enabled, text }) => (enabled ? [text] : [])) })
    yield
    const engine = createRulesEngine(this.rules)
    const adoption = yield* engine.adopt(this.view)
    yield
    this.adopted = { engine, adoption, reader: new PartReader(this.view, this.rules) }
    this.takeInTime()
  }

  private takeInTime(): void {
    if (this.cancelTaking || !this.adopted || this.parts.length === 0) return
    this.cancelTaking = inPieces(this.take(this.adopted), GO_ON_AFTER_MS)
  }

  private *take({
    engine,
    adoption,
    reader,
  }: NonNullable<typeof this.adopted>): Generator<void, void> {
    for (let next = this.parts.shift(); next; next = this.parts.shift()) {
      const part = reader.read(next)
      const share = adoption.take(part)
      this.listener.arriving(
        share,
        part.judged.map(({ verdicts }) => verdicts),
      )
      yield
      if (share < 1) continue
      this.stop()
      this.listener.done(engine, adoption.verdicts())
      return
    }
    this.cancelTaking = null
  }
}
