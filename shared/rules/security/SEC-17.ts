import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-17',
  title: 'Queues, topics and streams are encrypted',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer', 'looseCoupling'],
  risk: 'medium',
  riskNote:
    'Messages stay for hours or days, not for years, and only AWS’s own staff could come near the disks.',
  bestPractices: ['SEC08-BP02'],
  on: { services: ['sqs', 'sns', 'kinesis', 'msk'] },
  assert: is('encryptedAtRest', true),
  message: 'Messages wait in {label} unencrypted.',
  rationale:
    'What goes through a queue is the same data as in the database behind it: orders, names, tokens. While it waits it is stored.',
  remediation:
    'Turn server-side encryption on: SSE-SQS for queues costs nothing; topics and streams take a KMS key, which publishers and subscribers must be allowed to use.',
  falsePositives: 'Messages that carry nothing but identifiers.',
  question: { text: 'Are messages in {label} encrypted while they wait?', askWhom: 'customer' },
  fix: automatic('Encrypt waiting messages', setFact('encryptedAtRest', true)),
  references: [
    {
      title: 'Encryption at rest in Amazon SQS',
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html',
    },
    {
      title: 'Securing Amazon SNS data with server-side encryption',
      url: 'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html',
    },
    {
      title: 'What is server-side encryption for Kinesis Data Streams?',
      url: 'https://docs.aws.amazon.com/streams/latest/dev/what-is-sse.html',
    },
  ],
  crosswalk: {
    securityHub: ['SNS.1'],
    checkov: ['CKV_AWS_26', 'CKV_AWS_27', 'CKV_AWS_43', 'CKV_AWS_81'],
    cdkNag: ['SQSQueueSSE', 'SNSEncryptedKMS', 'KinesisDataStreamSSE'],
    guard: ['SNS_ENCRYPTED_KMS', 'KINESIS_STREAM_ENCRYPTION_RULE'],
    trivy: ['AWS-0095', 'AWS-0096', 'AWS-0064'],
  },
  examples: {
    pass: [board`sqs{encryptedAtRest=true}`, board`clicks:kinesis{encryptedAtRest=true}`],
    fail: [
      board`sns{encryptedAtRest=false}`,
      board`clicks:kinesis{encryptedAtRest=false}`,
      board`sqs{encryptedAtRest=false}`,
    ],
    nearlyFail: [board`sqs{encryptedAtRest=true, deadLetterQueue=false}`],
    ask: [board`orders:sns`],
    notApplicable: [board`eventbridge`, board`step-functions`],
  },
})
