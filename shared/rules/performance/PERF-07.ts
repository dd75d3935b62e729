import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'PERF-07',
  title: 'Files and sessions are not kept in a relational database',
  pillar: 'performanceEfficiency',
  designPrinciples: ['leverageStorageOptions'],
  risk: 'medium',
  bestPractices: ['PERF03-BP01', 'SUS04-BP02'],
  on: { services: ['rds'] },
  assert: is('storesBlobsOrSessions', false),
  message: '{label} keeps files or sessions among its tables.',
  rationale:
    'A relational database is the most expensive place for a file and a slow one for a session. Both crowd its cache, its backups and its connections.',
  remediation:
    'Keep files in S3 with their keys in the table, and sessions in ElastiCache or DynamoDB.',
  falsePositives: 'Small files that must change in one transaction with their row.',
  question: {
    text: 'Are files, images or web sessions kept inside {label}?',
    askWhom: 'customer',
  },
  fix: automatic('TODO', setFact('storesBlobsOrSessions', false)),
  references: [
    {
      title: 'PERF03-BP01 Use a purpose-built data store',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/performance-efficiency-pillar/perf_data_use_purpose_built_data_store.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [board`orders:rds{storesBlobsOrSessions=false}`],
    fail: [board`orders:rds{storesBlobsOrSessions=true}`],
    nearlyFail: [
      board`web:ec2 -> orders:rds{storesBlobsOrSessions=false}, web -> s3, web -> elasticache`,
    ],
    ask: [board`orders:rds`],
    notApplicable: [board`dynamodb`],
  },
})
