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

export function coverageOf(verdicts: readonly Verdict[]): Coverage {
  const overall = emptyTally()
  const byPillar = new Map(PILLARS.map((pillar) => [pillar, emptyTally()]))
  const byPrinciple = new Map(DESIGN_PRINCIPLES.map((principle) => [principle, emptyTally()]))
  for (const verdict of verdicts) {
    if (verdict.outcome === 'not-applicable') continue
    const tallies = [
      overall,
      byPillar.get(verdict.pillar),
      ...verdict.designPrinciples.map((principle) => byPrinciple.get(principle)),
    ]
    for (const tally of tallies) if (tally) tally[verdict.outcome] += 1
  }
  for (const tally of [overall, ...byPillar.values(), ...byPrinciple.values()]) {
    const decided = tally.pass + tally.fail
    tally.applicable = decided + tally.ask + tally.error
    tally.coverage = tally.applicable === 0 ? null : decided / tally.applicable
    tally.posture = decided === 0 ? null : tally.pass / decided
  }
  return {
    overall,
    // Both maps were made from the full lists just above.
    byPillar: Object.fromEntries(byPillar) as Record<Pillar, Tally>,
    byDesignPrinciple: Object.fromEntries(byPrinciple) as Record<DesignPrinciple, Tally>,
  }
}

function emptyTally(): Tally {
  return { pass: 0, fail: 0, ask: 0, error: 0, applicable: 0, coverage: null, posture: null }
}
