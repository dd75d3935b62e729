import { and, any, anyDrawn, groupKind, noneDrawn, or, type Expression } from './expression'

/** Groups in which services for a whole account are drawn. */
const around = groupKind('account', 'region', 'generic')

/** Deep enough for account, Region and one box around a few services; not into VPCs, which hold thousands. */
const LEVELS = 3

function within(
  where: Expression,
  look: (where: Expression) => Expression,
  levels = LEVELS,
): Expression {
  return look(levels === 0 ? where : or(where, and(around, within(where, look, levels - 1))))
}

/** On an account or the AWS Cloud: such a service is in it, beside its VPCs. Open in a sketch. */
export const accountHas = (where: Expression): Expression =>
  within(where, (one) => any('children', one))

/** The same, judged on the drawing alone. */
export const accountShows = (where: Expression): Expression =>
  within(where, (one) => anyDrawn('children', one))

/** The AWS Cloud speaks for the account that nobody drew; where accounts are drawn, each speaks for itself. */
export const isAccount: Expression = or(
  groupKind('account'),
  and(groupKind('awsCloud'), noneDrawn('children', groupKind('account'))),
)
