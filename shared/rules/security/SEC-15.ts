import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, is, isOneOf, or } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-15',
  title: 'Buckets are encrypted, with a key in KMS where the data is confidential',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer', 'leverageStorageOptions'],
  risk: 'medium',
  riskNote:
    'S3 encrypts every new object by itself since 2023; what is left to judge is mostly who may use the key.',
  bestPractices: ['SEC08-BP02', 'SEC08-BP01'],
  on: { services: ['s3'] },
  assert: and(
    is('encryptedAtRest', true),
    or(
      isOneOf('encryptionKey', ['awsManaged', 'customerManaged']),
      isOneOf('classification', ['public', 'internal']),
    ),
  ),
  message:
    '{label} is not encrypted, or holds confidential data under a key that S3 gives to whoever may read.',
  rationale:
    'With S3’s own keys, permission to read the bucket is permission to decrypt it. A key in KMS is a second lock with its own policy and its own log of who used it.',
  remediation:
    'Set the bucket’s default encryption to SSE-KMS with a bucket key, which keeps the number of KMS requests low. Re-encrypt what is there with S3 Batch Operations.',
  falsePositives: 'Objects that the client encrypts before they are uploaded.',
  question: {
    text: 'How sensitive is the data in {label}, and which key encrypts it?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Encrypt it with a key in KMS',
    setFact('encryptedAtRest', true),
    setFact(
      'encryptionKey',
      'customerManaged',
      isOneOf('classification', ['confidential', 'regulated']),
    ),
  ),
  references: [
    {
      title: 'Using server-side encryption with AWS KMS keys (SSE-KMS)',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
    },
    {
      title: 'SEC08-BP02 Enforce encryption at rest',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_data_rest_encrypt.html',
    },
  ],
  crosswalk: {
    securityHub: ['S3.17'],
    checkov: ['CKV_AWS_19', 'CKV_AWS_145'],
    cdkNag: ['S3DefaultEncryptionKMS'],
    guard: ['S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED', 'S3_DEFAULT_ENCRYPTION_KMS'],
    trivy: ['AWS-0088', 'AWS-0132'],
  },
  examples: {
    pass: [
      board`files:s3{encryptedAtRest=true, classification=internal}`,
      board`files:s3{encryptedAtRest=true, encryptionKey=customerManaged}`,
    ],
    fail: [
      board`files:s3{encryptedAtRest=false}`,
      board`files:s3{encryptedAtRest=true, encryptionKey=awsOwned, classification=confidential}`,
    ],
    nearlyFail: [
      board`files:s3{encryptedAtRest=true, encryptionKey=awsManaged, classification=regulated}`,
    ],
    ask: [
      board`files:s3`,
      board`files:s3{encryptedAtRest=true, encryptionKey=awsOwned}`,
      board`files:s3{encryptedAtRest=true, classification=regulated}`,
    ],
    notApplicable: [board`efs`],
  },
})
