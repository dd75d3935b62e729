import { choice, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'mobile-client',
  name: 'Mobile client',
  shortName: 'Mobile client',
  category: 'people',
  aliases: ['mobile', 'phone', 'smartphone', 'tablet', 'mobile app', 'ios', 'android', 'app user'],
  purposes: ['mobile device'],
  icon: 'resource/Mobileclient',
  scope: 'external',
  traits: ['client'],
  facts: [
    choice(
      'appKind',
      'Kind of app',
      [
        ['native', 'Installed app'],
        ['web', 'Web page'],
        ['both', 'Both'],
      ],
      [
        'Do people on phones use an installed app or the web page?',
        'Is the mobile client an installed app or a web page?',
      ],
    ),
    yesNo('push', 'Gets push notifications', [
      'Does {label} get push notifications?',
      'Does {label} need push notifications?',
    ]),
  ],
  summary: 'A phone or tablet that talks to the system.',
})
