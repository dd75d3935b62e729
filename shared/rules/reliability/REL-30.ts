import { board } from '../board-text'
import { defineRule } from '../define-rule'
import {
  and,
  anyDrawn,
  atLeast,
  crosses,
  drawnInside,
  edgeKind,
  groupKind,
  isOneOf,
  or,
  type Expression,
} from '../expression'
import { choose, suggestion, type FixStep } from '../fix'
import { RECOVERABLE } from '../parts'

/**
 * Minutes that each pattern needs at least, for being back and for the age of the data: hours, tens of minutes, minutes,
 * nothing. Source: the table in docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html.
 */
const BACKUP_RESTORE_MIN = 60
const PILOT_LIGHT_MIN = 10
const WARM_STANDBY_MIN = 1

const region = { relation: 'ancestors', where: groupKind('region') } as const

const plan = (...patterns: string[]): Expression =>
  anyDrawn('ancestors', and(groupKind('region'), isOneOf('drPattern', patterns)))

/** Data that a drawn connector carries to another Region is there like that of a pilot light. */
const replicated = anyDrawn('edgesOut', and(edgeKind('replication'), crosses('region')))

const within = (minutes: number, better: Expression): Expression =>
  and(or(atLeast('rtoMinutes', minutes), better), or(atLeast('rpoMinutes', minutes), better))

const setPlan = (value: string): FixStep => ({
  do: 'setFact',
  key: 'drPattern',
  value,
  on: region,
})

export default defineRule({
  id: 'REL-30',
  title: 'The recovery plan of the Region can keep what was promised',
  pillar: 'reliability',
  designPrinciples: ['designForFailure'],
  risk: 'high',
  bestPractices: ['REL13-BP02', 'REL13-BP01'],
  on: { services: RECOVERABLE },
  when: drawnInside('region'),
  assert: and(
    or(replicated, plan('backupRestore', 'pilotLight', 'warmStandby', 'activeActive')),
    within(BACKUP_RESTORE_MIN, or(replicated, plan('pilotLight', 'warmStandby', 'activeActive'))),
    within(PILOT_LIGHT_MIN, plan('warmStandby', 'activeActive')),
    within(WARM_STANDBY_MIN, plan('activeActive')),
  ),
  message:
    '{label} is promised back sooner, or with less data lost, than the plan for its Region can do.',
  rationale:
    'Restoring backups in another Region takes hours. A pilot light takes tens of minutes, a warm standby minutes, and only two active Regions take none. A promise below that is found out on the worst day.',
  remediation:
    'Choose the pattern by the shortest time that was promised, or talk about the promise: each step up costs about as much again. Try it out at least once a year.',
  falsePositives:
    'Where the loss of a whole Region is left out of the promise; then write that into the agreement.',
  question: {
    text: 'If the whole Region were gone, what would there be to go on with, and how soon must {label} be back?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose('Run in two Regions at once', setPlan('activeActive')),
    choose(
      'Keep a warm standby, and promise minutes',
      setPlan('warmStandby'),
      { do: 'atLeast', key: 'rtoMinutes', value: WARM_STANDBY_MIN },
      { do: 'atLeast', key: 'rpoMinutes', value: WARM_STANDBY_MIN },
    ),
    choose(
      'Restore backups in another Region, and promise hours',
      setPlan('backupRestore'),
      { do: 'atLeast', key: 'rtoMinutes', value: BACKUP_RESTORE_MIN },
      { do: 'atLeast', key: 'rpoMinutes', value: BACKUP_RESTORE_MIN },
    ),
  ),
  references: [
    {
      title: 'Disaster recovery options in the cloud',
      url: 'https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html',
    },
    {
      title: 'REL13-BP02 Use defined recovery strategies to meet the recovery objectives',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_disaster_recovery.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`region{drPattern=warmStandby}[ orders:rds{rtoMinutes=15, rpoMinutes=5} ]`,
      board`region{drPattern=backupRestore}[ orders:rds{rtoMinutes=480, rpoMinutes=1440} ]`,
      board`region{drPattern=activeActive}[ orders:dynamodb{rtoMinutes=0, rpoMinutes=0} ]`,
    ],
    fail: [
      board`region{drPattern=backupRestore}[ orders:rds{rtoMinutes=30, rpoMinutes=60} ]`,
      board`region{drPattern=none}[ orders:rds{rtoMinutes=1440, rpoMinutes=1440} ]`,
      board`region{drPattern=pilotLight}[ orders:rds{rtoMinutes=5, rpoMinutes=15} ]`,
    ],
    nearlyFail: [
      board`region{drPattern=pilotLight}[ orders:rds{rtoMinutes=30, rpoMinutes=10} ]`,
      board`one:region{drPattern=backupRestore}[ orders:rds{rtoMinutes=30, rpoMinutes=30} ] two:region[ copy:rds ] orders -replication-> copy`,
    ],
    ask: [
      board`region[ orders:rds{rtoMinutes=30, rpoMinutes=5} ]`,
      board`region{drPattern=backupRestore}[ orders:rds ]`,
    ],
    notApplicable: [board`orders:rds{rtoMinutes=30}`, board`region[ s3 ]`],
  },
})
