import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { stated } from '../expression'

export default defineRule({
  id: 'SEC-41',
  title: 'Every data store has a classification',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer', 'leverageStorageOptions'],
  risk: 'high',
  bestPractices: ['SEC07-BP01', 'SEC07-BP02'],
  on: {
    services: [
      's3',
      's3-glacier',
      'efs',
      'fsx',
      'rds',
      'aurora',
      'dynamodb',
      'redshift',
      'opensearch',
      'neptune',
      'documentdb',
      'memorydb',
    ],
  },
  assert: stated('classification'),
  message: 'Nobody has said how sensitive the data in {label} is.',
  rationale:
    'Who may read it, which key encrypts it, how long it is kept and in which country it may be: all of that follows from how sensitive the data is.',
  remediation:
    'Agree on three or four levels, write down who decides, and mark each store with its level.',
  falsePositives: 'None: “public” is an answer as well.',
  question: {
    text: 'How sensitive is the data in {label}: public, internal, confidential or regulated?',
    askWhom: 'customer',
  },
  fix: { kind: 'question' },
  references: [
    {
      title: 'SEC07-BP01 Understand your data classification scheme',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_data_classification_identify_data.html',
    },
    {
      title: 'Data classification',
      url: 'https://docs.aws.amazon.com/whitepapers/latest/data-classification/data-classification.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [board`files:s3{classification=public}`, board`orders:rds{classification=regulated}`],
    nearlyFail: [board`files:s3{classification=confidential, publicAccess=true}`],
    ask: [board`files:s3`, board`orders:aurora`],
    notApplicable: [board`sqs`, board`web:ec2{role=database}`],
  },
})
