import { amount, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'transit-gateway',
  name: 'AWS Transit Gateway',
  shortName: 'Transit Gateway',
  category: 'networkingContentDelivery',
  aliases: ['tgw', 'aws transit gateway', 'transit gw'],
  purposes: [
    'hub and spoke',
    'connect vpcs',
    'network hub',
    'hybrid network',
    'routing between networks',
  ],
  icon: 'architecture-service/AWSTransitGateway',
  scope: 'regional',
  traits: ['networkGateway', 'hybridLink'],
  summary: 'One hub that joins VPCs, VPNs and Direct Connect instead of a mesh of peerings.',
  facts: [
    amount('attachments', 'Networks attached', [
      'How many networks does {label} join?',
      'How many attachments does {label} have?',
    ]),
    yesNo(
      'autoAcceptShared',
      'Accepts attachments by itself',
      [
        'Can another account join {label} without anyone approving it?',
        'Does {label} accept shared attachments automatically?',
      ],
      {
        awsDefault: {
          value: false,
          source: 'https://docs.aws.amazon.com/vpc/latest/tgw/working-with-transit-gateways.html',
        },
      },
    ),
    yesNo('segmented', 'Separate route tables', [
      'Can every attached network reach every other?',
      'Do separate route tables keep production and the rest apart on {label}?',
    ]),
  ],
})
