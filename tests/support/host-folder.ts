import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of this test's own, removed when the test is over. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'drawbridge-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A seed from `SEED`, or a new one; printed, so that a failure can be repeated. */
export function testSeed(what: string): number {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
  console.log(`${what}: SEED=${seed}`)
  return seed
}
