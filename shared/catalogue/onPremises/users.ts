import { defineService } from '../define'
import { amount, choice, yesNo } from '../common-facts'

export default defineService({
  serviceId: 'users',
  name: 'Users',
  shortName: 'Users',
  category: 'people',
  aliases: ['user', 'people', 'customers', 'end users', 'employees', 'staff', 'person', 'visitors'],
  purposes: ['who uses it', 'audience', 'actors'],
  icon: 'resource/Users',
  scope: 'external',
  traits: ['people', 'client'],
  facts: [
    amount('count', 'How many', [
      'How many people use this, and how many at the same time?',
      'For how many users at once is this sized?',
    ]),
    choice(
      'where',
      'Where they are',
      [
        ['office', 'In the company network'],
        ['internet', 'Anywhere on the internet'],
        ['both', 'Both'],
      ],
      [
        'Where are {label} when they use this: in your offices or anywhere on the internet?',
        'From which networks do {label} connect?',
      ],
    ),
    yesNo('worldwide', 'On several continents', [
      'Are {label} in one region of the world or on several continents?',
      'Are {label} spread over several continents?',
    ]),
    yesNo('mfa', 'Sign in with a second factor', [
      'Do {label} sign in with a second factor, such as an app or a key?',
      'Do {label} sign in with multi-factor authentication?',
    ]),
  ],
  summary: 'The people who use what is drawn.',
})
