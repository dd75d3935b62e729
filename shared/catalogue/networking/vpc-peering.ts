import { yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'vpc-peering',
  name: 'VPC Peering Connection',
  shortName: 'VPC peering',
  category: 'networkingContentDelivery',
  aliases: ['peering', 'vpc peering', 'pcx', 'vnet peering'],
  purposes: ['connect two vpcs', 'private network between vpcs', 'no overlap'],
  icon: 'resource/AmazonVPCPeeringConnection',
  scope: 'vpc',
  traits: ['hybridLink', 'networkGateway'],
  summary: 'A private way between two VPCs; it leads no further than to these two.',
  facts: [
    yesNo('crossAccount', 'To another account', [
      'Does the network at the other end of {label} belong to someone else?',
      'Does {label} lead to another account?',
    ]),
    yesNo('routesNarrow', 'Routes to what is needed only', [
      'Can everything in one network reach everything in the other over {label}?',
      'Do the routes over {label} cover only the subnets that need it?',
    ]),
  ],
})
