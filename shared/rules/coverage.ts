import { DESIGN_PRINCIPLES, PILLARS, type DesignPrinciple, type Pillar } from './define-rule'
import type { Verdict } from './verdict'

/** How much is known, and how much of that holds: two figures, never one. */
export interface Tally {
  pass: number
  fail: number
  ask: number
  error: number
  /** All but `not-applicable`. */
  applicable: number
  /** Decided ÷ applicable, 0 to 1; `null` where nothing applies. */
  coverage: number | null
  /** Pass ÷ (pass + fail), 0 to 1; `null` where nothing is decided. */
  posture: number | null
}

export interface Coverage {
  overall: Tally
  byPillar: Readonly<Record<Pillar, Tally>>
  /** A rule that serves several principles counts under each. */
  byDesignPrinciple: Readonly<Record<DesignPrinciple, Tally>>
}

type Counts = Pick<Tally, 'pass' | 'fail' | 'ask' | 'error'>

/** Counts verdicts as they come and go. */
export class CoverageCounter {
  private readonly overall = none()
  private readonly byPillar = new Map<Pillar, Counts>(PILLARS.map((pillar) => [pillar, none()]))
  private readonly byPrinciple = new Map<DesignPrinciple, Counts>(
    DESIGN_PRINCIPLES.map((principle) => [principle, none()]),
  )

  add(verdicts: Iterable<Verdict>): void {
    for (const verdict of verdicts) this.count(verdict, 1)
  }

  remove(verdicts: Iterable<Verdict>): void {
    for (const verdict of verdicts) this.count(verdict, -1)
  }

  result(): Coverage {
    const record = <K extends string>(counts: ReadonlyMap<K, Counts>): Record<K, Tally> =>
      // The maps were made from the full lists.
      Object.fromEntries([...counts].map(([key, one]) => [key, tally(one)])) as Record<K, Tally>
    return {
      overall: tally(this.overall),
      byPillar: record(this.byPillar),
      byDesignPrinciple: record(this.byPrinciple),
    }
  }

  private count({ outcome, pillar, designPrinciples }: Verdict, by: 1 | -1): void {
    if (outcome === 'not-applicable') return
    this.overall[outcome] += by
    const own = this.byPillar.get(pillar)
    if (own) own[outcome] += by
    for (const principle of designPrinciples) {
      const counts = this.byPrinciple.get(principle)
      if (counts) counts[outcome] += by
    }
  }
}

export function coverageOf(verdicts: readonly Verdict[]): Coverage {
  const counter = new CoverageCounter()
  counter.add(verdicts)
  return counter.result()
}

function none(): Counts {
  return { pass: 0, fail: 0, ask: 0, error: 0 }
}

function tally(counts: Counts): Tally {
  const decided = counts.pass + counts.fail
  const applicable = decided + counts.ask + counts.error
  return {
    ...counts,
    applicable,
    coverage: applicable === 0 ? null : decided / applicable,
    posture: decided === 0 ? null : counts.pass / decided,
  }
}
