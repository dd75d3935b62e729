import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { anyDrawn, is, or, trait } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'REL-22',
  title: 'A queue that is worked off has a dead-letter queue',
  pillar: 'reliability',
  designPrinciples: ['looseCoupling', 'designForFailure'],
  risk: 'medium',
  bestPractices: ['REL05-BP04'],
  on: { services: ['sqs'] },
  when: anyDrawn('peersOut', trait('compute', 'workflow')),
  assert: or(anyDrawn('peersOut', trait('queue')), is('deadLetterQueue', true)),
  message:
    '{label} has no dead-letter queue: a message that cannot be handled is tried over and over, then lost.',
  rationale:
    'One message that always fails blocks others and burns compute. After some tries it belongs where someone can look at it.',
  remediation:
    'Give the queue a redrive policy to a dead-letter queue, with an alarm on its depth and a retention longer than the source queue’s.',
  falsePositives: 'The queue is itself a dead-letter queue, or its messages may be dropped.',
  question: {
    text: 'Where do messages of {label} go that fail again and again?',
    askWhom: 'customer',
  },
  fix: automatic('TODO', setFact('deadLetterQueue', true)),
  references: [
    {
      title: 'Using dead-letter queues in Amazon SQS',
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    },
    {
      title: 'REL05-BP04 Fail fast and limit queues',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_mitigate_interaction_failure_fail_fast.html',
    },
  ],
  crosswalk: { cdkNag: ['SQSQueueDLQ', 'SQSRedrivePolicy', 'SNSRedrivePolicy', 'EventBusDLQ'] },
  examples: {
    pass: [
      board`orders:sqs{deadLetterQueue=true} -> lambda`,
      board`orders:sqs -> lambda, orders -> failed:sqs`,
    ],
    fail: [board`orders:sqs{deadLetterQueue=false} -> lambda`],
    nearlyFail: [board`orders:sqs{deadLetterQueue=false} -> lambda, orders -> failed:sqs`],
    ask: [board`orders:sqs -> lambda`],
    notApplicable: [board`lambda -> orders:sqs`, board`sns -> lambda`],
  },
})
