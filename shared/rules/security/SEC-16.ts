import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-16',
  title: 'Caches, search domains and warehouses are encrypted at rest',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'high',
  bestPractices: ['SEC08-BP02'],
  on: { services: ['elasticache', 'memorydb', 'opensearch', 'redshift', 'dax'] },
  assert: is('encryptedAtRest', true),
  message: '{label} keeps copies of your data unencrypted.',
  rationale:
    'Sessions, search indexes and reports hold the same names and numbers as the database they were made from, and are forgotten when that is secured.',
  remediation:
    'Most of these can be encrypted only when they are created: make a new, encrypted one, fill it from a snapshot or from its source, and switch over.',
  falsePositives: 'A cache that holds nothing but public pages.',
  question: { text: 'Is what {label} stores encrypted on disk?', askWhom: 'customer' },
  fix: automatic('Encrypt what it stores', setFact('encryptedAtRest', true)),
  references: [
    {
      title: 'At-rest encryption in ElastiCache',
      url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html',
    },
    {
      title: 'Encryption of data at rest for Amazon OpenSearch Service',
      url: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
    },
    {
      title: 'Amazon Redshift database encryption',
      url: 'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html',
    },
  ],
  crosswalk: {
    checkov: ['CKV_AWS_29', 'CKV_AWS_5', 'CKV_AWS_64', 'CKV_AWS_47'],
    cdkNag: [
      'ElastiCacheRedisClusterEncryption',
      'OpenSearchEncryptedAtRest',
      'RedshiftClusterEncryptionAtRest',
      'DAXEncrypted',
    ],
    guard: [
      'OPENSEARCH_ENCRYPTED_AT_REST',
      'ELASTICSEARCH_ENCRYPTED_AT_REST',
      'DAX_ENCRYPTION_ENABLED',
      'ELASTICACHE_REPLICATION_GROUP_ENCRYPTION_AT_REST',
    ],
    trivy: ['AWS-0045', 'AWS-0048', 'AWS-0084'],
  },
  examples: {
    pass: [board`elasticache{encryptedAtRest=true}`, board`dax{encryptedAtRest=true}`],
    fail: [
      board`elasticache{encryptedAtRest=false}`,
      board`logs:opensearch{encryptedAtRest=false}`,
      board`sales:redshift{encryptedAtRest=false}`,
    ],
    nearlyFail: [board`logs:opensearch{encryptedAtRest=true, nodeToNodeEncryption=false}`],
    ask: [board`elasticache`],
    notApplicable: [board`dynamodb`, board`rds{encryptedAtRest=false}`],
  },
})
