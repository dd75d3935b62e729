import { amount, choice, encryptedAtRest, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'storage-gateway',
  name: 'AWS Storage Gateway',
  shortName: 'Storage Gateway',
  category: 'storage',
  aliases: ['aws storage gateway', 'file gateway', 'volume gateway', 'tape gateway', 'sgw'],
  purposes: [
    'hybrid storage',
    'move data to aws',
    'on-premises cache',
    'tape replacement',
    'file share to s3',
  ],
  icon: 'architecture-service/AWSStorageGateway',
  scope: 'regional',
  traits: ['fileStorage', 'hybridLink', 'migration'],
  summary: 'Lets on-premises systems read and write AWS storage as files, volumes or tapes.',
  facts: [
    choice(
      'gatewayType',
      'Type',
      [
        ['s3File', 'S3 File Gateway'],
        ['fsxFile', 'FSx File Gateway'],
        ['volume', 'Volume Gateway'],
        ['tape', 'Tape Gateway'],
      ],
      ['Is {label} used for files, disks or tapes?', 'Which type of gateway is {label}?'],
    ),
    encryptedAtRest({
      awsDefault: {
        value: true,
        source:
          'https://docs.aws.amazon.com/filegateway/latest/files3/encrypt-objects-stored-by-file-gateway-in-amazon-s3.html',
      },
    }),
    yesNo('highlyAvailable', 'Survives loss of its host', [
      'What happens to file access when the machine that runs {label} fails?',
      'Does {label} run with VMware HA or on redundant hosts?',
    ]),
    amount(
      'sizeGb',
      'Data behind it',
      ['How much data goes through {label}?', 'How much data is behind {label}?'],
      { unit: 'GB' },
    ),
  ],
})
