import type { EdgeId, NodeId } from '../model/ids'
import type { FactValue } from '../model/records'
import type { DesignPrinciple, Pillar, Risk } from './define-rule'

export type Subject =
  { kind: 'node'; id: NodeId } | { kind: 'edge'; id: EdgeId } | { kind: 'board'; id: string }

/** Something not known that a verdict waits for. */
export interface Need {
  subject: Subject
  /** Key of the fact; {@link DETAIL_KEY} asks whether all that belongs there is drawn. */
  key: string
  /** Known not to apply: nobody is asked, and what hangs on nothing else does not apply either. */
  moot?: true
}

/** Something known, or drawn, that decided a verdict. */
export interface Because {
  subject: Subject
  /** `null`: the drawing itself, not a fact. */
  key: string | null
  value: FactValue | null
}

export type Outcome = 'pass' | 'fail' | 'ask' | 'not-applicable' | 'error'

/** What one rule says about one thing on the board. */
export interface Verdict {
  ruleId: string
  subject: Subject
  outcome: Outcome
  risk: Risk
  pillar: Pillar
  designPrinciples: readonly DesignPrinciple[]
  /** A finding's message, a question's text, the rule's title otherwise; labels filled in. */
  message: string
  because: readonly Because[]
  needs: readonly Need[]
}

/** Key of the need that marking a group `complete`, or drawing what is missing, would settle. */
export const DETAIL_KEY = 'detail'

/** Key of a node's disposition (one of the seven Rs), a field of the record and not one of its facts. */
export const DISPOSITION_KEY = 'disposition'

export function subjectKey(subject: Subject): string {
  return `${subject.kind}:${subject.id}`
}
