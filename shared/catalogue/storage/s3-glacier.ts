import {
  amount,
  choice,
  classification,
  encryptedAtRest,
  encryptionKey,
  yesNo,
} from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 's3-glacier',
  name: 'Amazon S3 Glacier',
  shortName: 'Glacier',
  category: 'storage',
  aliases: ['glacier', 's3 glacier', 'deep archive', 'cold storage', 'amazon glacier'],
  purposes: ['archive', 'backup', 'long term retention', 'compliance archive', 'tape replacement'],
  icon: 'architecture-service/AmazonSimpleStorageServiceGlacier',
  scope: 'regional',
  traits: ['dataStore', 'objectStorage', 'backup'],
  summary: 'Archive and backup at the lowest price; reading back takes from milliseconds to hours.',
  facts: [
    encryptedAtRest({
      awsDefault: {
        value: true,
        source:
          'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingServerSideEncryption.html',
      },
    }),
    choice(
      'retrieval',
      'Retrieval',
      [
        ['instant', 'Instant (milliseconds)'],
        ['flexible', 'Flexible (minutes to hours)'],
        ['deep', 'Deep Archive (hours)'],
      ],
      [
        'When something in {label} is needed, how long may it take to get it back?',
        'Which Glacier class does {label} use?',
      ],
    ),
    yesNo('objectLock', 'Cannot be altered', [
      'Must the archive {label} be impossible to change or delete?',
      'Is Object Lock (or Vault Lock) on for {label}?',
    ]),
    amount(
      'retentionDays',
      'Kept for',
      [
        'For how long must {label} be kept by law or by contract?',
        'For how many days is {label} kept?',
      ],
      { unit: 'days' },
    ),
    encryptionKey,
    classification,
  ],
})
