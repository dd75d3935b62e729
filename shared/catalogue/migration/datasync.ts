import { amount, choice, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'datasync',
  name: 'AWS DataSync',
  shortName: 'DataSync',
  category: 'migrationModernization',
  aliases: ['aws datasync', 'data sync', 'file transfer'],
  purposes: ['move files', 'copy data to s3', 'data migration', 'nfs', 'smb', 'transfer'],
  icon: 'architecture-service/AWSDataSync',
  scope: 'regional',
  traits: ['migration'],
  summary: 'Moves files and objects between on-premises storage and AWS, with verification.',
  facts: [
    amount(
      'sizeGb',
      'Volume to move',
      ['How many files and how much data are to be moved?', 'What volume does {label} move?'],
      { unit: 'GB' },
    ),
    choice(
      'path',
      'Goes over',
      [
        ['internet', 'Internet'],
        ['vpn', 'VPN'],
        ['directConnect', 'Direct Connect'],
      ],
      [
        'Over which connection may the data travel, and how fast is it?',
        'Which network path does {label} use?',
      ],
    ),
    yesNo(
      'tls',
      'Encrypted on the way',
      [
        'Is the data encrypted while {label} moves it?',
        'Does {label} encrypt the transfer with TLS, and reach its storage encrypted, too?',
      ],
      {
        awsDefault: {
          value: true,
          source:
            'https://docs.aws.amazon.com/datasync/latest/userguide/encryption-in-transit.html',
        },
      },
    ),
    yesNo('recurring', 'Repeated', [
      'Is the data moved once, or kept in step?',
      'Does {label} run on a schedule?',
    ]),
    amount(
      'bandwidthMbps',
      'Bandwidth allowed',
      ['How much of the line may the transfer use?', 'What bandwidth limit does {label} have?'],
      { unit: 'Mbit/s' },
    ),
  ],
})
