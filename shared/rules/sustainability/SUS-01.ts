import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { forTest } from '../environment'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SUS-01',
  title: 'Test and development are switched off at night and at weekends',
  pillar: 'sustainability',
  designPrinciples: ['implementElasticity'],
  risk: 'medium',
  bestPractices: ['SUS02-BP01', 'COST09-BP03'],
  on: { services: ['ec2', 'ecs', 'eks', 'fargate', 'emr', 'rds', 'aurora'] },
  when: forTest,
  assert: is('runsAroundTheClock', false),
  message: '{label} is for test or development and runs while nobody works with it.',
  rationale:
    'People work about 50 of the 168 hours of a week. What runs in the others uses power and money for nobody.',
  remediation:
    'Stop and start it by a schedule: Instance Scheduler on AWS, scheduled scaling to zero, or environments that are made for a test and deleted after it.',
  falsePositives:
    'Environments that teams in several time zones share, and tests that run through the night.',
  question: {
    text: 'Is {label} for test and development, and does it have to run at night?',
    askWhom: 'customer',
  },
  fix: automatic('Switch it off when nobody works', setFact('runsAroundTheClock', false)),
  references: [
    {
      title: 'SUS02-BP01 Scale workload infrastructure dynamically',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/sustainability-pillar/sus_sus_user_a2.html',
    },
    {
      title: 'Instance Scheduler on AWS',
      url: 'https://docs.aws.amazon.com/solutions/latest/instance-scheduler-on-aws/solution-overview.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`web:ec2{environment=nonProduction, runsAroundTheClock=false}`,
      board`account{environment=non-prod}[ orders:rds{runsAroundTheClock=false} ]`,
    ],
    fail: [
      board`web:ec2{environment=nonProduction, runsAroundTheClock=true}`,
      board`account{environment=non-prod}[ orders:rds{runsAroundTheClock=true} ]`,
    ],
    nearlyFail: [board`web:ec2{environment=production, runsAroundTheClock=true}`],
    ask: [board`web:ec2{environment=nonProduction}`, board`web:ec2`],
    notApplicable: [board`web:ec2{environment=production}`, board`lambda`],
  },
})
