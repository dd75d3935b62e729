import type { BoardView } from '../model/board-view'
import type { ColdPart, Judged } from './engine'
import type { Rule } from './define-rule'
import { catalogueKnowledge, type Knowledge } from './knowledge'
import { RuleIndex } from './rule-index'
import { subjectOf, thingsOn, type Thing } from './scene'
import type { Because, Need, Outcome, Subject, Verdict } from './verdict'

/** `null` stands for the thing itself. */
type Own<T extends { subject: Subject }> = Omit<T, 'subject'> & { subject: Subject | null }

interface Detail {
  because: readonly Own<Because>[]
  needs: readonly Own<Need>[]
}

/**
 * A part of a first check on its way between threads: what follows from the board and the rules is left out, since both
 * sides have them, and lists of numbers are buffers that are handed over.
 */
export interface PackedPart {
  from: number
  things: number
  /** Of every verdict, thing by thing, in the order of each thing's rules. */
  outcomes: Uint8Array
  /** Which verdicts say something else than their rule's title, and what. */
  saidAt: Uint32Array
  said: readonly string[]
  /** Which verdicts rest on, or wait for, anything, and for what. */
  detailAt: Uint32Array
  details: readonly Detail[]
  /** Of all things, one after the other, and where each thing's end. */
  reads: Int32Array
  readsEnd: Uint32Array
  missing: readonly string[]
}

const OUTCOMES: readonly Outcome[] = ['pass', 'fail', 'ask', 'not-applicable', 'error']
const NOTHING: readonly never[] = []

/** Takes what both sides know out of a part. Its buffers may be transferred. */
export function packPart(part: ColdPart, titles: ReadonlyMap<string, string>): PackedPart {
  const outcomes: number[] = []
  const saidAt: number[] = []
  const said: string[] = []
  const detailAt: number[] = []
  const details: Detail[] = []
  const reads: number[] = []
  const readsEnd: number[] = []
  for (const { verdicts, reads: own } of part.judged) {
    for (const verdict of verdicts) {
      const at = outcomes.push(OUTCOMES.indexOf(verdict.outcome)) - 1
      if (verdict.message !== titles.get(verdict.ruleId)) {
        saidAt.push(at)
        said.push(verdict.message)
      }
      if (verdict.because.length + verdict.needs.length > 0) {
        const without = <T extends { subject: Subject }>(one: T): Own<T> =>
          one.subject.id === verdict.subject.id ? { ...one, subject: null } : one
        detailAt.push(at)
        details.push({
          because: verdict.because.map(without),
          needs: verdict.needs.map(without),
        })
      }
    }
    for (const name of own) reads.push(name)
    readsEnd.push(reads.length)
  }
  return {
    from: part.from,
    things: part.judged.length,
    outcomes: Uint8Array.from(outcomes),
    saidAt: Uint32Array.from(saidAt),
    said,
    detailAt: Uint32Array.from(detailAt),
    details,
    reads: Int32Array.from(reads),
    readsEnd: Uint32Array.from(readsEnd),
    missing: part.missing,
  }
}

/** Puts parts of one board's first check together again, as they were judged. */
export class PartReader {
  private readonly index: RuleIndex
  private readonly things: readonly Thing[]

  constructor(view: BoardView, rules: readonly Rule[], knowledge: Knowledge = catalogueKnowledge) {
    this.index = new RuleIndex(rules, knowledge)
    this.things = thingsOn(view)
  }

  read(packed: PackedPart): ColdPart {
    let verdict = 0
    let saying = 0
    let detailing = 0
    let reading = 0
    const judged: Judged[] = []
    for (let i = 0; i < packed.things; i++) {
      const thing = this.things[packed.from + i]
      if (!thing) break
      const subject = subjectOf(thing)
      const verdicts = this.index.rulesFor(thing).map((rule): Verdict => {
        const at = verdict++
        const says = packed.saidAt[saying] === at ? packed.said[saying++] : undefined
        const detail = packed.detailAt[detailing] === at ? packed.details[detailing++] : undefined
        return {
          ruleId: rule.id,
          subject,
          outcome: OUTCOMES[packed.outcomes[at] ?? 0] ?? 'error',
          risk: rule.risk,
          pillar: rule.pillar,
          designPrinciples: rule.designPrinciples,
          message: says ?? rule.title,
          because: detail ? detail.because.map((one) => owned(one, subject)) : NOTHING,
          needs: detail ? detail.needs.map((one) => owned(one, subject)) : NOTHING,
        }
      })
      const end = packed.readsEnd[i] ?? reading
      judged.push({ verdicts, reads: Array.from(packed.reads.subarray(reading, end)) })
      reading = end
    }
    return { from: packed.from, judged, missing: packed.missing }
  }
}

function owned<T extends { subject: Subject }>(one: Own<T>, subject: Subject): T {
  // Whatever else the record has comes with it.
  return { ...one, subject: one.subject ?? subject } as T
}
