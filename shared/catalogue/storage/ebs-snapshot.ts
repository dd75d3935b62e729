import { amount, encryptedAtRest, publicAccess, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'ebs-snapshot',
  name: 'Amazon EBS Snapshot',
  shortName: 'EBS snapshot',
  category: 'storage',
  aliases: ['snapshot', 'ebs snapshots', 'disk snapshot', 'volume snapshot'],
  purposes: ['backup', 'point in time copy', 'disk copy', 'restore'],
  icon: 'resource/AmazonElasticBlockStoreSnapshot',
  scope: 'regional',
  traits: ['backup'],
  summary: 'A point-in-time copy of a volume, stored in S3.',
  facts: [
    encryptedAtRest(),
    publicAccess({ help: 'A snapshot that is shared publicly can be copied by any AWS account.' }),
    amount(
      'retentionDays',
      'Kept for',
      ['For how many days is {label} kept?', 'For how many days is {label} kept?'],
      { unit: 'days' },
    ),
    yesNo('copiedToOtherRegion', 'Copied to another Region', [
      'Is {label} also kept somewhere else?',
      'Is {label} copied to another Region or account?',
    ]),
  ],
})
