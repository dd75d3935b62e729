import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, edgeKind, is, not, or, service, trait } from '../expression'
import { automatic, setFact } from '../fix'

const queue = trait('queue')

/** Work comes in and is taken out: no place where others leave what they failed on. */
const workQueue = and(
  anyDrawn('peersOut', trait('compute', 'workflow')),
  anyDrawn(
    'edgesIn',
    or(
      edgeKind('request', 'data'),
      anyDrawn('source', trait('topic', 'eventBus', 'objectStorage')),
    ),
  ),
)

/**
 * Queues, and the subscriptions and rules through which topics and event buses deliver. A queue that another queue leads
 * to is where failed messages end up, and needs none itself; of a queue whose work is not drawn, that has to be said.
 */
export default defineRule({
  id: 'REL-22',
  title: 'Messages that nobody can handle end up in a dead-letter queue',
  pillar: 'reliability',
  designPrinciples: ['looseCoupling', 'designForFailure'],
  risk: 'medium',
  riskNote:
    'AWS rates queues without limits as well; the messages lost here are those that nothing could handle.',
  bestPractices: ['REL05-BP04'],
  on: { services: ['sqs', 'sns', 'eventbridge'] },
  assert: or(
    is('deadLetterQueue', true),
    and(
      service('sqs'),
      or(
        anyDrawn('peersOut', queue),
        anyDrawn('peersIn', queue),
        and(not(workQueue), is('isDeadLetterQueue', true)),
      ),
    ),
  ),
  message:
    '{label} has no dead-letter queue: what cannot be delivered or handled is tried over and over, then lost.',
  rationale:
    'One message that always fails blocks others and burns compute. After some tries it belongs where someone can look at it.',
  remediation:
    'Give the queue a redrive policy to a dead-letter queue, with an alarm on its depth and a retention longer than the source queue’s; give each SNS subscription and each EventBridge target one as well.',
  falsePositives:
    'Messages that may be dropped, such as alarms sent by e-mail. For a dead-letter queue that is worked off: draw what fails into it.',
  question: {
    text: 'Where do messages of {label} go that fail again and again?',
    askWhom: 'customer',
  },
  fix: automatic('Keep failed messages in a dead-letter queue', setFact('deadLetterQueue', true)),
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
      board`failed:sqs{isDeadLetterQueue=true}`,
      board`alerts:sns{deadLetterQueue=true} -> lambda`,
    ],
    fail: [
      board`web:ec2 -> orders:sqs{deadLetterQueue=false} -> lambda`,
      board`orders:sqs{deadLetterQueue=false, isDeadLetterQueue=false}`,
      board`news:sns{deadLetterQueue=false} -> lambda`,
      board`bus:eventbridge{deadLetterQueue=false}`,
    ],
    nearlyFail: [
      board`web:ec2 -> orders:sqs{deadLetterQueue=false} -> lambda, orders -> failed:sqs`,
      board`orders:sqs{deadLetterQueue=true} -> failed:sqs{deadLetterQueue=false} -> again:lambda`,
    ],
    ask: [board`orders:sqs -> lambda`, board`orders:sqs{deadLetterQueue=false}`],
    notApplicable: [board`amazon-mq`, board`kinesis -> lambda`],
  },
})
