import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { choose, setFact, suggestion } from '../fix'
import { WELL_BUILT } from '../well-built'

export default defineRule({
  id: 'PERF-07',
  title: 'Files and sessions are not kept in a relational database',
  pillar: 'performanceEfficiency',
  designPrinciples: ['leverageStorageOptions'],
  risk: 'medium',
  riskNote:
    'AWS rates the choice of every data store; this one works, it is only dearer and slower than need be.',
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
  fix: suggestion(
    choose(
      'Keep the files in S3, and their keys in the table',
      setFact('storesBlobsOrSessions', false),
      {
        do: 'add',
        service: 's3',
        label: 'Files',
        facts: WELL_BUILT.s3,
        where: 'region',
        connect: { direction: 'to', kind: 'dependency' },
      },
    ),
    choose('Keep the sessions in a cache', setFact('storesBlobsOrSessions', false), {
      do: 'add',
      service: 'elasticache',
      label: 'Sessions',
      facts: WELL_BUILT.elasticache,
      where: 'vpc',
      connect: { direction: 'from', kind: 'dependency' },
    }),
  ),
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
