import {
  alarms,
  amount,
  availabilityZones,
  backupRetentionDays,
  choice,
  classification,
  credentialsInSecretsManager,
  deletionProtection,
  encryptedAtRest,
  encryptionKey,
  environment,
  iamAuthentication,
  instances,
  ownSecurityGroup,
  owner,
  publicAccess,
  subnetType,
  yesNo,
} from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'aurora',
  name: 'Amazon Aurora',
  shortName: 'Aurora',
  category: 'database',
  aliases: [
    'amazon aurora',
    'aurora postgresql',
    'aurora mysql',
    'aurora serverless',
    'rds aurora',
  ],
  purposes: [
    'relational database',
    'sql database',
    'database',
    'postgres',
    'postgresql',
    'mysql',
    'cluster database',
  ],
  icon: 'architecture-service/AmazonAurora',
  scope: 'vpc',
  traits: ['dataStore', 'database', 'relational'],
  summary:
    'MySQL- and PostgreSQL-compatible clusters whose storage spans three Availability Zones.',
  facts: [
    choice(
      'engine',
      'Compatible with',
      [
        ['aurora-postgresql', 'PostgreSQL'],
        ['aurora-mysql', 'MySQL'],
      ],
      ['Does the application speak PostgreSQL or MySQL?', 'Which engine does {label} run?'],
    ),
    instances,
    availabilityZones,
    yesNo('serverless', 'Serverless capacity', [
      'Does the load on {label} vary a lot?',
      'Does {label} use Aurora Serverless capacity?',
    ]),
    amount('readReplicas', 'Reader instances', [
      'Are there copies of {label} that reports and read traffic go to? How many?',
      'How many reader instances does {label} have?',
    ]),
    backupRetentionDays({
      awsDefault: {
        value: 1,
        source:
          'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html',
      },
    }),
    encryptedAtRest(),
    encryptionKey,
    publicAccess(),
    subnetType,
    ownSecurityGroup,
    deletionProtection,
    iamAuthentication,
    credentialsInSecretsManager,
    yesNo('tlsRequired', 'Refuses unencrypted connections', [
      'Does {label} refuse connections that are not encrypted?',
      'Does {label} enforce TLS?',
    ]),
    alarms,
    classification,
    environment,
    owner,
  ],
})
