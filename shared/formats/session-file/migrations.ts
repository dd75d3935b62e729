import { waiversPacksAndHistory } from './migrations/0002-waivers-packs-history'
import { marks } from './migrations/0003-marks'
import type { Migration, PlainEnvelope } from './migrations/step'

export type { Migration, PlainEnvelope }

/**
 * Every step, in order. A file of version 1 is the first that was ever written.
 *
 * Each step stands in a file of its own, `migrations/0002-what-changed.ts`, and works on plain JSON: it may not use
 * today's schemas, which will have moved on.
 */
export const migrations: readonly Migration[] = [waiversPacksAndHistory, marks]

/** @throws Error when steps are missing or out of order: a bug in the list, not in a file. */
export function migrateEnvelope(
  envelope: PlainEnvelope,
  version: number,
  current: number,
  steps: readonly Migration[],
): PlainEnvelope {
  let result = envelope
  for (let from = version; from < current; from++) {
    const step = steps.find((candidate) => candidate.from === from)
    if (!step) throw new Error(`No migration from version ${from}`)
    result = { ...step.migrate(result), version: from + 1 }
  }
  return result
}
