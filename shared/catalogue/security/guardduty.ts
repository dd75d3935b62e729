import { yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'guardduty',
  name: 'Amazon GuardDuty',
  shortName: 'GuardDuty',
  category: 'securityIdentityCompliance',
  aliases: ['amazon guardduty', 'guard duty', 'threat detection', 'ids'],
  purposes: [
    'threat detection',
    'intrusion detection',
    'malware',
    'compromised credentials',
    'monitoring',
  ],
  icon: 'architecture-service/AmazonGuardDuty',
  scope: 'regional',
  traits: ['security', 'observability'],
  summary: 'Watches logs for signs of intruders.',
  facts: [
    yesNo(
      'enabled',
      'On in every Region used',
      [
        'Would anyone notice if a stranger used your AWS account?',
        'Is {label} on in every Region?',
      ],
      {
        awsDefault: {
          value: false,
          source: 'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_settingup.html',
        },
      },
    ),
    yesNo('findingsReachSomeone', 'Findings reach someone', [
      'Who is told when {label} finds something?',
      'Do findings of {label} reach a person or a ticket?',
    ]),
  ],
})
