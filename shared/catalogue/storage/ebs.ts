import { amount, choice, encryptedAtRest, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'ebs',
  name: 'Amazon Elastic Block Store (EBS)',
  shortName: 'EBS',
  category: 'storage',
  aliases: ['amazon ebs', 'elastic block store', 'volume', 'ebs volume', 'disk', 'gp3'],
  purposes: ['block storage', 'server disk', 'boot volume', 'data volume', 'attached disk'],
  icon: 'architecture-service/AmazonElasticBlockStore',
  scope: 'zonal',
  traits: ['dataStore', 'blockStorage'],
  summary: 'Disks for EC2 that outlive the instance; one Availability Zone each.',
  facts: [
    encryptedAtRest({
      awsDefault: {
        value: false,
        source: 'https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html',
      },
      help: 'Encryption by default can be switched on per account and Region; it is off until someone does.',
    }),
    yesNo('inBackupPlan', 'Snapshots taken by a plan', [
      'Are snapshots of {label} taken automatically?',
      'Is {label} in a backup or snapshot lifecycle plan?',
    ]),
    yesNo('attached', 'In use', [
      'Is {label} attached to a server?',
      'Is {label} attached to an instance?',
    ]),
    choice(
      'volumeType',
      'Volume type',
      [
        ['gp3', 'General purpose (gp3)'],
        ['gp2', 'General purpose, older (gp2)'],
        ['io2', 'Provisioned IOPS (io2)'],
        ['st1', 'Throughput HDD (st1)'],
        ['sc1', 'Cold HDD (sc1)'],
      ],
      ['How fast must {label} be?', 'Which volume type is {label}?'],
    ),
    yesNo('sharedBetweenServers', 'Attached to several servers', [
      'Do several servers read and write the files on {label}?',
      'Is {label} attached to more than one instance (Multi-Attach)?',
    ]),
    amount('sizeGb', 'Size', ['How large is {label}?', 'How large is {label} to be?'], {
      unit: 'GB',
    }),
  ],
})
