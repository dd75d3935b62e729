import { subjectKey, type Outcome, type Subject, type Verdict } from './verdict'

/** All verdicts on a board at one moment. Lists of things whose verdicts did not change keep their identity. */
export class Verdicts {
  private known: readonly Verdict[] | null = null
  private readonly byOutcome = new Map<Outcome, readonly Verdict[]>()

  /**
   * @param lists one per thing: nodes in drawing order, then connectors, then the board
   * @param positions where in `lists` a thing is, by {@link subjectKey}
   */
  constructor(
    private readonly lists: readonly (readonly Verdict[])[],
    private readonly positions: ReadonlyMap<string, number>,
  ) {}

  /** Verdicts on one thing, in the order of the rules; none for what is not on the board. */
  of(subject: Subject): readonly Verdict[] {
    const at = this.positions.get(subjectKey(subject))
    return (at === undefined ? undefined : this.lists[at]) ?? NONE
  }

  get all(): readonly Verdict[] {
    return (this.known ??= this.lists.flat())
  }

  withOutcome(outcome: Outcome): readonly Verdict[] {
    const found = this.byOutcome.get(outcome)
    if (found) return found
    const made = this.all.filter((verdict) => verdict.outcome === outcome)
    this.byOutcome.set(outcome, made)
    return made
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
