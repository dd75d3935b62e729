import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'

export default defineRule({
  id: 'COST-10',
  title: 'The bill shows what each part costs and who pays for it',
  pillar: 'costOptimization',
  designPrinciples: ['dontFearConstraints'],
  risk: 'medium',
  bestPractices: ['COST03-BP02'],
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
      'elasticache',
      'redshift',
      'opensearch',
      's3',
      'efs',
      'fsx',
      'amazon-mq',
    ],
  },
  assert: is('costTag', true),
  message: '{label} carries no cost allocation tag: on the bill it is everybody’s and nobody’s.',
  rationale:
    'Nobody saves what nobody sees. With tags for workload, environment and team the bill can be split, and the team that could switch something off sees what it costs.',
  remediation:
    'Agree on a few tags, activate them for cost allocation, and set them in templates, so that nothing is created without. A tag policy keeps the spelling.',
  falsePositives: 'An account that holds this one workload alone.',
  question: {
    text: 'Can you tell from the bill what {label} costs and which team pays?',
    askWhom: 'customer',
  },
  fix: { kind: 'question' },
  references: [
    {
      title: 'Organizing and tracking costs using AWS cost allocation tags',
      url: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/cost-alloc-tags.html',
    },
    {
      title: 'COST03-BP02 Add organization information to cost and usage',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/cost_monitor_usage_org_information.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [board`orders:rds{costTag=true}`],
    fail: [board`orders:rds{costTag=false}`, board`web:ec2{costTag=false, owner=shop}`],
    nearlyFail: [board`orders:rds{costTag=true, owner=""}`],
    ask: [board`web:ec2{owner=shop}`],
    notApplicable: [board`users`, board`alb`],
  },
})
