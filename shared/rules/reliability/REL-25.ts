import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, is, not, or, scope, service, trait } from '../expression'
import { choose, setFact, suggestion } from '../fix'
import { WELL_BUILT } from '../well-built'

export default defineRule({
  id: 'REL-25',
  title: 'Calls from AWS to a site or third party do not make users wait',
  pillar: 'reliability',
  designPrinciples: ['looseCoupling'],
  risk: 'medium',
  riskNote:
    'AWS rates every hard dependency; here it is one call, and people may be able to wait for it.',
  bestPractices: ['REL05-BP01', 'REL04-BP02'],
  on: { edges: ['request'] },
  when: and(
    anyDrawn('source', and(trait('compute'), not(scope('on-premises')))),
    anyDrawn('target', or(scope('on-premises'), service('saas', 'third-party'))),
  ),
  assert: is('mode', 'asynchronous'),
  message: '{source} waits for {target}: when that is slow or down, so is everything in front.',
  rationale:
    'What you do not run, you cannot make available. A synchronous call passes every outage and every slow answer of the other side on to users.',
  remediation:
    'Leave the request in a queue and handle the answer later, or serve a cached or reduced answer when the other side is away; set short timeouts.',
  falsePositives:
    'Calls that make no sense without the answer, such as a payment authorisation; then agree on availability and show users a clear message.',
  question: {
    text: 'Does {source} wait for the answer of {target}, or carry on without it?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose(
      'Leave the request in a queue and let a function call on',
      {
        do: 'putBetween',
        service: 'lambda',
        label: 'Sender',
        facts: WELL_BUILT.lambda,
        kind: 'request',
        edgeFacts: { mode: 'asynchronous', encrypted: true },
      },
      {
        do: 'putBetween',
        service: 'sqs',
        facts: WELL_BUILT.sqs,
        kind: 'event',
        edgeFacts: { encrypted: true },
      },
      setFact('mode', 'asynchronous'),
    ),
    choose('Carry on without waiting for the answer', setFact('mode', 'asynchronous')),
  ),
  references: [
    {
      title: 'REL05-BP01 Implement graceful degradation',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_mitigate_interaction_failure_graceful_degradation.html',
    },
    {
      title: 'REL04-BP02 Implement loosely coupled dependencies',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_prevent_interaction_failure_loosely_coupled_system.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [board`lambda -{mode=asynchronous}-> crm:saas`],
    fail: [board`web:ec2 -{mode=synchronous}-> erp:on-prem-server`],
    nearlyFail: [board`web:ec2 -> sqs -> sync:lambda -{mode=asynchronous}-> erp:on-prem-server`],
    ask: [board`lambda -> payments:third-party`],
    notApplicable: [board`lambda -> dynamodb`, board`old:on-prem-server -> crm:saas`],
  },
})
