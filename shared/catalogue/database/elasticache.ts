import {
  alarms,
  availabilityZones,
  choice,
  encryptedAtRest,
  environment,
  ownSecurityGroup,
  subnetType,
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
    availabilityZones,
    subnetType,
    ownSecurityGroup,
    alarms,
    environment,
  ],
})
