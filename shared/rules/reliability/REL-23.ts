import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, edgeKind, is, or, trait } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'REL-23',
  title: 'Events that a function fails on are kept',
  pillar: 'reliability',
  designPrinciples: ['looseCoupling', 'designForFailure'],
  risk: 'medium',
  bestPractices: ['REL05-BP04'],
  on: { services: ['lambda'] },
  when: anyDrawn('edgesIn', anyDrawn('source', trait('topic', 'eventBus', 'objectStorage'))),
  assert: or(
    is('failureDestination', true),
    anyDrawn('edgesOut', and(edgeKind('event'), anyDrawn('target', trait('queue', 'topic')))),
  ),
  message: '{label} is called by events, and loses those that it fails on.',
  rationale:
    'Lambda tries an asynchronous event twice more, then drops it. Without a failure destination nobody learns what was lost.',
  remediation:
    'Set an on-failure destination or a dead-letter queue on the function, with an alarm on it.',
  falsePositives: 'Events that may be lost, such as cache warming.',
  question: {
    text: 'When {label} fails on an event, is the event kept somewhere?',
    askWhom: 'customer',
  },
  fix: automatic('TODO', setFact('failureDestination', true)),
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
      board`sns -event-> resize:lambda -event-> failed:sqs`,
    ],
    fail: [board`sns -> resize:lambda{failureDestination=false}`],
    nearlyFail: [board`sqs -> resize:lambda{failureDestination=false}`],
    ask: [board`eventbridge -event-> resize:lambda`],
    notApplicable: [board`api-gateway -> resize:lambda`],
  },
})
