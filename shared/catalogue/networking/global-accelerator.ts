import { choice, environment, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'global-accelerator',
  name: 'AWS Global Accelerator',
  shortName: 'Global Accelerator',
  category: 'networkingContentDelivery',
  aliases: ['aws global accelerator', 'ga', 'anycast'],
  purposes: ['worldwide users', 'static ip', 'failover between regions', 'udp', 'low latency'],
  icon: 'architecture-service/AWSGlobalAccelerator',
  scope: 'global',
  traits: ['networkGateway'],
  summary: 'Two fixed addresses that bring people over AWS’s own network to the nearest Region.',
  facts: [
    choice(
      'acceleratorType',
      'Type',
      [
        ['standard', 'Standard: nearest healthy endpoint'],
        ['custom', 'Custom routing: one given instance'],
      ],
      [
        'May each user go to whichever server is nearest, or must it be a certain one?',
        'Is {label} a standard or a custom routing accelerator?',
      ],
    ),
    yesNo(
      'flowLogs',
      'Flow logs',
      ['Could you see afterwards who came in through {label}?', 'Are flow logs on for {label}?'],
      {
        awsDefault: {
          value: false,
          source:
            'https://docs.aws.amazon.com/global-accelerator/latest/dg/monitoring-global-accelerator.flow-logs.html',
        },
      },
    ),
    environment,
  ],
})
