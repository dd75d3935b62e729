import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/** Order keys that sort after everything in `records`. */
export function keysAfter(records: readonly { order: string }[], count: number): string[] {
  const last = lastKey(records)
  try {
    return generateNKeysBetween(last, null, count)
  } catch {
    // A peer wrote a key that is no fractional index: start over, ties are broken by id.
    return generateNKeysBetween(null, null, count)
  }
}

export function keyAfter(records: readonly { order: string }[]): string {
  const last = lastKey(records)
  try {
    return generateKeyBetween(last, null)
  } catch {
    return generateKeyBetween(null, null)
  }
}

function lastKey(records: readonly { order: string }[]): string | null {
  let last: string | null = null
  for (const { order } of records) if (last === null || order > last) last = order
  return last
}
