import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, is, not, or, service, type Expression } from '../expression'
import { choose, setFact, suggestion, type FixStep } from '../fix'

/** What people have for production and, again, for tests. */
const workload = service(
  'ec2',
  'ecs',
  'eks',
  'fargate',
  'lambda',
  'rds',
  'aurora',
  'dynamodb',
  'redshift',
  'opensearch',
)

const shows = (environment: 'production' | 'nonProduction'): Expression =>
  anyDrawn('descendants', and(workload, is('environment', environment)))

const keepFor = (account: 'prod' | 'non-prod', environment: string): readonly FixStep[] => [
  setFact('environment', account),
  {
    do: 'setFact',
    key: 'environment',
    value: environment,
    on: { relation: 'descendants', where: workload },
  },
]

export default defineRule({
  id: 'SEC-40',
  title: 'Production and test are in different accounts',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'high',
  bestPractices: ['SEC01-BP01'],
  on: { groups: ['account'] },
  assert: not(or(is('environment', 'mixed'), and(shows('production'), shows('nonProduction')))),
  message: '{label} holds production and test side by side.',
  rationale:
    'An account is the hardest wall AWS has. Within one, a developer’s right to delete test servers, a test that uses up a quota, or a stolen test key reaches production.',
  remediation:
    'Give production an account of its own in AWS Organizations, move test and development to others, and hold both together with Control Tower.',
  falsePositives: 'A first trial without customers or real data.',
  question: {
    text: 'What is {label} for: production, test and development, or both?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose('Keep this account for production alone', ...keepFor('prod', 'production')),
    choose(
      'Keep this account for test and development alone',
      ...keepFor('non-prod', 'nonProduction'),
    ),
  ),
  references: [
    {
      title: 'SEC01-BP01 Separate workloads using accounts',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_securely_operate_multi_accounts.html',
    },
    {
      title: 'Organizing your AWS environment using multiple accounts',
      url: 'https://docs.aws.amazon.com/whitepapers/latest/organizing-your-aws-environment/organizing-your-aws-environment.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`live:account{environment=prod}[ web:ec2{environment=production} ]`,
      board`account{environment=shared}`,
    ],
    fail: [
      board`account{environment=mixed}`,
      board`account[ shop:ec2{environment=production} trial:ec2{environment=nonProduction} ]`,
    ],
    nearlyFail: [
      board`live:account{environment=prod}[ a:ec2{environment=production} ] test:account{environment=non-prod}[ b:ec2{environment=nonProduction} ]`,
    ],
    ask: [board`account`, board`account{environment=prod}[ web:ec2 ]`],
    notApplicable: [board`aws-cloud[ web:ec2 ]`],
  },
})
