import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, atLeast, is, or, service, trait } from '../expression'
import { automatic } from '../fix'

export default defineRule({
  id: 'PERF-03',
  title: 'Repeated reads of a database are cached or go to a replica',
  pillar: 'performanceEfficiency',
  designPrinciples: ['leverageStorageOptions', 'dontFearConstraints'],
  risk: 'medium',
  bestPractices: ['PERF03-BP05', 'PERF03-BP04'],
  on: { edges: ['request', 'data'] },
  when: and(
    anyDrawn('source', trait('compute')),
    anyDrawn('target', service('rds', 'aurora', 'dynamodb')),
    is('readHeavy', true),
  ),
  assert: or(
    anyDrawn('source', anyDrawn('peersOut', trait('cache'))),
    anyDrawn(
      'target',
      or(
        and(trait('relational'), atLeast('readReplicas', 1)),
        and(service('dynamodb'), is('accelerator', true)),
      ),
    ),
  ),
  message: '{source} reads the same data from {target} over and over, and nothing caches it.',
  rationale:
    'The database is the tier that is hardest to scale. A cache answers repeated reads in under a millisecond and takes the load off; a replica at least shares it.',
  remediation:
    'Put ElastiCache between them, or DAX for DynamoDB, or send reads to a read replica.',
  falsePositives: 'Reads that must always see the last write, and databases that are bored.',
  question: {
    text: 'Does {source} mostly read from {target}, and is anything cached?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Send repeated reads to a replica, or to DAX',
    {
      do: 'atLeast',
      key: 'readReplicas',
      value: 1,
      on: { relation: 'target', where: trait('relational') },
    },
    {
      do: 'setFact',
      key: 'accelerator',
      value: true,
      on: { relation: 'target', where: service('dynamodb') },
    },
  ),
  references: [
    {
      title: 'PERF03-BP05 Implement data access patterns that utilize caching',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/performance-efficiency-pillar/perf_data_access_patterns_caching.html',
    },
    {
      title: 'Caching strategies for Memcached and Valkey',
      url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Strategies.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`web:ec2 -data{readHeavy=true}-> orders:rds, web -> elasticache`,
      board`web:ec2 -data{readHeavy=true}-> orders:rds{readReplicas=1}`,
      board`lambda -{readHeavy=true}-> dynamodb{accelerator=true}`,
    ],
    fail: [
      board`web:ec2 -data{readHeavy=true}-> orders:rds{readReplicas=0}`,
      board`lambda -{readHeavy=true}-> dynamodb{accelerator=false}`,
    ],
    nearlyFail: [
      board`web:ec2 -data{readHeavy=true}-> orders:rds{readReplicas=0}, web -> elasticache`,
    ],
    ask: [board`web:ec2 -> orders:rds`, board`web:ec2 -{readHeavy=true}-> orders:aurora`],
    notApplicable: [board`web:ec2 -{readHeavy=false}-> orders:rds`, board`web:ec2 -> s3`],
  },
})
