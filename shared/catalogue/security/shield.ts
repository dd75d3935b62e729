import { yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'shield',
  name: 'AWS Shield',
  shortName: 'Shield',
  category: 'securityIdentityCompliance',
  aliases: ['aws shield', 'shield advanced', 'ddos protection'],
  purposes: ['ddos', 'denial of service', 'attack protection', 'availability under attack'],
  icon: 'architecture-service/AWSShield',
  scope: 'global',
  traits: ['security'],
  summary: 'Protection against denial of service; Standard is always on, Advanced is paid.',
  facts: [
    yesNo(
      'advanced',
      'Shield Advanced',
      [
        'Has {label} ever been the target of a denial of service attack?',
        'Is Shield Advanced subscribed?',
      ],
      {
        awsDefault: {
          value: false,
          source: 'https://docs.aws.amazon.com/waf/latest/developerguide/ddos-overview.html',
        },
      },
    ),
    yesNo('responseTeam', 'Response team may help', [
      'Do you know whom to call during an attack?',
      'Is the Shield Response Team authorised?',
    ]),
  ],
})
