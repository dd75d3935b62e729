import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, atLeast, drawnInside, is, isOneOf, or, service } from '../expression'
import { automatic } from '../fix'

export default defineRule({
  id: 'REL-14',
  title: 'Endpoints, file systems and functions in a VPC have addresses in two zones',
  pillar: 'reliability',
  designPrinciples: ['designForFailure'],
  risk: 'medium',
  riskNote:
    'AWS rates whole workloads; here one zone’s way to a service is lost, while the service itself stays up.',
  bestPractices: ['REL10-BP01', 'REL11-BP02'],
  on: { services: ['vpc-endpoint', 'efs', 'lambda'] },
  when: or(
    service('efs'),
    and(service('vpc-endpoint'), isOneOf('endpointType', ['interface', 'gatewayLoadBalancer'])),
    and(
      service('lambda'),
      or(drawnInside('vpc', 'publicSubnet', 'privateSubnet'), is('inVpc', true)),
    ),
  ),
  assert: atLeast('availabilityZones', 2),
  message: '{label} has an address in one Availability Zone only, and is gone with it.',
  rationale:
    'These services run in all zones, but are reached through network interfaces, one per subnet that was named. With one subnet, the loss of its zone cuts everyone off, and traffic from the other zones is paid for.',
  remediation:
    'Name subnets in at least two Availability Zones for the endpoint, the mount targets or the function.',
  falsePositives: 'EFS One Zone file systems, chosen to save money on data that can be made again.',
  question: {
    text: 'In how many Availability Zones does {label} have an address?',
    askWhom: 'architect',
  },
  fix: automatic('Give it addresses in two zones', {
    do: 'atLeast',
    key: 'availabilityZones',
    value: 2,
  }),
  references: [
    {
      title: 'Access an AWS service using an interface VPC endpoint',
      url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
    },
    {
      title: 'Giving Lambda functions access to resources in an Amazon VPC',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    },
    {
      title: 'Accessing EFS file systems',
      url: 'https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html',
    },
  ],
  crosswalk: { securityHub: ['Lambda.5'], trustedAdvisor: ['c1dfprch10'] },
  examples: {
    pass: [
      board`files:efs{availabilityZones=3}`,
      board`api:vpc-endpoint{endpointType=interface, availabilityZones=2}`,
    ],
    fail: [
      board`files:efs{availabilityZones=1}`,
      board`api:vpc-endpoint{endpointType=interface, availabilityZones=1}`,
      board`vpc[ private-subnet[ sync:lambda{availabilityZones=1} ] ]`,
    ],
    nearlyFail: [board`sync:lambda{inVpc=true, availabilityZones=2}`],
    ask: [board`files:efs`, board`sync:lambda{inVpc=true}`, board`vpc-endpoint`],
    notApplicable: [
      board`vpc-endpoint{endpointType=gateway}`,
      board`sync:lambda{inVpc=false}`,
      board`s3`,
    ],
  },
})
