import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { crosses, is } from '../expression'
import { choose, setFact, suggestion } from '../fix'
import { WELL_BUILT } from '../well-built'

export default defineRule({
  id: 'PERF-08',
  title: 'Nobody waits for an answer from another Region',
  pillar: 'performanceEfficiency',
  designPrinciples: ['looseCoupling', 'dontFearConstraints'],
  risk: 'medium',
  riskNote:
    'AWS rates the whole network; one distant call costs tens of milliseconds, which people may not notice.',
  bestPractices: ['PERF04-BP01', 'PERF04-BP06'],
  on: { edges: ['request', 'data'] },
  when: crosses('region'),
  assert: is('mode', 'asynchronous'),
  message: '{source} waits for {target} in another Region.',
  rationale:
    'Light needs its time: tens of milliseconds within a continent, a quarter of a second around the world, for every single call. And a Region that waits for another one fails with it, so that two give less than one.',
  remediation:
    'Keep a copy of the data in the Region that reads it (read replica, global table, replicated bucket), and send changes over asynchronously.',
  falsePositives: 'A rare call, such as a report once a day.',
  question: {
    text: 'Does {source} wait for the answer of {target}, or carry on without it?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose(
      'Send it over a queue',
      {
        do: 'putBetween',
        service: 'sqs',
        facts: WELL_BUILT.sqs,
        kind: 'event',
        edgeFacts: { mode: 'asynchronous', encrypted: true },
      },
      setFact('mode', 'asynchronous'),
    ),
    choose('Answer from a copy in the own Region, without the call', { do: 'removeConnectors' }),
  ),
  references: [
    {
      title: 'AWS multi-Region fundamentals',
      url: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/introduction.html',
    },
    {
      title: 'PERF04-BP01 Understand how networking impacts performance',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/performance-efficiency-pillar/perf_networking_understand_how_networking_impacts_performance.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`one:region[ web:ec2 ] two:region[ stats:lambda ] web -{mode=asynchronous}-> stats`,
    ],
    fail: [
      board`one:region[ web:ec2 ] two:region[ orders:rds ] web -data{mode=synchronous}-> orders`,
    ],
    nearlyFail: [
      board`one:region[ web:ec2 orders:rds ] web -data{mode=synchronous}-> orders`,
      board`one:region[ orders:rds ] two:region[ copy:rds ] orders -replication-> copy`,
    ],
    ask: [board`one:region[ web:ec2 ] two:region[ orders:rds ] web -> orders`],
    notApplicable: [board`users -> alb`, board`region[ web:ec2 ] web -> cloudfront`],
  },
})
