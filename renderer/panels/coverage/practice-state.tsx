import { CircleCheck, CircleSlash, CircleDashed } from 'lucide-react'
import type { PracticeState } from '#shared/rules/well-architected'
import { RiskMark } from '../../ui/RiskMark'

export const STATE_WORDS: Readonly<Record<PracticeState, string>> = {
  holds: 'Holds',
  findings: 'Findings',
  questions: 'Questions',
  notApplicable: 'Nothing here applies',
  notADrawing: 'No drawing can answer',
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
  }
}
