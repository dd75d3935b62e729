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
  ownSecurityGroup,
  owner,
  publicAccess,
  subnetType,
  yesNo,
} from '../common-facts'
import { defineService } from '../define'

const CREATE_DB_INSTANCE =
  'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html'

export default defineService({
  serviceId: 'rds',
  name: 'Amazon Relational Database Service (RDS)',
  shortName: 'RDS',
  category: 'database',
  aliases: [
    'amazon rds',
    'relational database service',
    'postgres',
    'postgresql',
    'mysql',
    'mariadb',
    'sql server',
    'oracle',
    'db2',
    'mssql',
  ],
  purposes: [
    'relational database',
    'sql database',
    'database',
    'db',
    'transactions',
    'oltp',
    'managed database',
  ],
  icon: 'architecture-service/AmazonRDS',
  scope: 'zonal',
  traits: ['dataStore', 'database', 'relational'],
  summary:
    'Managed PostgreSQL, MySQL, MariaDB, Oracle, SQL Server and Db2 with backups and failover.',
  facts: [
    choice(
      'engine',
      'Engine',
      [
        ['postgres', 'PostgreSQL'],
        ['mysql', 'MySQL'],
        ['mariadb', 'MariaDB'],
        ['oracle', 'Oracle'],
        ['sqlserver', 'SQL Server'],
        ['db2', 'Db2'],
      ],
      ['Which database product is {label}?', 'Which engine does {label} run?'],
    ),
    yesNo(
      'multiAz',
      'Multi-AZ standby',
      [
        'If the data center of {label} fails, does a standby elsewhere take over by itself?',
        'Does {label} have a Multi-AZ standby?',
      ],
      { awsDefault: { value: false, source: CREATE_DB_INSTANCE } },
    ),
    amount('readReplicas', 'Read replicas', [
      'Are there copies of {label} that reports and read traffic go to? How many?',
      'How many read replicas does {label} have?',
    ]),
    backupRetentionDays({
      awsDefault: {
        value: 1,
        source:
          'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html',
      },
      help: 'One day when created by API or command line; seven when created in the console.',
    }),
    encryptedAtRest({ awsDefault: { value: false, source: CREATE_DB_INSTANCE } }),
    encryptionKey,
    publicAccess(),
    subnetType,
    ownSecurityGroup,
    deletionProtection,
    yesNo(
      'autoMinorUpgrade',
      'Minor versions upgraded automatically',
      [
        'Are patches of {label} applied automatically?',
        'Is automatic minor version upgrade on for {label}?',
      ],
      { awsDefault: { value: true, source: CREATE_DB_INSTANCE } },
    ),
    iamAuthentication,
    credentialsInSecretsManager,
    yesNo('tlsRequired', 'Refuses unencrypted connections', [
      'Does {label} refuse connections that are not encrypted?',
      'Does {label} enforce TLS (rds.force_ssl, require_secure_transport)?',
    ]),
    yesNo('storesBlobsOrSessions', 'Holds files or sessions', [
      'Are files, images or web sessions kept inside {label}?',
      'Does {label} hold blobs or session state?',
    ]),
    availabilityZones,
    amount('sizeGb', 'Size', ['How large is {label}?', 'How large is {label} to be?'], {
      unit: 'GB',
    }),
    alarms,
    classification,
    environment,
    owner,
  ],
})
