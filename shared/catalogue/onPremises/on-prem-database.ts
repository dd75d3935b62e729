import { defineService } from '../define'
import { choice, rpoMinutes, rtoMinutes, wave, words, yesNo } from '../common-facts'
import { backedUp, criticality, dataVolumeGib, dependencies, licence } from './facts/workload'

export default defineService({
  serviceId: 'on-prem-database',
  name: 'On-premises database',
  shortName: 'Database',
  category: 'onPremises',
  aliases: [
    'on-prem database',
    'oracle database',
    'sql server database',
    'self-managed database',
    'oracle rac',
    'db2',
    'sybase',
    'legacy database',
    'database server',
  ],
  purposes: ['database on-premises'],
  icon: 'resource/Database',
  scope: 'on-premises',
  traits: ['dataStore', 'database', 'workload'],
  facts: [
    choice(
      'engine',
      'Engine',
      [
        ['oracle', 'Oracle'],
        ['sqlserver', 'Microsoft SQL Server'],
        ['mysql', 'MySQL'],
        ['mariadb', 'MariaDB'],
        ['postgresql', 'PostgreSQL'],
        ['db2', 'IBM Db2'],
        ['mongodb', 'MongoDB'],
        ['other', 'Another one'],
      ],
      [
        'Which database is {label}: Oracle, SQL Server, MySQL, PostgreSQL, and in which version?',
        'Which engine does {label} run?',
      ],
    ),
    words('version', 'Version', [
      'Which version of the database is {label}?',
      'Which engine version does {label} run?',
    ]),
    dataVolumeGib,
    yesNo('highAvailability', 'Has a standby', [
      'Is there a second copy of {label} that takes over when it fails?',
      'Does {label} have a standby that takes over?',
    ]),
    yesNo('encrypted', 'Encrypted on disk', [
      'Is the data of {label} encrypted on disk?',
      'Is {label} encrypted at rest?',
    ]),
    yesNo('proprietaryFeatures', 'Uses the vendor’s own features', [
      'Does {label} use stored procedures or features that only this vendor has?',
      'Does {label} depend on proprietary features that block another engine?',
    ]),
    criticality,
    rpoMinutes,
    rtoMinutes,
    backedUp,
    licence,
    dependencies,
    wave,
  ],
  summary: 'A database in the customer’s own data center.',
})
