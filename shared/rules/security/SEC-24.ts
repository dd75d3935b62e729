import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-24',
  title: 'Buckets block public access',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'critical',
  bestPractices: ['SEC08-BP04'],
  on: { services: ['s3'] },
  assert: is('publicAccess', false),
  message: '{label} can be read from the internet.',
  rationale:
    'Open buckets are the best-known way to lose data on AWS. New buckets block public access by default; older ones and loosened ones do not.',
  remediation:
    'Turn Block Public Access on for the account. Serve public files through CloudFront with origin access control.',
  falsePositives: 'Open data that is meant for everyone and stands in a bucket of its own.',
  question: { text: 'Can {label} be reached from the internet?', askWhom: 'customer' },
  fix: automatic('TODO', setFact('publicAccess', false)),
  references: [
    {
      title: 'Blocking public access to your Amazon S3 storage',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    },
  ],
  crosswalk: {
    securityHub: ['S3.8'],
    checkov: [
      'CKV2_AWS_6',
      'CKV_AWS_53',
      'CKV_AWS_54',
      'CKV_AWS_55',
      'CKV_AWS_56',
      'CKV_AWS_20',
      'CKV_AWS_57',
    ],
    cdkNag: [
      'S3BucketLevelPublicAccessProhibited',
      'S3BucketPublicReadProhibited',
      'S3BucketPublicWriteProhibited',
    ],
    guard: [
      'S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED',
      'S3_BUCKET_PUBLIC_READ_PROHIBITED',
      'S3_BUCKET_PUBLIC_WRITE_PROHIBITED',
    ],
    trivy: ['AWS-0086', 'AWS-0087', 'AWS-0091', 'AWS-0093', 'AWS-0092'],
  },
  examples: {
    pass: [board`files:s3{publicAccess=false}`],
    fail: [board`files:s3{publicAccess=true}`],
    nearlyFail: [board`users -> cloudfront -> files:s3{publicAccess=false}`],
    ask: [board`files:s3{encryptedAtRest=true}`],
    notApplicable: [board`efs`],
  },
})
