import {
  availabilityZones,
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
  serviceId: 'efs',
  name: 'Amazon Elastic File System (EFS)',
  shortName: 'EFS',
  category: 'storage',
  aliases: ['amazon efs', 'elastic file system', 'nfs'],
  purposes: [
    'file storage',
    'shared files',
    'network file system',
    'file share',
    'linux file share',
  ],
  icon: 'architecture-service/AmazonEFS',
  scope: 'vpc',
  traits: ['dataStore', 'fileStorage'],
  summary: 'Shared file storage for many instances at once, growing by itself.',
  facts: [
    encryptedAtRest({
      awsDefault: {
        value: false,
        source: 'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html',
      },
      help: 'On in the console, off when created by API, command line or SDK. Cannot be changed afterwards.',
    }),
    availabilityZones,
    encryptionKey,
    yesNo('inBackupPlan', 'In a backup plan', [
      'Are the files in {label} backed up?',
      'Is {label} in a backup plan?',
    ]),
    yesNo('lifecycle', 'Moves cold files to cheaper storage', [
      'Are files that nobody has opened for a while moved to cheaper storage?',
      'Does {label} have lifecycle management to Infrequent Access?',
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
