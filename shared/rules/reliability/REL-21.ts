import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

/**
 * Judged whatever the environment: the switch costs nothing anywhere, and who does not know whether a database is
 * production had better not be able to delete it. Where it does not apply, that can be said of the fact.
 */
export default defineRule({
  id: 'REL-21',
  title: 'Databases and load balancers are protected against deletion',
  pillar: 'reliability',
  designPrinciples: ['designForFailure'],
  risk: 'medium',
  riskNote:
    'AWS rates the backup of all data; this only guards against a slip, and a backup would bring the data back.',
  bestPractices: ['REL09-BP01', 'REL08-BP01'],
  on: {
    services: ['rds', 'aurora', 'neptune', 'documentdb', 'dynamodb', 'alb', 'nlb'],
  },
  assert: is('deletionProtection', true),
  message: '{label} can be deleted by a slip of the mouse or a wrong template.',
  rationale:
    'Most data is lost by people, in the wrong window or with the wrong stack. Deletion protection makes it two steps, and the second one makes people think.',
  remediation:
    'Turn deletion protection on, also in the template, so that the next deployment does not turn it off.',
  falsePositives: 'Environments that a pipeline creates and deletes all the time.',
  question: { text: 'Could someone delete {label} by mistake?', askWhom: 'customer' },
  fix: automatic('Turn deletion protection on', setFact('deletionProtection', true)),
  references: [
    {
      title: 'Deleting a DB instance (Amazon RDS)',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html',
    },
    {
      title: 'Application Load Balancers: deletion protection',
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
    },
  ],
  crosswalk: {
    securityHub: ['RDS.8'],
    checkov: ['CKV_AWS_293', 'CKV_AWS_139', 'CKV_AWS_150', 'CKV2_AWS_58'],
    cdkNag: ['RDSInstanceDeletionProtectionEnabled', 'ELBDeletionProtectionEnabled'],
    guard: ['RDS_INSTANCE_DELETION_PROTECTION_ENABLED', 'ELB_DELETION_PROTECTION_ENABLED'],
  },
  examples: {
    pass: [board`orders:rds{deletionProtection=true}`, board`alb{deletionProtection=true}`],
    fail: [board`orders:aurora{deletionProtection=false}`, board`nlb{deletionProtection=false}`],
    nearlyFail: [board`orders:rds{deletionProtection=true, environment=nonProduction}`],
    ask: [board`orders:rds`, board`alb`],
    notApplicable: [board`elb`, board`elasticache`],
  },
})
