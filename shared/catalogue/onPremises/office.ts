import { defineService } from '../define'
import { amount, choice, yesNo } from '../common-facts'

export default defineService({
  serviceId: 'office',
  name: 'Office',
  shortName: 'Office',
  category: 'onPremises',
  aliases: [
    'branch',
    'branch office',
    'office building',
    'headquarters',
    'hq',
    'site',
    'store',
    'shop',
    'factory',
    'warehouse site',
    'remote office',
  ],
  purposes: ['location', 'company site'],
  icon: 'resource/Officebuilding',
  scope: 'external',
  traits: ['people', 'client'],
  facts: [
    amount('people', 'People', [
      'How many people work in {label}?',
      'For how many people is the link of {label} sized?',
    ]),
    amount(
      'bandwidthMbps',
      'Internet line',
      [
        'How fast is the internet line of {label}, and how full is it?',
        'Which bandwidth does {label} need?',
      ],
      { unit: 'Mbit/s' },
    ),
    yesNo('secondLine', 'Has a second line', [
      'Is there a second line when the first fails?',
      'Does {label} have a redundant connection?',
    ]),
    choice(
      'connection',
      'How it is connected',
      [
        ['internet', 'Internet only'],
        ['vpn', 'VPN'],
        ['mpls', 'MPLS or leased line'],
        ['sd-wan', 'SD-WAN'],
      ],
      ['How is {label} connected to the data center?', 'How will {label} reach AWS?'],
    ),
  ],
  summary: 'A site where the customer’s people work.',
})
