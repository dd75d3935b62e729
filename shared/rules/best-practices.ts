import type { Risk } from './define-rule'
import practices from './well-architected-best-practices.json'

/** A best practice of the AWS Well-Architected Framework, and the risk AWS sees where it is not followed. */
export interface BestPractice {
  id: string
  title: string
  risk: Risk
}

/** All of them, in the order of their ids. */
export const bestPractices: readonly BestPractice[] = Object.entries(practices).map(
  ([id, { title, risk }]) => ({
    id,
    title,
    // The file holds `high`, `medium` and `low` only; a test reads it.
    risk: risk as Risk,
  }),
)

const byId = new Map(bestPractices.map((practice) => [practice.id, practice]))

export function bestPractice(id: string): BestPractice | undefined {
  return byId.get(id)
}
