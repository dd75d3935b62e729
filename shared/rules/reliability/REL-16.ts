import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, atLeast, isOneOf, not, or, service } from '../expression'
import { automatic } from '../fix'

const backup = service('aws-backup')

/**
 * A week for what holds the only copy of business data. A warehouse and a cache are mostly filled from elsewhere: there
 * the last day's snapshot is enough. AWS Backup, drawn and connected, keeps backups by its own plan.
 */
export default defineRule({
  id: 'REL-16',
  title: 'Databases are backed up automatically, and backups are kept for a week',
  pillar: 'reliability',
  designPrinciples: ['designForFailure'],
  risk: 'high',
  bestPractices: ['REL09-BP01', 'REL09-BP03'],
  on: { services: ['rds', 'aurora', 'neptune', 'documentdb', 'redshift', 'elasticache'] },
  when: or(not(service('elasticache')), isOneOf('engine', ['valkey', 'redis'])),
  assert: or(
    anyDrawn('peersIn', backup),
    anyDrawn('peersOut', backup),
    and(service('rds', 'aurora', 'neptune', 'documentdb'), atLeast('backupRetentionDays', 7)),
    and(service('redshift', 'elasticache'), atLeast('backupRetentionDays', 1)),
  ),
  message: '{label} keeps no automatic backups, or less than a week of them.',
  rationale:
    'A standby repeats a mistake within a second. Wrong deletes and bad releases are often noticed days later, so a week of backups is the least that helps.',
  remediation:
    'Set the backup retention period to at least seven days (35 at most), and turn the daily snapshot of warehouses and caches on; use AWS Backup for longer.',
  falsePositives:
    'Databases that can be rebuilt from elsewhere, and those whose backups another tool keeps.',
  question: {
    text: 'For how many days are automatic backups of {label} kept?',
    askWhom: 'customer',
  },
  fix: automatic('Keep a week of backups', {
    do: 'atLeast',
    key: 'backupRetentionDays',
    value: 7,
  }),
  references: [
    {
      title: 'Backup retention period (Amazon RDS)',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html',
    },
    {
      title: 'REL09-BP03 Perform data backup automatically',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_backing_up_data_automated_backups_data.html',
    },
  ],
  crosswalk: {
    securityHub: ['RDS.11'],
    trustedAdvisor: ['opQPADkZvH'],
    checkov: [
      'CKV_AWS_133',
      'CKV2_AWS_8',
      'CKV_AWS_134',
      'CKV_AWS_343',
      'CKV_AWS_360',
      'CKV_AWS_361',
    ],
    cdkNag: [
      'RDSInstanceBackupEnabled',
      'RDSInBackupPlan',
      'ElastiCacheRedisClusterAutomaticBackup',
      'RedshiftBackupEnabled',
      'NeptuneClusterBackupRetentionPeriod',
      'DocumentDBClusterBackupRetentionPeriod',
    ],
    guard: ['DB_INSTANCE_BACKUP_ENABLED', 'REDSHIFT_BACKUP_ENABLED'],
    trivy: ['AWS-0077', 'AWS-0050'],
  },
  examples: {
    pass: [
      board`orders:rds{backupRetentionDays=35}`,
      board`aurora{backupRetentionDays=14}`,
      board`dwh:redshift{backupRetentionDays=1}`,
      board`orders:rds{backupRetentionDays=1} -> aws-backup`,
    ],
    fail: [
      board`orders:rds{backupRetentionDays=0}`,
      board`aurora{backupRetentionDays=6}`,
      board`graph:neptune{backupRetentionDays=1}`,
      board`sessions:elasticache{engine=redis, backupRetentionDays=0}`,
    ],
    nearlyFail: [board`orders:rds{backupRetentionDays=7}`],
    ask: [board`orders:rds{multiAz=true}`, board`elasticache`],
    notApplicable: [board`dynamodb`, board`elasticache{engine=memcached}`],
  },
})
