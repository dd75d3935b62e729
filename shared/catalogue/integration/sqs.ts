import { alarms, amount, choice, encryptedAtRest, environment, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'sqs',
  name: 'Amazon Simple Queue Service (SQS)',
  shortName: 'SQS',
  category: 'applicationIntegration',
  aliases: ['amazon sqs', 'simple queue service', 'queue', 'message queue', 'fifo queue'],
  purposes: [
    'queue',
    'message queue',
    'buffer',
    'decouple',
    'loose coupling',
    'asynchronous',
    'work queue',
    'messaging',
  ],
  icon: 'architecture-service/AmazonSimpleQueueService',
  scope: 'regional',
  traits: ['queue'],
  summary: 'Queues that keep work until someone has time for it.',
  facts: [
    yesNo(
      'deadLetterQueue',
      'Dead-letter queue',
      [
        'When a message in {label} fails again and again, where does it go?',
        'Does {label} have a dead-letter queue?',
      ],
      {
        awsDefault: {
          value: false,
          source:
            'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
        },
      },
    ),
    yesNo('isDeadLetterQueue', 'Is itself a dead-letter queue', [
      'Is {label} where failed messages end up?',
      'Is {label} a dead-letter queue?',
    ]),
    encryptedAtRest({
      awsDefault: {
        value: true,
        since: '2022-10-04',
        source:
          'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html',
      },
    }),
    choice(
      'queueType',
      'Type',
      [
        ['standard', 'Standard'],
        ['fifo', 'FIFO'],
      ],
      ['Must messages in {label} be handled in order?', 'Is {label} standard or FIFO?'],
    ),
    amount(
      'retentionDays',
      'Kept for',
      [
        'For how long may messages wait in {label}?',
        'For how many days does {label} keep messages?',
      ],
      {
        unit: 'days',
        max: 14,
        awsDefault: {
          value: 4,
          source:
            'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-parameters.html',
        },
      },
    ),
    alarms,
    environment,
  ],
})
