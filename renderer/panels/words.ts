import type { WaiverCategory } from '#shared/model/records'

export { PILLAR_WORDS, PRINCIPLE_WORDS, RISK_WORDS } from '#shared/rules/words'

/** Why a finding may stay. */
export const WAIVER_WORDS: Readonly<Record<WaiverCategory, string>> = {
  accepted: 'Risk accepted',
  compensating: 'Something else makes up for it',
  falsePositive: 'The finding is wrong here',
  notApplicable: 'Does not apply here',
  customerDeclined: 'The customer declined',
}
