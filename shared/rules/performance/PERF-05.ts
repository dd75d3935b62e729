import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { isOneOf } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'PERF-05',
  title: 'DynamoDB tables scale with their traffic',
  pillar: 'performanceEfficiency',
  designPrinciples: ['implementElasticity', 'dontFearConstraints'],
  risk: 'medium',
  riskNote:
    'AWS rates all compute; a table that refuses requests shows it at once, and one switch mends it.',
  bestPractices: ['PERF02-BP05', 'COST09-BP03'],
  on: { services: ['dynamodb'] },
  assert: isOneOf('capacity', ['onDemand', 'provisionedAutoscaled']),
  message: '{label} has a fixed capacity: requests above it are refused.',
  rationale:
    'A provisioned table throttles when traffic outgrows it and is paid for in full when there is none.',
  remediation: 'Use on-demand capacity, or auto scaling where the load is steady and known.',
  falsePositives: 'Fixed capacity on purpose, to limit what a runaway client can cost.',
  question: { text: 'Which capacity mode does {label} use?', askWhom: 'architect' },
  fix: automatic('Pay per request, without a limit to guess', setFact('capacity', 'onDemand')),
  references: [
    {
      title: 'DynamoDB throughput capacity',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html',
    },
  ],
  crosswalk: {
    securityHub: ['DynamoDB.1'],
    checkov: ['CKV2_AWS_16'],
    cdkNag: ['DynamoDBAutoScalingEnabled'],
  },
  examples: {
    pass: [board`orders:dynamodb{capacity=onDemand}`],
    fail: [board`orders:dynamodb{capacity=provisionedFixed}`],
    nearlyFail: [board`orders:dynamodb{capacity=provisionedAutoscaled}`],
    ask: [board`orders:dynamodb`],
    notApplicable: [board`rds`],
  },
})
