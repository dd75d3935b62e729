import { CircleCheck, CircleSlash, CircleDashed } from 'lucide-react'
import { assertNever } from '#shared/lib/assert-never'
import type { PracticeState } from '#shared/rules/well-architected'
import { RiskMark } from '../../ui/RiskMark'

export const STATE_WORDS: Readonly<Record<PracticeState, string>> = {
  holds: 'Holds',
  findings: 'Findings',
  questions: 'Questions',
  notApplicable: 'Nothing here applies',
  notADrawing: 'No drawing can answer',
}

/** The same on a button among others. */
export const STATE_FILTER_WORDS: Readonly<Record<PracticeState, string>> = {
  ...STATE_WORDS,
  notApplicable: 'Does not apply',
  notADrawing: 'Beyond a drawing',
}

/** A practice's state as shape and colour; what it means stands beside it in words. */
export function StateMark({ state, size = 14 }: { state: PracticeState; size?: number }) {
  const icon = { size, 'aria-hidden': true, className: 'shrink-0' } as const
  switch (state) {
    case 'findings':
      return <RiskMark level="high" size={size} />
    case 'questions':
      return <RiskMark level="question" size={size} />
    case 'holds':
      return <CircleCheck {...icon} color="var(--ok)" />
    case 'notApplicable':
      return <CircleSlash {...icon} color="var(--faint)" />
    case 'notADrawing':
      return <CircleDashed {...icon} color="var(--faint)" />
    default:
      return assertNever(state)
  }
}
