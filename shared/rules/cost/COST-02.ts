import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'COST-02',
  title: 'Buckets move or delete what has grown old',
  pillar: 'costOptimization',
  designPrinciples: ['leverageStorageOptions'],
  risk: 'medium',
  bestPractices: ['COST04-BP05', 'SUS04-BP03'],
  on: { services: ['s3'] },
  assert: is('lifecycle', true),
  message: '{label} keeps everything for ever at the price of fresh data.',
  rationale:
    'Most objects are hardly read after a month. Infrequent Access costs about half, Glacier a fraction, and what nobody needs should cost nothing.',
  remediation:
    'Add lifecycle rules to Infrequent Access, Glacier and expiry, clean up old versions and unfinished uploads, or use Intelligent-Tiering where access is unpredictable.',
  falsePositives:
    'Small buckets, and objects under 128 KB, for which moving costs more than it saves.',
  question: {
    text: 'Does old data in {label} move to cheaper storage or get deleted?',
    askWhom: 'customer',
  },
  fix: automatic('Move or delete what has grown old', setFact('lifecycle', true)),
  references: [
    {
      title: 'Managing the lifecycle of objects',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
    },
    {
      title: 'COST04-BP05 Enforce data retention policies',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/cost_decomissioning_resources_data_retention.html',
    },
  ],
  crosswalk: { securityHub: ['S3.13'], checkov: ['CKV2_AWS_61', 'CKV_AWS_300'] },
  examples: {
    pass: [board`logs:s3{lifecycle=true}`],
    fail: [board`logs:s3{lifecycle=false}`],
    nearlyFail: [board`logs:s3{lifecycle=true, versioning=true}`],
    ask: [board`logs:s3`],
    notApplicable: [board`s3-glacier`],
  },
})
