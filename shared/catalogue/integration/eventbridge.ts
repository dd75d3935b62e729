import { encryptedAtRest, environment, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'eventbridge',
  name: 'Amazon EventBridge',
  shortName: 'EventBridge',
  category: 'applicationIntegration',
  aliases: ['amazon eventbridge', 'event bus', 'cloudwatch events', 'scheduler', 'cron'],
  purposes: [
    'events',
    'event routing',
    'event driven',
    'schedule',
    'saas integration',
    'loose coupling',
  ],
  icon: 'architecture-service/AmazonEventBridge',
  scope: 'regional',
  traits: ['eventBus'],
  summary: 'Routes events from applications, AWS and SaaS to whoever is interested.',
  facts: [
    yesNo('deadLetterQueue', 'Dead-letter queue on targets', [
      'When a receiver of {label} is down, is the event kept or lost?',
      'Do the rules of {label} have a dead-letter queue?',
    ]),
    yesNo('archive', 'Events archived', [
      'Could you replay the events of last week?',
      'Does {label} archive events for replay?',
    ]),
    encryptedAtRest({
      awsDefault: {
        value: true,
        source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption.html',
      },
    }),
    environment,
  ],
})
