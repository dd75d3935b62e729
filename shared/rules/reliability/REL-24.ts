import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { always, and, anyDrawn, exposed, not, or, syncChain, trait } from '../expression'
import { choose, suggestion } from '../fix'
import { fromOutside } from '../parts'
import { WELL_BUILT } from '../well-built'

/** Hops that a request of a user may take one after the other, the first service counted. */
const MOST_HOPS = 3

const buffers = trait('queue', 'topic', 'eventBus', 'stream', 'cache')
const passesOn = trait('loadBalancer', 'networkGateway', 'hybridLink', 'dns', 'cdn', 'apiFrontDoor')

/**
 * Judged on the connectors that leave the service which users reach first, as that is where a queue belongs. What only
 * passes traffic on is no hop, so a load balancer in front changes nothing. The drawing decides.
 */
export default defineRule({
  id: 'REL-24',
  title: 'A user’s request waits for at most three services in a row',
  pillar: 'reliability',
  designPrinciples: ['looseCoupling'],
  risk: 'medium',
  riskNote:
    'AWS rates coupling as a whole; a long chain answers while all of it is well, and that is most of the time.',
  bestPractices: ['REL04-BP02', 'REL05-BP01'],
  on: { edges: ['request', 'data'] },
  when: and(
    anyDrawn(
      'source',
      and(
        trait('compute'),
        or(exposed, anyDrawn('peersIn', or(fromOutside, trait('cdn', 'apiFrontDoor')))),
      ),
    ),
    anyDrawn('target', always),
  ),
  assert: anyDrawn(
    'target',
    or(
      buffers,
      and(passesOn, syncChain(MOST_HOPS - 1)),
      and(not(passesOn), syncChain(MOST_HOPS - 2)),
    ),
  ),
  message:
    'Behind {source}, the call to {target} waits for more than three services in a row: when one of them is slow or down, users wait.',
  rationale:
    'Each service in a chain multiplies its outages and adds its delays to all in front of it: five that are there 99.9 % of the time make 99.5 %. A queue or a cache between them lets the front answer while the back is away.',
  remediation:
    'Answer as soon as the order is accepted, and let the rest happen through a queue or events; keep answers that change seldom in a cache; ask several services at once instead of one after the other.',
  falsePositives:
    'Services that belong to one team and one release, and calls whose answer is worth the wait.',
  question: { text: 'Does {source} have to wait for {target}?', askWhom: 'architect' },
  fix: suggestion(
    choose('Leave the work in a queue and answer at once', {
      do: 'putBetween',
      service: 'sqs',
      facts: WELL_BUILT.sqs,
      kind: 'event',
      edgeFacts: { encrypted: true },
    }),
    choose('Publish an event instead of calling', {
      do: 'putBetween',
      service: 'eventbridge',
      facts: WELL_BUILT.eventbridge,
      kind: 'event',
      edgeFacts: { encrypted: true },
    }),
  ),
  references: [
    {
      title: 'REL04-BP02 Implement loosely coupled dependencies',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_prevent_interaction_failure_loosely_coupled_system.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`users -> alb -> web:ec2 -> app:ec2 -> db:rds`,
      board`users -> api-gateway -> take:lambda -> sqs -> one:lambda -> two:lambda -> three:lambda -> dynamodb`,
    ],
    fail: [
      board`users -> alb -> shop:ecs -> orders:ecs -> stock:ecs -> db:rds`,
      board`users -> api-gateway -> one:lambda -> two:lambda -> three:lambda -> dynamodb`,
    ],
    nearlyFail: [
      board`users -> alb -> shop:ecs -> orders:ecs -event-> stock:ecs -> db:rds`,
      board`users -> cloudfront -> alb -> shop:ecs -> inner:alb -> orders:ecs -> db:rds`,
    ],
    notApplicable: [
      board`nightly:lambda -> one:ecs -> two:ecs -> three:ecs -> four:ecs`,
      board`users -> cloudfront -> s3`,
    ],
  },
})
