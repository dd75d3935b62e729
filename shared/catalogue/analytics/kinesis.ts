import { alarms, amount, choice, encryptedAtRest, environment } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'kinesis',
  name: 'Amazon Kinesis Data Streams',
  shortName: 'Kinesis',
  category: 'analytics',
  aliases: ['kinesis', 'amazon kinesis', 'kds', 'kinesis streams', 'data streams'],
  purposes: [
    'streaming',
    'streaming ingestion',
    'event streaming',
    'real-time data',
    'clickstream',
    'stream processing',
  ],
  icon: 'architecture-service/AmazonKinesisDataStreams',
  scope: 'regional',
  traits: ['stream'],
  summary: 'A stream that many producers write to and several consumers read, in order per shard.',
  facts: [
    encryptedAtRest({
      awsDefault: {
        value: false,
        source: 'https://docs.aws.amazon.com/streams/latest/dev/getting-started-with-sse.html',
      },
    }),
    amount(
      'retentionHours',
      'Kept for',
      [
        'If a consumer of {label} stands still, for how many hours is the data kept?',
        'For how many hours does {label} keep records?',
      ],
      {
        unit: 'h',
        max: 8760,
        awsDefault: {
          value: 24,
          source: 'https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html',
        },
      },
    ),
    choice(
      'capacity',
      'Capacity',
      [
        ['onDemand', 'On demand'],
        ['provisionedFixed', 'Provisioned shards'],
      ],
      [
        'Does data arrive at {label} steadily, or in bursts?',
        'Which capacity mode does {label} use?',
      ],
    ),
    alarms,
    environment,
  ],
})
