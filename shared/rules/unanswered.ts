import type { DiscoveryItem } from '../model/records'
import { DAY_MS } from './waivers'
import type { Question } from './questions'

/**
 * Questions without those that the customer could not answer today: each of these is a risk in the notes, and is asked
 * again tomorrow, or as soon as the risk is struck off.
 *
 * @param now milliseconds since the epoch
 */
export function askedToday(
  questions: readonly Question[],
  notes: readonly DiscoveryItem[],
  now: number,
): readonly Question[] {
  const waiting = new Set<string>()
  for (const { kind, factKey, nodeIds, edgeIds, createdAt, done } of notes) {
    if (kind !== 'risk' || factKey === undefined || done || !isSameDay(createdAt, now)) continue
    for (const id of [...nodeIds, ...(edgeIds ?? [])]) waiting.add(`${factKey} ${id}`)
  }
  if (waiting.size === 0) return questions
  return questions.flatMap((question) => {
    const subjects = question.subjects.filter(
      ({ subject }) => !waiting.has(`${question.key} ${subject.id}`),
    )
    if (subjects.length === question.subjects.length) return [question]
    return subjects.length === 0 ? [] : [{ ...question, subjects }]
  })
}

/** Days are counted in UTC, so that every peer asks the same. */
function isSameDay(a: number, b: number): boolean {
  return Math.floor(a / DAY_MS) === Math.floor(b / DAY_MS)
}
