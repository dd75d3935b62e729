import type { BoardView } from '../model/board-view'
import { allAtOnce, type Pieces } from '../lib/pieces'
import type { BoardGraph } from './board-graph'
import type { Outcome, Subject, Verdict } from './verdict'

/** A thing whose verdicts an edit changed; none before when it is new, none after when it is gone. */
export interface VerdictChange {
  subject: Subject
  before: readonly Verdict[]
  after: readonly Verdict[]
}

/** Where the verdicts on a thing are, by its slot in the board's graph. */
export interface VerdictLists {
  nodes: readonly (readonly Verdict[] | undefined)[]
  edges: readonly (readonly Verdict[] | undefined)[]
  board: readonly Verdict[]
}

/**
 * All verdicts on a board at one moment. Lists of things whose verdicts did not change keep their identity.
 */
export class Verdicts {
  private known: readonly Verdict[] | null = null
  private readonly byOutcome = new Map<Outcome, readonly Verdict[]>()

  /**
   * @param changes what is different from the verdicts before; `null` when these are the first
   */
  constructor(
    private readonly view: BoardView,
    private readonly graph: Pick<BoardGraph, 'nodeSlots' | 'edgeSlots'>,
    private readonly lists: VerdictLists,
    readonly changes: readonly VerdictChange[] | null = null,
  ) {}

  /** Verdicts on one thing, in the order of the rules; none for what is not on the board. */
  of(subject: Subject): readonly Verdict[] {
    if (subject.kind === 'board') return subject.id === this.view.board.id ? this.lists.board : NONE
    const [slots, lists] =
      subject.kind === 'node'
        ? [this.graph.nodeSlots, this.lists.nodes]
        : [this.graph.edgeSlots, this.lists.edges]
    const slot = slots.get(subject.id)
    return (slot === undefined ? undefined : lists[slot]) ?? NONE
  }

  /** Nodes in drawing order, then connectors, then the board. */
  get all(): readonly Verdict[] {
    if (this.known) return this.known
    const all: Verdict[] = []
    for (const verdicts of this.eachList()) all.push(...verdicts)
    return (this.known = all)
  }

  withOutcome(outcome: Outcome): readonly Verdict[] {
    return allAtOnce(this.withOutcomeInPieces(outcome))
  }

  /** The same in pieces of a millisecond or two. */
  *withOutcomeInPieces(outcome: Outcome): Pieces<readonly Verdict[]> {
    const known = this.byOutcome.get(outcome)
    if (known) return known
    const found: Verdict[] = []
    let count = 0
    for (const verdicts of this.eachList()) {
      for (const verdict of verdicts) if (verdict.outcome === outcome) found.push(verdict)
      if (++count % LISTS_AT_A_TIME === 0) yield
    }
    this.byOutcome.set(outcome, found)
    return found
  }

  private *eachList(): Generator<readonly Verdict[], void> {
    const { nodeSlots, edgeSlots } = this.graph
    for (const { id } of this.view.nodes) yield this.lists.nodes[nodeSlots.get(id) ?? -1] ?? NONE
    for (const { id } of this.view.edges) yield this.lists.edges[edgeSlots.get(id) ?? -1] ?? NONE
    yield this.lists.board
  }

  /** What is broken whatever the unknown facts turn out to be. */
  get findings(): readonly Verdict[] {
    return this.withOutcome('fail')
  }

  /** What depends on something nobody said yet. */
  get asks(): readonly Verdict[] {
    return this.withOutcome('ask')
  }
}

const NONE: readonly Verdict[] = []
/** Things looked through in one piece. */
const LISTS_AT_A_TIME = 2000

/** Same verdict word for word; record identity does not matter. */
export function sameVerdict(a: Verdict, b: Verdict): boolean {
  return (
    a.ruleId === b.ruleId &&
    a.outcome === b.outcome &&
    a.message === b.message &&
    a.subject.id === b.subject.id &&
    a.needs.length === b.needs.length &&
    a.because.length === b.because.length &&
    a.needs.every((need, i) => {
      const other = b.needs[i]
      return need.key === other?.key && need.subject.id === other.subject.id
    }) &&
    a.because.every((one, i) => {
      const other = b.because[i]
      return (
        one.key === other?.key &&
        one.subject.id === other.subject.id &&
        (one.value === other.value || JSON.stringify(one.value) === JSON.stringify(other.value))
      )
    })
  )
}
