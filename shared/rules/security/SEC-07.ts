import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { drawnInside, is, not, or, service } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-07',
  title: 'Everything in a VPC has a security group of its own',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'high',
  bestPractices: ['SEC05-BP02'],
  on: {
    services: [
      'ec2',
      'ecs',
      'eks',
      'fargate',
      'rds',
      'aurora',
      'elasticache',
      'efs',
      'fsx',
      'neptune',
      'documentdb',
      'redshift',
      'opensearch',
      'dax',
      'msk',
      'memorydb',
      'amazon-mq',
      'alb',
      'nlb',
      'elb',
    ],
  },
  when: or(not(service('opensearch')), drawnInside('vpc'), is('inVpc', true)),
  assert: or(drawnInside('securityGroup'), is('ownSecurityGroup', true)),
  message: '{label} has no security group of its own that lets in only what it needs.',
  rationale:
    'Without its own rules a resource shares the VPC’s default group, in which everything may talk to everything: one server taken over is then all of them.',
  remediation:
    'Give every tier its own security group, and let each accept traffic only from the group of the tier before it.',
  falsePositives: 'Resources whose security group is managed by a service on their behalf.',
  question: {
    text: 'Does {label} have a security group of its own?',
    askWhom: 'customer',
  },
  fix: automatic('Give it a security group of its own', setFact('ownSecurityGroup', true)),
  references: [
    {
      title: 'Control traffic to your AWS resources using security groups',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
    },
    {
      title: 'Default security groups for your VPCs',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html',
    },
  ],
  crosswalk: { checkov: ['CKV2_AWS_5'] },
  examples: {
    pass: [board`vpc[ sg[ web:ec2 ] ]`, board`orders:rds{ownSecurityGroup=true}`],
    fail: [board`orders:rds{ownSecurityGroup=false}`],
    nearlyFail: [board`sg[ asg[ web:ec2 ] ]`],
    ask: [board`vpc[ web:ec2 ]`],
    notApplicable: [board`s3 dynamodb`, board`logs:opensearch{inVpc=false}`],
  },
})
