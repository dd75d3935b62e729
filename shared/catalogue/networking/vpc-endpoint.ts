import { availabilityZones, choice, ownSecurityGroup, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'vpc-endpoint',
  name: 'Amazon VPC Endpoint',
  shortName: 'VPC endpoint',
  category: 'networkingContentDelivery',
  aliases: ['endpoint', 'gateway endpoint', 'interface endpoint', 'privatelink', 'vpce'],
  purposes: [
    'private access to s3',
    'private access to aws services',
    'no internet',
    'avoid nat cost',
  ],
  icon: 'resource/AmazonVPCEndpoints',
  scope: 'vpc',
  traits: ['networkGateway'],
  summary: 'Reaches AWS services from a VPC without going over the internet.',
  facts: [
    choice(
      'endpointType',
      'Type',
      [
        ['gateway', 'Gateway (S3, DynamoDB; free)'],
        ['interface', 'Interface (PrivateLink)'],
        ['gatewayLoadBalancer', 'Gateway Load Balancer'],
      ],
      ['Which AWS services are called through {label}?', 'Which type of endpoint is {label}?'],
    ),
    availabilityZones,
    yesNo(
      'policyRestricted',
      'Policy narrower than everything',
      [
        'Can {label} be used to reach any account, or only yours?',
        'Does {label} have an endpoint policy that limits it?',
      ],
      {
        awsDefault: {
          value: false,
          source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
        },
      },
    ),
    ownSecurityGroup,
  ],
})
