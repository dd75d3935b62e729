import { and, anyDrawn, groupKind, is, or, type Expression } from './expression'

/** For test and development: the thing itself is said to be, or an account drawn around it. */
export const forTest: Expression = or(
  is('environment', 'nonProduction'),
  anyDrawn('ancestors', and(groupKind('account'), is('environment', 'non-prod'))),
)
