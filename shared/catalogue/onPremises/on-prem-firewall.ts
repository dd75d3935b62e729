import { defineService } from '../define'
import { wave, words, yesNo } from '../common-facts'
import { criticality } from './facts/workload'

export default defineService({
  serviceId: 'on-prem-firewall',
  name: 'On-premises firewall',
  shortName: 'Firewall',
  category: 'onPremises',
  aliases: [
    'firewall',
    'fw',
    'palo alto',
    'fortinet',
    'fortigate',
    'checkpoint',
    'check point',
    'cisco asa',
    'sophos',
    'dmz firewall',
  ],
  purposes: ['perimeter protection', 'network protection'],
  icon: 'resource/Firewall',
  scope: 'on-premises',
  traits: ['security', 'workload'],
  facts: [
    words('product', 'Product', ['Which product is {label}?', 'Which product is {label}?']),
    yesNo('redundant', 'Has a second unit', [
      'Is there a second unit that takes over when {label} fails?',
      'Is {label} a redundant pair?',
    ]),
    yesNo('vpnCapable', 'Can build IPsec tunnels', [
      'Can {label} build VPN tunnels to the cloud?',
      'Can {label} terminate an IPsec VPN with BGP?',
    ]),
    criticality,
    wave,
  ],
  summary: 'A firewall at the edge of the customer’s own network.',
})
