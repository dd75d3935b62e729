import {
  choice,
  classification,
  costTag,
  dutiesAgreed,
  encryptedAtRest,
  encryptionKey,
  environment,
  ownSecurityGroup,
  subnetType,
  wave,
  yesNo,
} from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'fsx',
  name: 'Amazon FSx',
  shortName: 'FSx',
  category: 'storage',
  aliases: [
    'fsx',
    'fsx for windows',
    'fsx for lustre',
    'fsx for netapp ontap',
    'fsx for openzfs',
    'smb',
  ],
  purposes: [
    'file storage',
    'windows file server',
    'file share',
    'netapp',
    'lustre',
    'zfs',
    'high performance file system',
  ],
  icon: 'architecture-service/AmazonFSx',
  scope: 'vpc',
  traits: ['dataStore', 'fileStorage'],
  summary: 'Managed Windows, NetApp ONTAP, Lustre and OpenZFS file systems.',
  facts: [
    choice(
      'fileSystem',
      'File system',
      [
        ['windows', 'Windows File Server'],
        ['ontap', 'NetApp ONTAP'],
        ['lustre', 'Lustre'],
        ['openzfs', 'OpenZFS'],
      ],
      ['Which kind of file server does {label} replace?', 'Which file system is {label}?'],
    ),
    yesNo('multiAz', 'Multi-AZ', [
      'Does file access go on when the data center of {label} fails?',
      'Is {label} a Multi-AZ file system?',
    ]),
    encryptedAtRest({
      awsDefault: {
        value: true,
        source: 'https://docs.aws.amazon.com/fsx/latest/WindowsGuide/encryption-at-rest.html',
      },
    }),
    encryptionKey,
    yesNo('inBackupPlan', 'In a backup plan', [
      'Are the files in {label} backed up?',
      'Is {label} backed up automatically?',
    ]),
    subnetType,
    ownSecurityGroup,
    classification,
    dutiesAgreed,
    wave,
    costTag,
    environment,
  ],
})
