import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'REL-03',
  title: 'A relational database keeps a standby in a second Availability Zone',
  pillar: 'reliability',
  designPrinciples: ['designForFailure'],
  risk: 'high',
  bestPractices: ['REL10-BP01', 'REL11-BP02'],
  on: { services: ['rds'] },
  assert: is('multiAz', true),
  message: '{label} has no standby in a second Availability Zone.',
  rationale:
    'With Multi-AZ, RDS keeps a synchronous copy in another zone and fails over within about a minute or two, without losing committed data. Without it, the loss of the instance or its zone means restoring from a backup.',
  remediation:
    'Turn Multi-AZ on. It can be done while the database is in use; performance may dip during the change.',
  falsePositives:
    'Databases for test and development, and read replicas that can be made again from their source.',
  question: { text: 'Does {label} have a Multi-AZ standby?', askWhom: 'customer' },
  fix: automatic('Keep a standby in a second zone', setFact('multiAz', true)),
  references: [
    {
      title: 'Configuring and managing a Multi-AZ deployment for Amazon RDS',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html',
    },
  ],
  crosswalk: {
    securityHub: ['RDS.5'],
    trustedAdvisor: ['f2iK5R6Dep'],
    checkov: ['CKV_AWS_157'],
    cdkNag: ['RDSMultiAZSupport'],
    guard: ['RDS_MULTI_AZ_SUPPORT'],
  },
  examples: {
    pass: [board`orders:rds{multiAz=true}`],
    fail: [board`orders:rds{multiAz=false}`],
    nearlyFail: [board`az[ orders:rds{multiAz=true, engine=postgres} ]`],
    ask: [board`orders:rds{readReplicas=2}`],
    notApplicable: [board`orders:aurora`, board`dynamodb`],
  },
})
