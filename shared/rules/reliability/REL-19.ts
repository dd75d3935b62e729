import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'REL-19',
  title: 'Buckets keep the versions that were overwritten or deleted',
  pillar: 'reliability',
  designPrinciples: ['designForFailure', 'leverageStorageOptions'],
  risk: 'medium',
  riskNote:
    'AWS rates the backup of all data; many buckets hold logs or copies whose earlier versions nobody misses.',
  bestPractices: ['REL09-BP01', 'REL09-BP03'],
  on: { services: ['s3'] },
  assert: is('versioning', true),
  message: '{label} keeps no earlier versions: what is overwritten or deleted is gone.',
  rationale:
    'S3 does not lose objects; people and programs do. With versioning a wrong upload or delete is undone in a minute, and replication and Object Lock, which both need it, become possible.',
  remediation:
    'Turn versioning on, with a lifecycle rule that removes old versions after some weeks, so that they do not pile up.',
  falsePositives: 'Buckets of logs, temporary files or results that are made again by themselves.',
  question: {
    text: 'If a file in {label} is overwritten or deleted by mistake, can you get it back?',
    askWhom: 'customer',
  },
  fix: automatic('Keep earlier versions', setFact('versioning', true)),
  references: [
    {
      title: 'Retaining multiple versions of objects with S3 Versioning',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
    },
  ],
  crosswalk: {
    securityHub: ['S3.14'],
    trustedAdvisor: ['R365s2Qddf'],
    checkov: ['CKV_AWS_21'],
    cdkNag: ['S3BucketVersioningEnabled'],
    guard: ['S3_BUCKET_VERSIONING_ENABLED'],
    trivy: ['AWS-0090'],
  },
  examples: {
    pass: [board`uploads:s3{versioning=true}`],
    fail: [board`uploads:s3{versioning=false}`],
    nearlyFail: [board`uploads:s3{versioning=true, lifecycle=false}`],
    ask: [board`uploads:s3`],
    notApplicable: [board`efs`, board`archive:s3-glacier`],
  },
})
