import {
  alarms,
  architecture,
  autoMinorUpgrade,
  availabilityZones,
  backupRetentionDays,
  choice,
  costTag,
  dutiesAgreed,
  encryptedAtRest,
  environment,
  inVpc,
  ownSecurityGroup,
  pricing,
  subnetType,
  wave,
  yesNo,
} from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'elasticache',
  name: 'Amazon ElastiCache',
  shortName: 'ElastiCache',
  category: 'database',
  aliases: ['amazon elasticache', 'elastic cache', 'redis', 'valkey', 'memcached'],
  purposes: [
    'cache',
    'in-memory cache',
    'session store',
    'session state',
    'lower database load',
    'leaderboard',
  ],
  icon: 'architecture-service/AmazonElastiCache',
  scope: 'vpc',
  traits: ['dataStore', 'cache'],
  summary: 'In-memory cache (Valkey, Redis OSS, Memcached) that takes load off databases.',
  facts: [
    choice(
      'engine',
      'Engine',
      [
        ['valkey', 'Valkey'],
        ['redis', 'Redis OSS'],
        ['memcached', 'Memcached'],
      ],
      ['Which cache product is {label}?', 'Which engine does {label} run?'],
    ),
    yesNo(
      'multiAz',
      'Multi-AZ with automatic failover',
      [
        'If the machine behind {label} fails, does another take over by itself?',
        'Is {label} Multi-AZ with automatic failover?',
      ],
      {
        awsDefault: {
          value: false,
          source:
            'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html',
        },
      },
    ),
    yesNo('automaticFailover', 'Automatic failover', [
      'If the first machine of {label} fails, does a copy take over by itself?',
      'Is automatic failover on for {label}?',
    ]),
    encryptedAtRest({
      awsDefault: {
        value: false,
        source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html',
      },
      help: 'Serverless caches are always encrypted; node-based ones only when asked.',
    }),
    yesNo('tlsRequired', 'Encrypted connections', [
      'Is the traffic to {label} encrypted?',
      'Is in-transit encryption on for {label}?',
    ]),
    backupRetentionDays({
      awsDefault: {
        value: 0,
        source:
          'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html',
      },
      help: 'Memcached has no backups.',
    }),
    availabilityZones,
    subnetType,
    ownSecurityGroup,
    alarms,
    environment,
    inVpc,
    autoMinorUpgrade(),
    pricing,
    architecture,
    dutiesAgreed,
    wave,
    costTag,
  ],
})
