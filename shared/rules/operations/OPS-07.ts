import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, is, or, service } from '../expression'
import { automatic, setFact } from '../fix'

const UPGRADED = ['rds', 'aurora', 'neptune', 'elasticache', 'amazon-mq'] as const
const PATCHED = ['ec2', 'elastic-beanstalk'] as const
const upgraded = service(...UPGRADED)
const patched = service(...PATCHED)

export default defineRule({
  id: 'OPS-07',
  title: 'Patches arrive without anyone having to remember them',
  pillar: 'operationalExcellence',
  designPrinciples: ['securityAtEveryLayer', 'designForFailure'],
  risk: 'medium',
  bestPractices: ['OPS05-BP05', 'SEC06-BP01'],
  on: { services: [...UPGRADED, ...PATCHED] },
  assert: or(
    and(upgraded, is('autoMinorUpgrade', true)),
    and(patched, is('patchingAutomated', true)),
  ),
  message: '{label} is patched when somebody thinks of it.',
  rationale:
    'Most break-ins use holes that had a patch for months. Patching by hand works until the person is on holiday.',
  remediation:
    'Turn on automatic minor version upgrades for databases, caches and brokers, managed platform updates for Elastic Beanstalk, and Patch Manager or regularly rebuilt images for EC2. Choose a window in which a short pause hurts least.',
  falsePositives:
    'Servers that are replaced from a fresh image every few weeks, and versions that a vendor must approve first.',
  question: { text: 'Is {label} patched automatically?', askWhom: 'customer' },
  fix: automatic(
    'Patch automatically',
    setFact('autoMinorUpgrade', true, upgraded),
    setFact('patchingAutomated', true, patched),
  ),
  references: [
    {
      title: 'OPS05-BP05 Perform patch management',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/operational-excellence-pillar/ops_dev_integ_patch_mgmt.html',
    },
    {
      title: 'Upgrading a DB instance engine version',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html',
    },
    {
      title: 'Managed platform updates',
      url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-platform-update-managed.html',
    },
  ],
  crosswalk: {
    securityHub: ['RDS.13', 'ElasticBeanstalk.2', 'ElastiCache.2'],
    checkov: ['CKV_AWS_226', 'CKV_AWS_340'],
    cdkNag: ['RDSAutomaticMinorVersionUpgradeEnabled', 'ElasticBeanstalkManagedUpdatesEnabled'],
    guard: ['RDS_AUTOMATIC_MINOR_VERSION_UPGRADE_ENABLED'],
  },
  examples: {
    pass: [
      board`orders:rds{autoMinorUpgrade=true}`,
      board`shop:elastic-beanstalk{patchingAutomated=true}`,
    ],
    fail: [
      board`orders:rds{autoMinorUpgrade=false}`,
      board`web:ec2{patchingAutomated=false}`,
      board`shop:elastic-beanstalk{patchingAutomated=false}`,
    ],
    nearlyFail: [board`web:ec2{patchingAutomated=true, rebuiltFromImage=false}`],
    ask: [board`orders:aurora`, board`web:ec2`],
    notApplicable: [board`lambda`, board`dynamodb`],
  },
})
