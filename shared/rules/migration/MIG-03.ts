import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { allDrawn, and, anyDrawn, edgeKind, is, not, or, scope, trait } from '../expression'
import { choose, setFact, suggestion } from '../fix'

const live = edgeKind('request', 'data', 'event')

export default defineRule({
  id: 'MIG-03',
  title: 'Nothing that is to be switched off is still called',
  pillar: 'reliability',
  designPrinciples: ['looseCoupling'],
  risk: 'high',
  bestPractices: ['REL04-BP01', 'SUS03-BP02'],
  on: { scopes: ['on-premises'] },
  when: and(trait('workload'), anyDrawn('edgesIn', live), is('disposition', 'retire')),
  assert: allDrawn(
    'edgesIn',
    or(not(live), anyDrawn('source', and(scope('on-premises'), is('disposition', 'retire')))),
  ),
  message: '{label} is to be switched off, but something that stays still calls it.',
  rationale:
    'What is retired without its callers takes them down with it, often weeks later, when the monthly job runs that nobody remembered.',
  remediation:
    'Move the callers to what replaces it, or retire them, too; then watch the network for some weeks before the power goes off.',
  falsePositives: 'Monitoring and scans that call everything: draw them as dependencies.',
  question: {
    text: 'What becomes of {label}, and of those who call it?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose('Take its callers away', { do: 'removeConnectors', direction: 'in' }),
    choose('Keep it for now', setFact('disposition', 'retain')),
  ),
  references: [
    {
      title: 'About the migration strategies',
      url: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/large-migration-guide/migration-strategies.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`old:on-prem-server{disposition=retire} -> older:on-prem-database{disposition=retire}`,
    ],
    fail: [
      board`users -> old:on-prem-server{disposition=retire}`,
      board`erp:on-prem-server{disposition=rehost} -> old:on-prem-database{disposition=retire}`,
      board`web:ec2 -data-> old:on-prem-database{disposition=retire}`,
    ],
    nearlyFail: [board`erp:on-prem-server -dependency-> old:on-prem-server{disposition=retire}`],
    ask: [
      board`erp:on-prem-server -> old:on-prem-database{disposition=retire}`,
      board`users -> old:on-prem-server`,
    ],
    notApplicable: [
      board`users -> old:on-prem-server{disposition=retain}`,
      board`old:on-prem-server{disposition=retire}`,
    ],
  },
})
