import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, isOneOf, tierSize } from '../expression'
import { automatic, setFact } from '../fix'
import { COMPUTE_FLEETS, servesAs } from '../parts'

export default defineRule({
  id: 'REL-26',
  title: 'A tier of several instances keeps session state outside of them',
  pillar: 'reliability',
  designPrinciples: ['thinkParallel', 'leverageStorageOptions', 'implementElasticity'],
  risk: 'high',
  riskNote:
    'AWS sees convenience in stateless systems; here people lose their work whenever an instance is replaced.',
  bestPractices: ['REL05-BP06'],
  on: { services: COMPUTE_FLEETS },
  when: and(servesAs('web', 'app'), tierSize(2)),
  assert: isOneOf('sessionState', ['none', 'external']),
  message:
    '{label} keeps sessions on its instances: people lose theirs whenever one is replaced or scaled in.',
  rationale:
    'Copies are interchangeable only when none of them remembers anything. Sticky sessions hide the problem until an instance goes away.',
  remediation:
    'Keep session state in ElastiCache or DynamoDB, or in a signed token that the client carries.',
  falsePositives: 'Applications whose sessions can be thrown away without anyone noticing.',
  question: { text: 'Where does {label} keep session state?', askWhom: 'customer' },
  fix: automatic('Keep sessions outside of the instances', setFact('sessionState', 'external')),
  references: [
    {
      title: 'REL05-BP06 Make systems stateless where possible',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_mitigate_interaction_failure_stateless.html',
    },
    {
      title: 'Session management with Amazon ElastiCache',
      url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/elasticache-use-cases.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [board`web:ec2{role=web, instances=2, sessionState=external} -> elasticache`],
    fail: [
      board`web:ec2{role=web, instances=2, sessionState=local}`,
      board`asg{minCapacity=2}[ web:ec2{role=app, sessionState=local} ]`,
    ],
    nearlyFail: [board`api:ecs{instances=4, sessionState=none}`],
    ask: [board`api:ecs{instances=4}`, board`web:ec2{role=web, sessionState=local}`],
    notApplicable: [board`web:ec2{role=web, instances=1, sessionState=local}`, board`lambda`],
  },
})
