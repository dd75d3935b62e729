import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { inSyncCycle, not } from '../expression'
import { choose, suggestion } from '../fix'
import { WELL_BUILT } from '../well-built'

export default defineRule({
  id: 'REL-32',
  title: 'No service waits, through others, for itself',
  pillar: 'reliability',
  designPrinciples: ['looseCoupling'],
  risk: 'medium',
  riskNote:
    'AWS rates knowing what kind of system one has; a circle runs well until the first of its members does not.',
  bestPractices: ['REL04-BP01', 'REL04-BP02'],
  on: { traits: ['compute', 'workflow'] },
  assert: not(inSyncCycle),
  message:
    '{label} waits for services that wait for {label}: none of them can start or recover alone.',
  rationale:
    'In a circle of calls every outage is everybody’s, a slow member uses up the connections of all, and after a failure each waits for another to come up first.',
  remediation:
    'Turn one direction into events, put a queue in front of one member, or move what both sides need into a service of its own.',
  falsePositives: 'A callback drawn as a request that nobody waits for: draw it as an event.',
  question: { text: 'Does {label} have to wait for all that it calls?', askWhom: 'architect' },
  fix: suggestion(
    choose('Let the others leave their requests in a queue', {
      do: 'putInFront',
      service: 'sqs',
      facts: WELL_BUILT.sqs,
      from: inSyncCycle,
      kind: 'event',
      edgeFacts: { encrypted: true },
    }),
    choose('Let the others publish events', {
      do: 'putInFront',
      service: 'eventbridge',
      facts: WELL_BUILT.eventbridge,
      from: inSyncCycle,
      kind: 'event',
      edgeFacts: { encrypted: true },
    }),
  ),
  references: [
    {
      title: 'REL04-BP01 Identify the kind of distributed systems you depend on',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_prevent_interaction_failure_identify.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [board`orders:ecs -> stock:ecs -> dynamodb`],
    fail: [
      board`orders:ecs -> stock:ecs -> orders`,
      board`one:lambda -> two:lambda -> three:lambda -> one`,
    ],
    nearlyFail: [
      board`orders:ecs -> stock:ecs -event-> orders`,
      board`orders:ecs -> stock:ecs -> sqs -> orders`,
    ],
    notApplicable: [board`users -> alb`],
  },
})
