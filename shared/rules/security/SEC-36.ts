import { board } from '../board-text'
import { defineRule } from '../define-rule'
import {
  and,
  any,
  anyDrawn,
  drawnInside,
  groupKind,
  not,
  or,
  scope,
  service,
  trait,
} from '../expression'
import { automatic } from '../fix'
import { COMPUTE_FLEETS } from '../parts'

const endpoint = service('vpc-endpoint')

/** A service of AWS that is called at an address outside any VPC, unless there is an endpoint for it. */
const awsApi = and(scope('regional'), not(trait('apiFrontDoor', 'hybridLink')))

export default defineRule({
  id: 'SEC-36',
  title: 'Private workloads call AWS through VPC endpoints',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'medium',
  riskNote:
    'Calls to AWS are encrypted and signed on every path; an endpoint takes away the need for a way out, not a hole in itself.',
  bestPractices: ['SEC05-BP01'],
  on: { services: COMPUTE_FLEETS },
  when: and(drawnInside('privateSubnet'), drawnInside('vpc'), anyDrawn('peersOut', awsApi)),
  assert: or(
    anyDrawn('peersOut', endpoint),
    any(
      'ancestors',
      and(groupKind('vpc', 'availabilityZone', 'privateSubnet'), any('children', endpoint)),
    ),
  ),
  message: '{label} is private, and calls AWS services over the internet.',
  rationale:
    'A server that needs the internet to reach a bucket or a queue has a way out, and so has whoever takes it over. With endpoints the subnet needs no route to the internet, and a policy says which buckets and accounts may be reached.',
  remediation:
    'Add gateway endpoints for S3 and DynamoDB, which are free, and interface endpoints for the other services that are called, with policies that name your own resources.',
  falsePositives:
    'An endpoint in a shared services VPC, or one that is drawn in another subnet: draw it in the VPC itself.',
  question: {
    text: 'Are there VPC endpoints for the AWS services that {label} calls?',
    askWhom: 'architect',
  },
  fix: automatic('Add a VPC endpoint', {
    do: 'add',
    service: 'vpc-endpoint',
    facts: {
      endpointType: 'interface',
      availabilityZones: 2,
      policyRestricted: true,
      ownSecurityGroup: true,
    },
    where: 'vpc',
  }),
  references: [
    {
      title: 'Access AWS services through AWS PrivateLink',
      url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html',
    },
    {
      title: 'Gateway endpoints',
      url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
    },
  ],
  crosswalk: { securityHub: ['EC2.10'] },
  examples: {
    pass: [
      board`vpc[ vpc-endpoint private-subnet[ app:ec2 ] ] app -> sqs`,
      board`vpc[ private-subnet[ app:ecs vpc-endpoint ] ] app -> s3`,
    ],
    fail: [
      board`vpc!complete[ private-subnet[ app:ec2 ] ] app -> sqs`,
      board`vpc!complete[ az[ private-subnet[ app:fargate ] ] ] app -> secrets-manager`,
    ],
    nearlyFail: [board`vpc!complete[ private-subnet[ app:ec2 ] ] app -> api-gateway`],
    ask: [board`vpc[ private-subnet[ app:ec2 ] ] app -> sqs`],
    notApplicable: [
      board`vpc[ public-subnet[ app:ec2 ] ] app -> sqs`,
      board`vpc[ private-subnet[ app:ec2 -> orders:rds ] ]`,
    ],
  },
})
