import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-42',
  title: 'Backups are encrypted',
  pillar: 'reliability',
  designPrinciples: ['securityAtEveryLayer', 'designForFailure'],
  risk: 'high',
  bestPractices: ['REL09-BP02', 'SEC08-BP02'],
  on: { services: ['aws-backup', 'ebs-snapshot'] },
  assert: is('encryptedAtRest', true),
  message: 'Backups in {label} are not encrypted.',
  rationale:
    'A backup holds everything that the system holds, and is watched by nobody. Unencrypted, one wrong share is a leak of all of it.',
  remediation:
    'Encrypt the vault with a KMS key of its own, apart from the key of the data, so that losing one does not mean losing both. Copy old snapshots with encryption on.',
  falsePositives: 'Backups of public data only.',
  question: { text: 'Are the backups in {label} encrypted?', askWhom: 'customer' },
  fix: automatic('Encrypt the backups', setFact('encryptedAtRest', true)),
  references: [
    {
      title: 'Encryption for backups in AWS Backup',
      url: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
    },
    {
      title: 'REL09-BP02 Secure and encrypt backups',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_backing_up_data_secured_backups_data.html',
    },
  ],
  crosswalk: { securityHub: ['Backup.1'], checkov: ['CKV_AWS_166'] },
  examples: {
    pass: [board`aws-backup{encryptedAtRest=true}`],
    fail: [board`aws-backup{encryptedAtRest=false}`, board`ebs-snapshot{encryptedAtRest=false}`],
    nearlyFail: [board`aws-backup{encryptedAtRest=true, crossRegionCopy=false}`],
    ask: [board`orders:rds -replication-> aws-backup`],
    notApplicable: [board`s3-glacier`],
  },
})
