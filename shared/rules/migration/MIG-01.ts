import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, boardKind, not, stated, trait } from '../expression'

export default defineRule({
  id: 'MIG-01',
  title: 'Every workload on premises has one of the seven Rs',
  pillar: 'costOptimization',
  designPrinciples: ['dontFearConstraints'],
  risk: 'medium',
  riskNote:
    'AWS rates knowing what everything costs; a workload without a decision holds the plan up, and breaks nothing.',
  bestPractices: ['COST05-BP02'],
  on: { scopes: ['on-premises'] },
  when: and(trait('workload'), not(boardKind('target'))),
  assert: stated('disposition'),
  message: '{label} has no disposition.',
  rationale:
    'A migration is planned workload by workload: rehost, replatform, relocate, refactor, repurchase, retire or retain. What nobody decided on is forgotten, or moved at the highest price.',
  remediation: 'Pick one of the seven, and write down why.',
  falsePositives: 'Equipment that is drawn only to explain the network.',
  question: { text: 'What should become of {label}?', askWhom: 'customer' },
  fix: { kind: 'question' },
  references: [
    {
      title: 'About the migration strategies',
      url: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/large-migration-guide/migration-strategies.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [board`@current data-center[ old:on-prem-server{disposition=rehost} ]`],
    nearlyFail: [board`old:on-prem-server{disposition=retain}`],
    ask: [board`@current data-center[ old:on-prem-server ]`],
    notApplicable: [board`@target old:on-prem-server`, board`ec2`],
  },
})
