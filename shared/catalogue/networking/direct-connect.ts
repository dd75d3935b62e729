import { amount, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'direct-connect',
  name: 'AWS Direct Connect',
  shortName: 'Direct Connect',
  category: 'networkingContentDelivery',
  aliases: ['dx', 'aws direct connect', 'dedicated line', 'leased line', 'mpls'],
  purposes: [
    'hybrid network',
    'private line',
    'connect data center',
    'steady latency',
    'large transfers',
  ],
  icon: 'architecture-service/AWSDirectConnect',
  scope: 'regional',
  traits: ['hybridLink', 'networkGateway'],
  summary: 'A private line between a site and AWS, with steady latency.',
  facts: [
    amount('locations', 'Direct Connect locations', [
      'In how many places does {label} enter the AWS network?',
      'How many Direct Connect locations does {label} use?',
    ]),
    amount('connections', 'Connections', [
      'How many separate lines make up {label}?',
      'How many connections does {label} have?',
    ]),
    yesNo('redundant', 'A second way in', [
      'If the line {label} is cut, is there another connection to AWS?',
      'Does {label} have a second location or a VPN as backup?',
    ]),
    yesNo(
      'encrypted',
      'Encrypted',
      ['Is the traffic on {label} encrypted?', 'Is MACsec or a VPN used over {label}?'],
      {
        awsDefault: {
          value: false,
          source:
            'https://docs.aws.amazon.com/directconnect/latest/UserGuide/encryption-in-transit.html',
        },
      },
    ),
    amount(
      'bandwidthMbps',
      'Bandwidth',
      ['How fast is {label}?', 'What bandwidth does {label} need?'],
      { unit: 'Mbit/s' },
    ),
  ],
})
