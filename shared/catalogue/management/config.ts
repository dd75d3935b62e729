import { yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'config',
  name: 'AWS Config',
  shortName: 'Config',
  category: 'managementGovernance',
  aliases: ['aws config', 'config rules', 'conformance pack'],
  purposes: [
    'configuration history',
    'compliance rules',
    'resource inventory',
    'drift',
    'change tracking',
    'audit',
  ],
  icon: 'architecture-service/AWSConfig',
  scope: 'regional',
  traits: ['observability', 'security'],
  summary: 'Records how every resource was set up over time, and checks it against rules.',
  facts: [
    yesNo(
      'enabled',
      'Records every resource',
      [
        'Could you tell who changed a setting last month, and what it was before?',
        'Does {label} record all supported resources?',
      ],
      {
        awsDefault: {
          value: false,
          source: 'https://docs.aws.amazon.com/config/latest/developerguide/gs-console.html',
        },
      },
    ),
    yesNo('allRegions', 'On in every Region used', [
      'Is that so for every part of the world in which you use AWS?',
      'Is {label} on in every Region used, with global resources recorded once?',
    ]),
    yesNo('remediation', 'Puts things right by itself', [
      'What happens when somebody opens what should be closed?',
      'Do rules of {label} have automatic remediation?',
    ]),
  ],
})
