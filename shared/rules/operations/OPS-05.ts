import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, groupKind, isOneOf, or, service, type Expression } from '../expression'

/** Those that everything else runs on; asking for the environment of each queue would tell no more. */
const running = service('ec2', 'elastic-beanstalk', 'lambda', 'ecs', 'eks', 'fargate')

const shows = (...environments: string[]): Expression =>
  anyDrawn(
    'nodes',
    and(or(groupKind('account'), running), isOneOf('environment', [...environments, 'mixed'])),
  )

export default defineRule({
  id: 'OPS-05',
  title: 'There is an environment for tests besides production',
  pillar: 'operationalExcellence',
  designPrinciples: ['implementElasticity', 'dontFearConstraints'],
  risk: 'medium',
  bestPractices: ['OPS05-BP08'],
  on: { board: true },
  when: anyDrawn('nodes', running),
  assert: and(shows('prod', 'production'), shows('non-prod', 'nonProduction')),
  message: '{label} shows one environment only: changes would be tried out on customers.',
  rationale:
    'A change that nobody could try out is tried out by everybody. On AWS a second environment can be made from the same template, used for an hour and thrown away.',
  remediation:
    'Build at least test and production from the same templates, best in accounts of their own, and promote each change from one to the next.',
  falsePositives: 'Other environments that are drawn on another board or left out on purpose.',
  question: {
    text: 'Where are changes to {label} tested before they reach production?',
    askWhom: 'customer',
  },
  fix: { kind: 'question' },
  references: [
    {
      title: 'OPS05-BP08 Use multiple environments',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/operational-excellence-pillar/ops_dev_integ_multi_env.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`account{environment=prod}[ web:ec2{environment=production} ] test:account{environment=non-prod}`,
      board`web:ec2{environment=production} test:ec2{environment=nonProduction}`,
    ],
    fail: [
      board`web:ec2{environment=production} api:lambda{environment=production}`,
      board`account{environment=prod}[ web:ec2{environment=production} ]`,
    ],
    nearlyFail: [board`account{environment=mixed}[ web:ec2{environment=production} ]`],
    ask: [board`web:ec2`, board`web:ec2{environment=production} api:lambda`],
    notApplicable: [board`users -> alb`, board`files:s3`],
  },
})
