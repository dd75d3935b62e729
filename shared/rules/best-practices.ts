import type { Risk } from './define-rule'
import practices from './well-architected-best-practices.json'

/** A best practice of the AWS Well-Architected Framework, and the risk AWS sees where it is not followed. */
export interface BestPractice {
  id: string
  title: string
  risk: Risk
}

const byId = new Map(
  Object.entries(practices).map(([id, { title, risk }]) => [
    id,
    // The file holds `high`, `medium` and `low` only; a test reads it.
    { id, title, risk: risk as Risk },
  ]),
)

export function bestPractice(id: string): BestPractice | undefined {
  return byId.get(id)
}
