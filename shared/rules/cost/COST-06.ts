import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is, not } from '../expression'
import { automatic, setFact } from '../fix'
import { forTest } from '../environment'

export default defineRule({
  id: 'COST-06',
  title: 'Test and development do without a standby in a second Availability Zone',
  pillar: 'costOptimization',
  designPrinciples: ['implementElasticity', 'dontFearConstraints'],
  risk: 'low',
  riskNote: 'Too much money for a test is a pity; too little safety for production is worse.',
  bestPractices: ['COST05-BP05', 'SUS02-BP02'],
  on: { services: ['rds', 'elasticache', 'memorydb', 'redshift', 'fsx'] },
  when: forTest,
  assert: not(is('multiAz', true)),
  message: '{label} is for test or development, and paid twice for a standby.',
  rationale:
    'A standby doubles the price. In production it is worth that; in test a restore from last night’s backup is soon enough.',
  remediation:
    'Turn Multi-AZ off outside production, and keep it in the one environment in which failover is tested.',
  falsePositives:
    'The environment in which failover or load is tested, and test environments that many people wait for.',
  question: {
    text: 'Is {label} for test and development, and does it have a standby in a second zone?',
    askWhom: 'customer',
  },
  fix: automatic('Do without the standby', setFact('multiAz', false)),
  references: [
    {
      title: 'COST05-BP05 Select components of this workload to optimize cost',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/cost_select_service_select_for_cost.html',
    },
    {
      title: 'Configuring and managing a Multi-AZ deployment for Amazon RDS',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`orders:rds{environment=nonProduction, multiAz=false}`,
      board`account{environment=non-prod}[ files:fsx{multiAz=false} ]`,
    ],
    fail: [
      board`files:fsx{environment=nonProduction, multiAz=true}`,
      board`account{environment=non-prod}[ facts:redshift{multiAz=true} ]`,
    ],
    nearlyFail: [
      board`files:fsx{environment=production, multiAz=true}`,
      board`account{environment=prod}[ facts:redshift{environment=production, multiAz=true} ]`,
    ],
    ask: [board`orders:rds{multiAz=true}`, board`orders:rds{environment=nonProduction}`],
    notApplicable: [board`orders:rds{environment=production}`, board`web:ec2`],
  },
})
