import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { anyDrawn, is, or, service } from '../expression'
import { automatic, setFact } from '../fix'

const backup = service('aws-backup', 'ebs-snapshot')

export default defineRule({
  id: 'REL-17',
  title: 'Disks and file systems are in a backup plan',
  pillar: 'reliability',
  designPrinciples: ['designForFailure', 'leverageStorageOptions'],
  risk: 'medium',
  riskNote:
    'AWS rates the backup of all data; of disks, many hold nothing that an image would not bring back.',
  bestPractices: ['REL09-BP01', 'REL09-BP03'],
  on: { services: ['ebs', 'efs', 'fsx'] },
  assert: or(anyDrawn('peersIn', backup), anyDrawn('peersOut', backup), is('inBackupPlan', true)),
  message: '{label} is in no backup plan: what is deleted or encrypted by an intruder is gone.',
  rationale:
    'Disks are kept twice within a zone and file systems over several, which helps against broken hardware and not against people. A plan makes copies without anyone thinking of it.',
  remediation:
    'Put it into an AWS Backup plan, or let Data Lifecycle Manager take snapshots; select by tag, so that new disks are in it by themselves.',
  falsePositives: 'Scratch disks, and servers that are rebuilt from an image.',
  question: { text: 'Is {label} backed up by a plan?', askWhom: 'customer' },
  fix: automatic('Put it into a backup plan', setFact('inBackupPlan', true)),
  references: [
    {
      title: 'What is AWS Backup?',
      url: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/whatisbackup.html',
    },
    {
      title: 'REL09-BP03 Perform data backup automatically',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_backing_up_data_automated_backups_data.html',
    },
  ],
  crosswalk: {
    securityHub: ['EC2.28'],
    trustedAdvisor: ['H7IgTzjTYb'],
    checkov: ['CKV2_AWS_9', 'CKV2_AWS_18'],
    cdkNag: ['EC2EBSInBackupPlan', 'EFSInBackupPlan'],
    guard: ['EFS_RESOURCES_PROTECTED_BY_BACKUP_PLAN', 'FSX_RESOURCES_PROTECTED_BY_BACKUP_PLAN'],
  },
  examples: {
    pass: [board`files:efs{inBackupPlan=true}`, board`disk:ebs -> snap:ebs-snapshot`],
    fail: [board`disk:ebs{inBackupPlan=false}`, board`share:fsx{inBackupPlan=false}`],
    nearlyFail: [board`aws-backup -> files:efs{inBackupPlan=false}`],
    ask: [board`disk:ebs`, board`files:efs{encryptedAtRest=true}`],
    notApplicable: [board`s3`, board`share:on-prem-file-server`],
  },
})
