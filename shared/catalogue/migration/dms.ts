import { amount, choice, publicAccess, subnetType, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'dms',
  name: 'AWS Database Migration Service (DMS)',
  shortName: 'DMS',
  category: 'migrationModernization',
  aliases: ['aws dms', 'database migration service', 'schema conversion', 'sct', 'cdc'],
  purposes: [
    'database migration',
    'replatform',
    'replication',
    'change data capture',
    'migrate database',
  ],
  icon: 'architecture-service/AWSDatabaseMigrationService',
  scope: 'vpc',
  traits: ['migration'],
  summary: 'Moves databases while they stay in use, also between different engines.',
  facts: [
    choice(
      'migrationType',
      'Type',
      [
        ['fullLoad', 'Full load'],
        ['fullLoadAndCdc', 'Full load, then ongoing changes'],
        ['cdc', 'Ongoing changes only'],
      ],
      [
        'May the database stand still while it is moved?',
        'Does {label} do a full load, ongoing replication, or both?',
      ],
    ),
    yesNo('tls', 'Encrypted endpoints', [
      'Is the data encrypted while it moves through {label}?',
      'Do the endpoints of {label} use TLS?',
    ]),
    choice(
      'path',
      'Goes over',
      [
        ['internet', 'Internet'],
        ['vpn', 'VPN'],
        ['directConnect', 'Direct Connect'],
      ],
      [
        'Over which connection may the data travel, and how fast is it?',
        'Which network path does {label} use?',
      ],
    ),
    publicAccess(),
    yesNo('multiAz', 'Multi-AZ', [
      'May the move start over if a machine fails?',
      'Is the replication instance of {label} Multi-AZ?',
    ]),
    amount(
      'sizeGb',
      'Volume to move',
      ['How large are the databases to move?', 'What volume does {label} move?'],
      { unit: 'GB' },
    ),
    yesNo('schemaConversion', 'Engine changes', [
      'Does the database product change with the move?',
      'Does {label} need schema conversion?',
    ]),
    subnetType,
  ],
})
