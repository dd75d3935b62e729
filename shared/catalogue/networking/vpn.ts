import { amount, choice, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'vpn',
  name: 'AWS Site-to-Site VPN',
  shortName: 'Site-to-Site VPN',
  category: 'networkingContentDelivery',
  aliases: [
    'vpn',
    'aws site-to-site vpn',
    's2s vpn',
    'ipsec',
    'vpn gateway',
    'vgw',
    'virtual private gateway',
  ],
  purposes: [
    'hybrid network',
    'connect office',
    'connect data center',
    'encrypted tunnel',
    'site to site',
  ],
  icon: 'architecture-service/AWSSitetoSiteVPN',
  scope: 'regional',
  traits: ['hybridLink', 'networkGateway'],
  summary: 'Encrypted tunnels over the internet between a site and AWS.',
  facts: [
    amount(
      'tunnelsUp',
      'Tunnels in use',
      [
        'Are both VPN tunnels of {label} set up on your router?',
        'How many tunnels of {label} are configured on the customer gateway?',
      ],
      {
        max: 8,
        help: 'AWS always offers two tunnels per connection; the customer side must use both.',
      },
    ),
    amount('customerGateways', 'Customer gateways', [
      'How many routers at the site carry {label}?',
      'How many customer gateway devices terminate {label}?',
    ]),
    choice(
      'routing',
      'Routing',
      [
        ['bgp', 'Dynamic (BGP)'],
        ['static', 'Static'],
      ],
      ['Does your router support BGP?', 'Is routing over {label} dynamic or static?'],
    ),
    yesNo('redundant', 'A second way in', [
      'If {label} fails, is there another connection to AWS?',
      'Does {label} have a redundant path?',
    ]),
    amount(
      'bandwidthMbps',
      'Bandwidth',
      ['How much bandwidth does the site have?', 'What bandwidth does {label} need?'],
      { unit: 'Mbit/s' },
    ),
  ],
})
