import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, atMost, edgeKind, trait } from '../expression'
import { choose, suggestion } from '../fix'
import { WELL_BUILT } from '../well-built'

/** Seconds an API waits for its integration, unless raised on request. Source: docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html. */
const API_TIMEOUT_S = 29

export default defineRule({
  id: 'PERF-10',
  title: 'Long jobs do not run behind a synchronous API',
  pillar: 'reliability',
  designPrinciples: ['looseCoupling', 'thinkParallel'],
  risk: 'medium',
  riskNote:
    'AWS rates coupling as a whole; only the long calls fail here, and the work behind them is still done.',
  bestPractices: ['REL04-BP02', 'SUS03-BP01'],
  on: { services: ['lambda'] },
  when: anyDrawn('edgesIn', and(edgeKind('request'), anyDrawn('source', trait('apiFrontDoor')))),
  assert: atMost('timeoutSeconds', API_TIMEOUT_S),
  message: '{label} may run longer than the API in front of it waits.',
  rationale:
    'An API answers within 29 seconds or returns an error, while the work goes on behind it and is paid for. Callers then try again and double the load.',
  remediation:
    'Take the order, put it into a queue or start a workflow, and answer at once with an id under which the result can be fetched.',
  falsePositives: 'A generous timeout on a function that always answers quickly.',
  question: { text: 'How long does {label} take at most?', askWhom: 'customer' },
  fix: suggestion(
    choose('Put the order into a queue and answer at once', {
      do: 'putInFront',
      service: 'sqs',
      facts: WELL_BUILT.sqs,
      from: trait('apiFrontDoor'),
      kind: 'event',
      edgeFacts: { encrypted: true },
    }),
    choose('Start a workflow and answer with its number', {
      do: 'putInFront',
      service: 'step-functions',
      facts: WELL_BUILT.stepFunctions,
      from: trait('apiFrontDoor'),
      kind: 'event',
      edgeFacts: { encrypted: true },
    }),
  ),
  references: [
    {
      title: 'Quotas for configuring and running a REST API in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html',
    },
    {
      title: 'REL04-BP02 Implement loosely coupled dependencies',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_prevent_interaction_failure_loosely_coupled_system.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [board`api-gateway -> report:lambda{timeoutSeconds=10}`],
    fail: [board`api-gateway -> report:lambda{timeoutSeconds=300}`],
    nearlyFail: [
      board`api-gateway -> report:lambda{timeoutSeconds=29}`,
      board`api-gateway -> take:lambda{timeoutSeconds=5} -> sqs -> report:lambda{timeoutSeconds=300}`,
    ],
    ask: [board`api-gateway -> report:lambda`],
    notApplicable: [board`sqs -> report:lambda{timeoutSeconds=300}`],
  },
})
