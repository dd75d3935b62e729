import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, is, isOneOf, not, or, service } from '../expression'
import { choose, setFact, suggestion } from '../fix'

const STORES = [
  's3',
  's3-glacier',
  'rds',
  'aurora',
  'dynamodb',
  'efs',
  'fsx',
  'redshift',
  'opensearch',
  'neptune',
  'documentdb',
  'memorydb',
] as const

const key = service('kms')

/** Stores are judged by what is in them, secrets always, and a key itself by whether it rotates. */
export default defineRule({
  id: 'SEC-18',
  title: 'Confidential data and secrets are under a key of the customer’s own, which rotates',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'medium',
  riskNote:
    'AWS’s own keys encrypt just as well; a key of one’s own adds the say over who may decrypt, and a log of it.',
  bestPractices: ['SEC08-BP01'],
  on: { services: [...STORES, 'secrets-manager', 'kms'] },
  when: or(
    service('secrets-manager'),
    and(key, is('keyOwner', 'customer')),
    and(service(...STORES), isOneOf('classification', ['confidential', 'regulated'])),
  ),
  assert: or(and(key, is('rotation', true)), and(not(key), is('encryptionKey', 'customerManaged'))),
  message:
    'What {label} protects is confidential, and there is no key of your own for it that rotates.',
  rationale:
    'A customer managed key has a policy: it says who may decrypt, it can be withdrawn, and each use is logged. Rotation limits what one leaked key opens.',
  remediation:
    'Create a KMS key for each kind of data with automatic rotation on, and name it in the encryption settings. Key administrators should not be able to decrypt.',
  falsePositives:
    'Where AWS managed keys satisfy the customer’s rules, and nobody has to withdraw them.',
  question: {
    text: 'Is what {label} protects confidential, and is it under a key of your own that rotates?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose(
      'Use a key of your own that rotates',
      setFact('encryptionKey', 'customerManaged', not(key)),
      setFact('rotation', true, key),
    ),
    choose(
      'Use a key of your own that rotates, and draw it',
      setFact('encryptionKey', 'customerManaged', not(key)),
      setFact('rotation', true, key),
      {
        do: 'add',
        service: 'kms',
        label: 'Key',
        facts: { keyOwner: 'customer', rotation: true, separateAdmins: true },
        where: 'beside',
        connect: { direction: 'to', kind: 'dependency' },
        when: not(key),
      },
    ),
  ),
  references: [
    {
      title: 'SEC08-BP01 Implement secure key management',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_data_rest_key_mgmt.html',
    },
    {
      title: 'Rotate AWS KMS keys',
      url: 'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
    },
  ],
  crosswalk: {
    securityHub: ['KMS.4'],
    checkov: ['CKV_AWS_7', 'CKV2_AWS_73'],
    cdkNag: ['KMSBackingKeyRotationEnabled', 'SecretsManagerUsingKMSKey'],
    guard: ['CMK_BACKING_KEY_ROTATION_ENABLED'],
    trivy: ['AWS-0065'],
  },
  examples: {
    pass: [
      board`orders:rds{classification=confidential, encryptionKey=customerManaged}`,
      board`secrets-manager{encryptionKey=customerManaged}`,
      board`kms{keyOwner=customer, rotation=true}`,
    ],
    fail: [
      board`orders:rds{classification=regulated, encryptionKey=awsManaged}`,
      board`secrets-manager{encryptionKey=awsManaged}`,
      board`kms{keyOwner=customer, rotation=false}`,
    ],
    nearlyFail: [board`orders:rds{classification=internal, encryptionKey=awsManaged}`],
    ask: [
      board`orders:rds{encryptionKey=awsManaged}`,
      board`files:s3{classification=confidential}`,
      board`kms{rotation=false}`,
    ],
    notApplicable: [board`kms{keyOwner=aws}`, board`files:s3{classification=public}`, board`ec2`],
  },
})
