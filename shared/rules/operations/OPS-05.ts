import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, groupKind, is, noneDrawn, or } from '../expression'

const account = groupKind('account')
const cloud = groupKind('awsCloud')

export default defineRule({
  id: 'OPS-05',
  title: 'There is an environment for tests besides production',
  pillar: 'operationalExcellence',
  designPrinciples: ['implementElasticity', 'dontFearConstraints'],
  risk: 'medium',
  bestPractices: ['OPS05-BP08'],
  on: { groups: ['account', 'awsCloud'] },
  when: or(and(account, is('environment', 'prod')), and(cloud, noneDrawn('children', account))),
  assert: or(
    is('testEnvironment', true),
    anyDrawn(
      'ancestors',
      and(cloud, anyDrawn('children', and(account, is('environment', 'non-prod')))),
    ),
  ),
  message: '{label} is the only environment there is: changes are tried out on customers.',
  rationale:
    'A change that nobody could try out is tried out by everybody. On AWS a second environment can be made from the same template, used for an hour and thrown away.',
  remediation:
    'Build at least test and production from the same templates, best in accounts of their own, and promote each change from one to the next.',
  falsePositives: 'Trials and internal tools that may stand still for a day.',
  question: {
    text: 'Where are changes tested before they reach {label}?',
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
      board`aws-cloud{testEnvironment=true}[ web:ec2 ]`,
      board`account{environment=prod, testEnvironment=true}[ web:ec2 ]`,
      board`aws-cloud[ account{environment=prod} test:account{environment=non-prod} ]`,
    ],
    fail: [
      board`aws-cloud{testEnvironment=false}[ web:ec2 ]`,
      board`aws-cloud[ account{environment=prod, testEnvironment=false} log:account{environment=shared} ]`,
    ],
    nearlyFail: [
      board`aws-cloud[ account{environment=prod, testEnvironment=false} test:account{environment=non-prod} ]`,
      board`account{environment=mixed}[ web:ec2 ]`,
    ],
    ask: [board`aws-cloud[ web:ec2 ]`, board`account{environment=prod}[ web:ec2 ]`],
    notApplicable: [board`account{environment=non-prod}[ web:ec2 ]`, board`web:ec2`],
  },
})
