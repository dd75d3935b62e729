import { amount, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'application-migration-service',
  name: 'AWS Application Migration Service (MGN)',
  shortName: 'MGN',
  category: 'migrationModernization',
  aliases: ['mgn', 'aws application migration service', 'cloudendure', 'server migration', 'sms'],
  purposes: ['rehost', 'lift and shift', 'migrate servers', 'replicate servers', 'migration'],
  icon: 'architecture-service/AWSApplicationMigrationService',
  scope: 'regional',
  traits: ['migration'],
  summary: 'Rehosts servers by replicating their disks until the cutover.',
  facts: [
    amount('servers', 'Servers to move', [
      'How many servers are to be moved?',
      'How many servers does {label} replicate?',
    ]),
    amount(
      'cutoverMinutes',
      'Downtime allowed at cutover',
      [
        'For how long may the application be down when it moves?',
        'What cutover window does {label} have?',
      ],
      { unit: 'min' },
    ),
    yesNo('testLaunched', 'Test launch done', [
      'Has anyone tried the moved server before the real cutover?',
      'Was a test instance launched from {label}?',
    ]),
    yesNo('privateReplication', 'Replicates over a private link', [
      'May replication use the internet, or only a private line?',
      'Does {label} replicate over VPN or Direct Connect?',
    ]),
  ],
})
