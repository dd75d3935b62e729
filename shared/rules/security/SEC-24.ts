import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-24',
  title: 'Buckets block public access',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'critical',
  bestPractices: ['SEC08-BP04'],
  on: { services: ['s3'] },
  assert: and(is('publicAccess', false), is('blockPublicAccess', true)),
  message: '{label} can be read from the internet, or be opened to it by one wrong policy.',
  rationale:
    'Open buckets are the best-known way to lose data on AWS. New buckets block public access by default; older ones and loosened ones do not.',
  remediation:
    'Turn Block Public Access on for the account. Serve public files through CloudFront with origin access control.',
  falsePositives: 'Open data that is meant for everyone and stands in a bucket of its own.',
  question: { text: 'Is all public access to {label} blocked?', askWhom: 'customer' },
  fix: automatic(
    'Block all public access',
    setFact('blockPublicAccess', true),
    setFact('publicAccess', false),
  ),
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
    pass: [board`files:s3{publicAccess=false, blockPublicAccess=true}`],
    fail: [board`files:s3{publicAccess=true}`, board`files:s3{blockPublicAccess=false}`],
    nearlyFail: [
      board`users -> cloudfront -> files:s3{publicAccess=false, blockPublicAccess=true}`,
    ],
    ask: [board`files:s3{encryptedAtRest=true}`, board`files:s3{publicAccess=false}`],
    notApplicable: [board`efs`],
  },
})
