import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, isOneOf, sameAtBothEnds, scope, trait } from '../expression'
import { choose, suggestion } from '../fix'
import { WELL_BUILT } from '../well-built'

const moves = and(
  scope('on-premises'),
  trait('workload'),
  isOneOf('disposition', ['rehost', 'replatform', 'relocate', 'refactor', 'repurchase']),
)

/** The drawing says who waits for whom: requests and data wait for their answer, events do not. */
export default defineRule({
  id: 'MIG-04',
  title: 'What waits for each other moves in the same wave',
  pillar: 'reliability',
  designPrinciples: ['looseCoupling'],
  risk: 'medium',
  riskNote:
    'AWS rates knowing what one depends on; between two waves the two systems still reach each other, only slowly.',
  bestPractices: ['REL04-BP01', 'REL04-BP02'],
  on: { edges: ['request', 'data'] },
  when: and(anyDrawn('source', moves), anyDrawn('target', moves)),
  assert: sameAtBothEnds('wave'),
  message: '{source} waits for {target}, but the two move in different waves.',
  rationale:
    'Between their two waves every call crosses the line between the sites, with its delay and its outages, for as long as the plan slips. Firewalls, names and backups have to be set up for that state, and thrown away after it.',
  remediation:
    'Plan waves along the calls: what talks all the time moves together. Where that is too much at once, part the two by a queue or a copy of the data first.',
  falsePositives:
    'A call that happens seldom and may be slow; nobody waits for it: draw it as an event.',
  question: {
    text: 'In which waves do {source} and {target} move?',
    askWhom: 'architect',
  },
  fix: suggestion(
    choose(
      'Move both in the first wave',
      {
        do: 'setFact',
        key: 'wave',
        value: 1,
        on: { relation: 'source' },
      },
      {
        do: 'setFact',
        key: 'wave',
        value: 1,
        on: { relation: 'target' },
      },
    ),
    choose('Part them by a queue', {
      do: 'putBetween',
      service: 'sqs',
      facts: WELL_BUILT.sqs,
      kind: 'event',
      edgeFacts: { encrypted: true },
    }),
  ),
  references: [
    {
      title: 'About the migration strategies',
      url: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/large-migration-guide/migration-strategies.html',
    },
    {
      title: 'REL04-BP01 Identify the kind of distributed systems you depend on',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_prevent_interaction_failure_identify.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`app:vm{disposition=rehost, wave=2} -> db:on-prem-database{disposition=replatform, wave=2}`,
    ],
    fail: [
      board`app:vm{disposition=rehost, wave=1} -> db:on-prem-database{disposition=replatform, wave=2}`,
    ],
    nearlyFail: [
      board`app:vm{disposition=rehost, wave=1} -event-> db:on-prem-database{disposition=replatform, wave=2}`,
    ],
    ask: [
      board`app:vm{disposition=rehost, wave=1} -> db:on-prem-database{disposition=replatform}`,
      board`app:vm -> db:on-prem-database`,
    ],
    notApplicable: [
      board`app:vm{disposition=rehost, wave=1} -> db:on-prem-database{disposition=retain}`,
      board`web:ec2 -> rds`,
    ],
  },
})
