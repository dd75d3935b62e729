import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { inside } from '../expression'

export default defineRule({
  id: 'STR-03',
  title: 'Everything that is bound to a zone has a subnet',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'medium',
  bestPractices: ['SEC05-BP01'],
  on: { services: ['ec2', 'rds', 'nat-gateway'] },
  assert: inside('publicSubnet', 'privateSubnet'),
  message: '{label} is in no subnet, so nobody can say who can reach it.',
  rationale:
    'The subnet decides whether there is a way to and from the internet, and in which zone a resource is.',
  remediation: 'Drop it into a public or private subnet.',
  falsePositives: 'Very early sketches: leave the group a sketch and answer later.',
  question: { text: 'In which subnet is {label}?', askWhom: 'architect' },
  fix: { kind: 'none' },
  references: [
    {
      title: 'Subnets for your VPC',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html',
    },
  ],
  crosswalk: {
    securityHub: ['RDS.18'],
    checkov: ['CKV_AWS_154'],
    cdkNag: ['EC2InstancesInVPC', 'RedshiftClusterInVPC', 'ElastiCacheClusterInVPC'],
    guard: ['EC2_INSTANCES_IN_VPC'],
    trivy: ['AWS-0127'],
  },
  examples: {
    pass: [board`vpc[ private-subnet[ rds ] ]`, board`private-subnet[ asg[ ec2 ] ]`],
    fail: [board`vpc!complete[ rds ]`, board`vpc!complete[ az[ ec2 ] ]`],
    nearlyFail: [board`vpc!complete[ private-subnet[ sg[ ec2 ] ] ]`],
    ask: [board`ec2`, board`vpc[ rds ]`],
    notApplicable: [board`s3`, board`users`],
  },
})
