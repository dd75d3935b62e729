import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, is, not, or, service } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-23',
  title: 'Databases, caches and streams take encrypted connections only',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'high',
  bestPractices: ['SEC09-BP02'],
  on: {
    services: [
      'rds',
      'aurora',
      'neptune',
      'documentdb',
      'redshift',
      'opensearch',
      'elasticache',
      'memorydb',
      'msk',
      'dms',
    ],
  },
  assert: or(
    and(service('dms'), is('tls', true)),
    and(
      not(service('dms')),
      is('tlsRequired', true),
      or(not(service('opensearch')), is('nodeToNodeEncryption', true)),
      or(not(service('msk')), is('tlsBetweenBrokers', true)),
    ),
  ),
  message: '{label} also works unencrypted: queries and results can be read on the way.',
  rationale:
    'A private network is not a secret one: a single server that was taken over can listen. If the server refuses anything but TLS, no forgotten client leaks passwords and rows.',
  remediation:
    'Turn enforcement on in the parameter group (rds.force_ssl, require_secure_transport, require_ssl) or at creation (ElastiCache, OpenSearch, MSK), after all clients use TLS.',
  falsePositives: 'Old clients that speak no TLS, inside a tunnel.',
  question: {
    text: 'Does {label} refuse connections that are not encrypted?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Take encrypted connections only',
    setFact('tls', true, service('dms')),
    setFact('tlsRequired', true, not(service('dms'))),
    setFact('nodeToNodeEncryption', true, service('opensearch')),
    setFact('tlsBetweenBrokers', true, service('msk')),
  ),
  references: [
    {
      title: 'Using SSL/TLS to encrypt a connection to a DB instance',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html',
    },
    {
      title: 'Node-to-node encryption for Amazon OpenSearch Service',
      url: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html',
    },
    {
      title: 'Amazon MSK encryption',
      url: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html',
    },
  ],
  crosswalk: {
    securityHub: ['RDS.38', 'RDS.39'],
    checkov: ['CKV2_AWS_69', 'CKV_AWS_30', 'CKV_AWS_90', 'CKV_AWS_105', 'CKV_AWS_6', 'CKV2_AWS_49'],
    cdkNag: [
      'RedshiftRequireTlsSSL',
      'OpenSearchNodeToNodeEncryption',
      'MSKClientToBrokerTLS',
      'MSKBrokerToBrokerTLS',
    ],
    guard: [
      'OPENSEARCH_NODE_TO_NODE_ENCRYPTION_CHECK',
      'ELASTICSEARCH_NODE_TO_NODE_ENCRYPTION_CHECK',
    ],
    trivy: ['AWS-0051', 'AWS-0073', 'AWS-0043'],
  },
  examples: {
    pass: [
      board`orders:rds{tlsRequired=true}`,
      board`logs:opensearch{tlsRequired=true, nodeToNodeEncryption=true}`,
      board`events:msk{tlsRequired=true, tlsBetweenBrokers=true}`,
      board`dms{tls=true}`,
    ],
    fail: [
      board`orders:rds{tlsRequired=false}`,
      board`elasticache{tlsRequired=false}`,
      board`logs:opensearch{tlsRequired=true, nodeToNodeEncryption=false}`,
      board`events:msk{tlsBetweenBrokers=false}`,
      board`dms{tls=false}`,
    ],
    nearlyFail: [board`orders:rds{tlsRequired=true, encryptedAtRest=false}`],
    ask: [board`orders:rds`, board`events:msk{tlsRequired=true}`],
    notApplicable: [board`dynamodb`, board`sqs`],
  },
})
