import {
  costTag,
  alarms,
  availabilityZones,
  backupRetentionDays,
  classification,
  encryptedAtRest,
  encryptionKey,
  environment,
  inVpc,
  instances,
  ownSecurityGroup,
  owner,
  pricing,
  publicAccess,
  subnetType,
  tlsRequired,
  yesNo,
} from '../common-facts'
import { defineService } from '../define'

const NEW_DEFAULTS = 'https://docs.aws.amazon.com/redshift/latest/mgmt/behavior-changes.html'

export default defineService({
  serviceId: 'redshift',
  name: 'Amazon Redshift',
  shortName: 'Redshift',
  category: 'analytics',
  aliases: ['amazon redshift', 'redshift serverless', 'dwh', 'teradata replacement'],
  purposes: ['data warehouse', 'warehouse', 'olap', 'mpp', 'reporting', 'business intelligence'],
  icon: 'architecture-service/AmazonRedshift',
  scope: 'vpc',
  traits: ['dataStore', 'database', 'relational'],
  summary: 'A data warehouse: SQL over very large tables, stored by column.',
  facts: [
    instances,
    availabilityZones,
    yesNo('multiAz', 'Multi-AZ', [
      'Do reports go on when the data center of {label} fails?',
      'Is {label} a Multi-AZ cluster?',
    ]),
    backupRetentionDays({
      awsDefault: {
        value: 1,
        source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-snapshots.html',
      },
    }),
    encryptedAtRest({ awsDefault: { value: true, since: '2025-01-10', source: NEW_DEFAULTS } }),
    encryptionKey,
    publicAccess({ awsDefault: { value: false, since: '2025-01-10', source: NEW_DEFAULTS } }),
    tlsRequired({ awsDefault: { value: true, since: '2025-01-10', source: NEW_DEFAULTS } }),
    yesNo(
      'accessLogs',
      'Audit logs',
      ['Is there a record of who queried {label}?', 'Is audit logging on for {label}?'],
      {
        awsDefault: {
          value: false,
          source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html',
        },
      },
    ),
    inVpc,
    subnetType,
    ownSecurityGroup,
    pricing,
    alarms,
    classification,
    environment,
    owner,
    costTag,
  ],
})
