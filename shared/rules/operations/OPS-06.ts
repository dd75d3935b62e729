import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { stated } from '../expression'

export default defineRule({
  id: 'OPS-06',
  title: 'Every workload and data store has an owner',
  pillar: 'operationalExcellence',
  designPrinciples: ['dontFearConstraints'],
  risk: 'high',
  bestPractices: ['OPS02-BP01'],
  on: {
    services: [
      'ec2',
      'elastic-beanstalk',
      'lambda',
      'ecs',
      'eks',
      'fargate',
      'emr',
      'rds',
      'aurora',
      'neptune',
      'documentdb',
      'memorydb',
      'dynamodb',
      'redshift',
      'opensearch',
      's3',
      'amazon-mq',
    ],
  },
  assert: stated('owner'),
  message: 'Nobody is named who looks after {label}.',
  rationale:
    'What nobody owns nobody patches, pays attention to or switches off, and when it fails at night everybody waits for somebody else.',
  remediation:
    'Name a team, not a person, for each part; put it in a tag, so that alarms and bills find their way.',
  falsePositives: 'None: the answer may be the same team for everything.',
  question: { text: 'Who looks after {label} and answers when it fails?', askWhom: 'customer' },
  fix: { kind: 'question' },
  references: [
    {
      title: 'OPS02-BP01 Resources have identified owners',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/operational-excellence-pillar/ops_ops_model_def_resource_owners.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [board`orders:rds{owner="Shop team"}`],
    nearlyFail: [board`orders:rds{costTag=false, owner="Shop team"}`],
    ask: [board`web:ec2`, board`orders:rds{owner=""}`],
    notApplicable: [board`users -> alb`, board`kms`],
  },
})
