import { yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'security-hub',
  name: 'AWS Security Hub',
  shortName: 'Security Hub',
  category: 'securityIdentityCompliance',
  aliases: ['aws security hub', 'security hub cspm', 'cspm'],
  purposes: [
    'security findings',
    'security posture',
    'compliance checks',
    'security standards',
    'cis benchmark',
  ],
  icon: 'architecture-service/AWSSecurityHub',
  scope: 'regional',
  traits: ['security', 'observability'],
  summary: 'Checks accounts against security standards and collects findings in one place.',
  facts: [
    yesNo(
      'enabled',
      'On in every Region used',
      [
        'Does anything check your AWS accounts against security rules all the time?',
        'Is {label} on in every Region used?',
      ],
      {
        awsDefault: {
          value: false,
          source:
            'https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-settingup.html',
        },
      },
    ),
    yesNo('findingsReachSomeone', 'Findings reach someone', [
      'Who is told when {label} finds something?',
      'Do findings of {label} reach a person or a ticket?',
    ]),
  ],
})
