import { defineService } from '../define'
import { amount, wave, words } from '../common-facts'
import { backedUp, criticality, dataVolumeGib, dependencies, licence } from './facts/workload'

export default defineService({
  serviceId: 'on-prem-mail-server',
  name: 'On-premises mail server',
  shortName: 'Mail server',
  category: 'onPremises',
  aliases: [
    'mail server',
    'exchange',
    'exchange server',
    'smtp server',
    'postfix',
    'lotus notes',
    'mailbox server',
    'smtp relay',
  ],
  purposes: ['mailboxes on-premises', 'email server'],
  icon: 'resource/Email',
  scope: 'on-premises',
  traits: ['compute', 'workload'],
  facts: [
    words('product', 'Product', [
      'Which mail system is {label}, and in which version?',
      'Which product and version is {label}?',
    ]),
    amount('mailboxes', 'Mailboxes', [
      'How many mailboxes are on {label}?',
      'How many mailboxes have to move?',
    ]),
    dataVolumeGib,
    criticality,
    backedUp,
    licence,
    dependencies,
    wave,
  ],
  summary: 'A mail server at the customer’s own site.',
})
