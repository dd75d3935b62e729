import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, stated } from '../expression'
import { RECOVERABLE } from '../parts'

export default defineRule({
  id: 'REL-29',
  title: 'For every workload it is said how fast it must be back, and how much data may be lost',
  pillar: 'reliability',
  designPrinciples: ['designForFailure'],
  risk: 'high',
  bestPractices: ['REL13-BP01'],
  on: {
    services: [...RECOVERABLE, 'on-prem-server', 'vm', 'on-prem-database', 'on-prem-file-server'],
  },
  assert: and(stated('rtoMinutes'), stated('rpoMinutes')),
  message: 'Nobody said how fast {label} must be back, and how much data may be lost.',
  rationale:
    'Backups, standbys and second Regions cost between little and twice the bill. Without the two numbers nobody can say which of them is too little and which is too much.',
  remediation:
    'Ask the business what an hour of outage and an hour of lost data cost, and write a recovery time and a recovery point objective down for each workload.',
  falsePositives: 'Parts that come back with something else: say the same numbers for them.',
  question: {
    text: 'If {label} broke right now, how soon must it be back, and how many minutes of data could you lose?',
    askWhom: 'customer',
  },
  fix: { kind: 'question' },
  references: [
    {
      title: 'REL13-BP01 Define recovery objectives for downtime and data loss',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_objective_defined_recovery.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [board`orders:rds{rtoMinutes=60, rpoMinutes=5}`],
    nearlyFail: [board`old:on-prem-server{rtoMinutes=1440, rpoMinutes=1440}`],
    ask: [board`orders:rds`, board`web:ec2{rtoMinutes=60}`],
    notApplicable: [board`users -> alb`, board`kms`],
  },
})
