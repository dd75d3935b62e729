import type { Risk } from '#shared/rules/define-rule'

/** Worst first. */
export const RISK_ORDER: Readonly<Record<Risk, number>> = {
  critical: 0,
  high: 1,
  medium: 2,
  low: 3,
}
