import { amount, encryptedAtRest, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'aws-backup',
  name: 'AWS Backup',
  shortName: 'AWS Backup',
  category: 'storage',
  aliases: ['backup', 'backup plan', 'backup vault'],
  purposes: [
    'backup',
    'restore',
    'recovery',
    'retention',
    'ransomware protection',
    'central backup',
  ],
  icon: 'architecture-service/AWSBackup',
  scope: 'regional',
  traits: ['backup'],
  summary: 'One place for backup plans over EBS, RDS, DynamoDB, EFS, S3 and more.',
  facts: [
    amount(
      'retentionDays',
      'Kept for',
      ['For how long must backups be kept?', 'For how many days does {label} keep backups?'],
      { unit: 'days' },
    ),
    yesNo('crossRegionCopy', 'Copied to another Region or account', [
      'Would the backups survive the loss of the whole account or Region?',
      'Does {label} copy to another Region or account?',
    ]),
    yesNo('vaultLock', 'Cannot be deleted', [
      'Could an intruder delete the backups?',
      'Is Vault Lock on for {label}?',
    ]),
    yesNo('restoreTested', 'Restore tried out', [
      'When did you last restore something from {label} as a trial?',
      'Are restores from {label} tested regularly?',
    ]),
    encryptedAtRest({
      awsDefault: {
        value: true,
        source: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
      },
    }),
  ],
})
