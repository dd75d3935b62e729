import { encryptedAtRest, environment, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'sns',
  name: 'Amazon Simple Notification Service (SNS)',
  shortName: 'SNS',
  category: 'applicationIntegration',
  aliases: ['amazon sns', 'simple notification service', 'topic', 'pub/sub', 'pubsub'],
  purposes: [
    'notification',
    'publish subscribe',
    'fan out',
    'alerts',
    'sms',
    'push',
    'messaging',
    'loose coupling',
  ],
  icon: 'architecture-service/AmazonSimpleNotificationService',
  scope: 'regional',
  traits: ['topic'],
  summary: 'Publishes one message to many: queues, functions, e-mail, text messages.',
  facts: [
    encryptedAtRest({
      awsDefault: {
        value: false,
        source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html',
      },
    }),
    yesNo('deadLetterQueue', 'Dead-letter queue on subscriptions', [
      'When a subscriber of {label} is down, is the message kept or lost?',
      'Do subscriptions of {label} have a dead-letter queue?',
    ]),
    yesNo('fifo', 'In order', [
      'Must messages from {label} arrive in order?',
      'Is {label} a FIFO topic?',
    ]),
    environment,
  ],
})
