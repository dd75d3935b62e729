import { defineService } from '../define'
import { wave, words, yesNo } from '../common-facts'
import { criticality } from './facts/workload'

export default defineService({
  serviceId: 'on-prem-load-balancer',
  name: 'On-premises load balancer',
  shortName: 'Load balancer',
  category: 'onPremises',
  aliases: [
    'f5',
    'big-ip',
    'haproxy',
    'netscaler',
    'nginx',
    'citrix adc',
    'on-prem load balancer',
    'hardware load balancer',
  ],
  purposes: ['load balancing on-premises', 'reverse proxy on-premises'],
  icon: 'drawbridge/load-balancer',
  scope: 'on-premises',
  traits: ['loadBalancer', 'workload'],
  facts: [
    words('product', 'Product', ['Which product is {label}?', 'Which product is {label}?']),
    yesNo('redundant', 'Has a second unit', [
      'Is there a second unit that takes over when {label} fails?',
      'Is {label} a redundant pair?',
    ]),
    yesNo('tlsTermination', 'Ends the encryption', [
      'Is the encrypted connection of your users ended at {label}?',
      'Does {label} terminate TLS?',
    ]),
    yesNo('stickySessions', 'Keeps users on one server', [
      'Must a user always come back to the same server?',
      'Does {label} need sticky sessions?',
    ]),
    criticality,
    wave,
  ],
  summary: 'A load balancer at the customer’s own site.',
})
