import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, edgeKind, is, isOneOf, noneDrawn, or, service, trait } from '../expression'
import { automatic, setFact } from '../fix'

/** Drawn callers decide how it is called; only where none is drawn is the fact `invocation` asked. */
export default defineRule({
  id: 'REL-23',
  title: 'Events that a function fails on are kept',
  pillar: 'reliability',
  designPrinciples: ['looseCoupling', 'designForFailure'],
  risk: 'medium',
  riskNote:
    'AWS rates queues without limits as well; the events lost here are those that the function failed on three times.',
  bestPractices: ['REL05-BP04'],
  on: { services: ['lambda'] },
  when: or(
    anyDrawn('edgesIn', anyDrawn('source', trait('topic', 'eventBus', 'objectStorage', 'stream'))),
    and(
      noneDrawn('edgesIn', edgeKind('request', 'data')),
      isOneOf('invocation', ['asynchronous', 'stream']),
    ),
  ),
  assert: or(
    is('failureDestination', true),
    anyDrawn(
      'edgesOut',
      and(
        edgeKind('event'),
        anyDrawn('target', and(service('sqs'), is('isDeadLetterQueue', true))),
      ),
    ),
  ),
  message: '{label} is called by events, and loses those that it fails on.',
  rationale:
    'Lambda tries an asynchronous event twice more, then drops it; a record of a stream it drops when that has become too old. Without a failure destination nobody learns what was lost.',
  remediation:
    'Set an on-failure destination or a dead-letter queue on the function, or on its event source mapping for streams, with an alarm on it.',
  falsePositives: 'Events that may be lost, such as cache warming.',
  question: {
    text: 'When {label} fails on an event, is the event kept somewhere?',
    askWhom: 'customer',
  },
  fix: automatic('Keep events that the function fails on', setFact('failureDestination', true)),
  references: [
    {
      title: 'Capturing records of Lambda asynchronous invocations',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
    },
  ],
  crosswalk: {
    checkov: ['CKV_AWS_116'],
    cdkNag: ['LambdaDLQ', 'LambdaAsyncFailureDestination', 'LambdaEventSourceMappingDestination'],
    guard: ['LAMBDA_DLQ_CHECK'],
  },
  examples: {
    pass: [
      board`uploads:s3 -event-> resize:lambda{failureDestination=true}`,
      board`sns -event-> resize:lambda -event-> failed:sqs{isDeadLetterQueue=true}`,
    ],
    fail: [
      board`sns -> resize:lambda{failureDestination=false}`,
      board`kinesis -> count:lambda{failureDestination=false}`,
      board`nightly:lambda{invocation=asynchronous, failureDestination=false}`,
      board`sns -> resize:lambda{failureDestination=false} -event-> done:sqs{isDeadLetterQueue=false}`,
    ],
    nearlyFail: [board`sqs -> resize:lambda{failureDestination=false}`],
    ask: [
      board`eventbridge -event-> resize:lambda`,
      board`nightly:lambda{failureDestination=false}`,
    ],
    notApplicable: [board`api-gateway -> resize:lambda`, board`lambda{invocation=synchronous}`],
  },
})
