import { choice, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'kms',
  name: 'AWS Key Management Service (KMS)',
  shortName: 'KMS',
  category: 'securityIdentityCompliance',
  aliases: ['aws kms', 'key management service', 'cmk', 'encryption key'],
  purposes: ['encryption', 'keys', 'key management', 'encrypt at rest', 'customer managed key'],
  icon: 'architecture-service/AWSKeyManagementService',
  scope: 'regional',
  traits: ['security'],
  summary: 'Makes and guards the keys that encrypt data at rest.',
  facts: [
    choice(
      'keyOwner',
      'Key managed by',
      [
        ['aws', 'AWS (AWS managed key)'],
        ['customer', 'The customer (customer managed key)'],
        ['external', 'An external key store'],
      ],
      [
        'Must you control the encryption keys yourselves?',
        'Is {label} an AWS managed or a customer managed key?',
      ],
    ),
    yesNo(
      'rotation',
      'Rotated every year',
      ['Are encryption keys changed regularly?', 'Is automatic rotation on for {label}?'],
      {
        awsDefault: {
          value: false,
          source: 'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
        },
        help: 'AWS managed keys rotate every year by themselves; customer managed keys only when asked.',
      },
    ),
    yesNo('separateAdmins', 'Administrators cannot use it', [
      'Can the people who manage the key also read the data?',
      'Are key administrators and key users different people?',
    ]),
  ],
})
