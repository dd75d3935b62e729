import { defineService } from '../define'
import { choice, words, yesNo } from '../common-facts'

export default defineService({
  serviceId: 'third-party',
  name: 'Third-party system',
  shortName: 'Third party',
  category: 'people',
  aliases: [
    'third party',
    'partner',
    'partner system',
    'external system',
    'external api',
    'payment provider',
    'supplier',
    'b2b partner',
    'psp',
  ],
  purposes: ['integration partner'],
  icon: 'drawbridge/third-party',
  scope: 'external',
  traits: [],
  facts: [
    words('owner', 'Who runs it', [
      'Who runs {label}, and who is your contact there?',
      'Who runs {label}?',
    ]),
    choice(
      'exchange',
      'How data is exchanged',
      [
        ['api', 'API calls'],
        ['files', 'Files'],
        ['messages', 'Messages'],
        ['manual', 'By hand'],
      ],
      [
        'How do you exchange data with {label}: API, files, messages, by hand?',
        'Through which interface is {label} connected?',
      ],
    ),
    yesNo('ipAllowList', 'Lets in known addresses only', [
      'Does {label} let in only network addresses that it knows?',
      'Does {label} need fixed source addresses?',
    ]),
    words('sla', 'What it promises', [
      'Which availability does {label} promise you?',
      'Which SLA does {label} give?',
    ]),
  ],
  summary: 'A system of another company.',
})
