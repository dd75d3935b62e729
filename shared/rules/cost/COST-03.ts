import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, any, anyDrawn, drawnInside, is, service, trait } from '../expression'
import { automatic } from '../fix'

export default defineRule({
  id: 'COST-03',
  title: 'Traffic from private subnets to S3 and DynamoDB takes a gateway endpoint',
  pillar: 'costOptimization',
  designPrinciples: ['dontFearConstraints', 'securityAtEveryLayer'],
  risk: 'medium',
  bestPractices: ['COST08-BP03', 'COST08-BP02'],
  on: { groups: ['vpc'] },
  when: anyDrawn(
    'descendants',
    and(
      trait('compute'),
      drawnInside('privateSubnet'),
      anyDrawn('peersOut', service('s3', 'dynamodb')),
    ),
  ),
  assert: any('descendants', and(service('vpc-endpoint'), is('endpointType', 'gateway'))),
  message: '{label} has no gateway endpoint: what goes to S3 or DynamoDB passes a NAT gateway.',
  rationale:
    'A NAT gateway charges for every gigabyte. A gateway endpoint takes the same traffic for nothing, and keeps it off the internet.',
  remediation:
    'Add a gateway endpoint for S3 and one for DynamoDB to the VPC, and to the route tables of its private subnets. Limit it with a policy to your own buckets and tables.',
  falsePositives:
    'A VPC that reaches S3 over an interface endpoint because its traffic comes from your own site, or one with a few megabytes a month.',
  question: {
    text: 'Which way does the traffic from {label} to S3 and DynamoDB take?',
    askWhom: 'customer',
  },
  fix: automatic('Add a gateway endpoint', {
    do: 'add',
    service: 'vpc-endpoint',
    label: 'Gateway endpoint',
    facts: { endpointType: 'gateway', policyRestricted: true },
    where: 'inside',
  }),
  references: [
    {
      title: 'Gateway endpoints',
      url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
    },
    {
      title: 'COST08-BP03 Implement services to reduce data transfer costs',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/cost_data_transfer_implement_services.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`vpc[ vpc-endpoint{endpointType=gateway} private-subnet[ app:ec2 ] ] app -> files:s3`,
    ],
    fail: [
      board`vpc!complete[ private-subnet[ app:ec2 ] ] app -> files:s3`,
      board`vpc!complete[ vpc-endpoint{endpointType=interface} private-subnet[ app:fargate ] ] app -> dynamodb`,
    ],
    nearlyFail: [
      board`vpc!complete[ private-subnet[ app:ec2 ] ] app -> sqs`,
      board`vpc!complete[ public-subnet[ app:ec2 ] ] app -> files:s3`,
    ],
    ask: [
      board`vpc[ private-subnet[ app:ec2 ] ] app -> files:s3`,
      board`vpc!complete[ vpc-endpoint private-subnet[ app:ec2 ] ] app -> files:s3`,
    ],
    notApplicable: [board`vpc[ private-subnet[ app:ec2 ] ]`, board`lambda -> dynamodb`],
  },
})
