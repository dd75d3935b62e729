import { defineService } from '../define'
import { yesNo } from '../common-facts'

export default defineService({
  serviceId: 'client',
  name: 'Client computer',
  shortName: 'Desktop client',
  category: 'people',
  aliases: [
    'desktop',
    'laptop',
    'pc',
    'workstation',
    'browser',
    'web browser',
    'fat client',
    'computer',
  ],
  purposes: ['client device', 'desktop application'],
  icon: 'resource/Client',
  scope: 'external',
  traits: ['client'],
  facts: [
    yesNo('managed', 'Managed by the company', [
      'Are these computers managed by you or do people bring their own?',
      'Are the client computers company-managed?',
    ]),
    yesNo('offline', 'Must work offline', [
      'Must {label} keep working when the network is down?',
      'Does {label} need to work offline?',
    ]),
  ],
  summary: 'A desktop or laptop that talks to the system.',
})
