import { availabilityZones, choice, subnetType } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'nat-gateway',
  name: 'NAT Gateway',
  shortName: 'NAT gateway',
  category: 'networkingContentDelivery',
  aliases: ['nat', 'nat gw', 'ngw', 'network address translation'],
  purposes: [
    'outbound internet',
    'egress',
    'private subnet internet access',
    'updates from private subnet',
  ],
  icon: 'resource/AmazonVPCNATGateway',
  scope: 'zonal',
  traits: ['networkGateway'],
  summary: 'Lets private subnets call out to the internet without being reachable from it.',
  facts: [
    availabilityZones,
    choice(
      'connectivity',
      'Connectivity',
      [
        ['public', 'To the internet'],
        ['private', 'To other private networks'],
      ],
      [
        'Do the internal servers call the internet, or only other networks of yours?',
        'Is {label} a public or a private NAT gateway?',
      ],
      {
        awsDefault: {
          value: 'public',
          source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
        },
      },
    ),
    subnetType,
  ],
})
