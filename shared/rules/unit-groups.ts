import type { GroupKind } from '../model/records'

/** Groups that stand for what is in them: a connector to one is a connector to each service inside. */
export const UNIT_GROUPS: ReadonlySet<GroupKind> = new Set([
  'autoScalingGroup',
  'serverContents',
  'securityGroup',
  'generic',
])
