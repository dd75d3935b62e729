import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { allDrawn, and, anyDrawn, edgeKind, not, or, trait } from '../expression'
import { automatic } from '../fix'
import { COMPUTE_FLEETS, distributes, servesAs } from '../parts'
import { WELL_BUILT } from '../well-built'

/** What is drawn decides: connectors that go past the load balancer are on the board, or they are not. */
export default defineRule({
  id: 'REL-10',
  title: 'Copies of one tier get their requests through a load balancer or a queue',
  pillar: 'reliability',
  designPrinciples: ['thinkParallel', 'looseCoupling'],
  risk: 'high',
  bestPractices: ['REL11-BP02', 'PERF04-BP04', 'REL04-BP02'],
  on: { services: COMPUTE_FLEETS },
  when: and(
    anyDrawn('tier', trait('compute')),
    anyDrawn('edgesIn', edgeKind('request')),
    servesAs('web', 'app', 'worker'),
  ),
  assert: allDrawn('edgesIn', or(not(edgeKind('request')), anyDrawn('source', distributes))),
  message:
    '{label} is one of several copies, but requests are sent to it directly: when it fails, its share of them fails.',
  rationale:
    'Callers that know one copy by name keep calling it when it is gone and do not notice new ones. A load balancer or a queue lets copies come and go.',
  remediation:
    'Put a load balancer in front of the tier and point callers at it, or let callers leave work in a queue that all copies take from.',
  falsePositives:
    'Administration, health checks and traffic between members of a cluster; draw those as dependencies.',
  question: { text: 'What does {label} do, and how do requests find it?', askWhom: 'customer' },
  fix: automatic('Put a load balancer in front of all copies', {
    do: 'putInFront',
    service: 'alb',
    facts: WELL_BUILT.alb,
    from: not(distributes),
  }),
  references: [
    {
      title: 'PERF04-BP04 Use load balancing to distribute traffic across multiple resources',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/performance-efficiency-pillar/perf_networking_load_balancing_distribute_traffic.html',
    },
    {
      title: 'What is Elastic Load Balancing?',
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/what-is-load-balancing.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`users -> alb, alb -> web-1:ec2{role=web}, alb -> web-2:ec2{role=web}`,
      board`sqs -> job-1:ec2{role=worker}, sqs -> job-2:ec2{role=worker}`,
    ],
    fail: [
      board`users -> web-1:ec2{role=web}, users -> web-2:ec2{role=web}`,
      board`alb -> web-1:ecs, alb -> web-2:ecs, lambda -> web-1`,
    ],
    nearlyFail: [board`alb -> web-1:ecs, alb -> web-2:ecs, lambda -dependency-> web-1`],
    ask: [board`users -> web-1:ec2, users -> web-2:ec2`],
    notApplicable: [
      board`users -> web:ec2`,
      board`app:ecs -> db-1:ec2{role=database}, app -> db-2:ec2{role=database}`,
    ],
  },
})
