import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is, isOneOf } from '../expression'
import { automatic, setFact } from '../fix'

/** Multi-AZ cannot be on without automatic failover, so it alone decides; Memcached has neither. */
export default defineRule({
  id: 'REL-05',
  title: 'A cache fails over to a replica in a second Availability Zone',
  pillar: 'reliability',
  designPrinciples: ['designForFailure'],
  risk: 'medium',
  riskNote:
    'AWS rates failover of a whole workload; most applications survive an empty cache, only slower.',
  bestPractices: ['REL11-BP02', 'REL10-BP01'],
  on: { services: ['elasticache'] },
  when: isOneOf('engine', ['valkey', 'redis']),
  assert: is('multiAz', true),
  message: '{label} has no replica in a second Availability Zone that takes over by itself.',
  rationale:
    'When the node of a cache is lost, all sessions and counters in it are gone, and every request goes to the database at once. With Multi-AZ a replica takes over within seconds.',
  remediation:
    'Give each shard a replica in another Availability Zone and turn Multi-AZ with automatic failover on.',
  falsePositives: 'A cache that the application can do without, and the database can bear it.',
  question: {
    text: 'If the machine behind {label} fails, does another take over by itself?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Keep a replica in a second zone',
    setFact('multiAz', true),
    setFact('automaticFailover', true),
  ),
  references: [
    {
      title: 'Minimizing downtime in ElastiCache by using Multi-AZ',
      url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html',
    },
  ],
  crosswalk: {
    securityHub: ['ElastiCache.3'],
    checkov: ['CKV2_AWS_50'],
    cdkNag: ['ElastiCacheRedisClusterMultiAZ'],
  },
  examples: {
    pass: [board`sessions:elasticache{engine=valkey, multiAz=true}`],
    fail: [board`sessions:elasticache{engine=redis, multiAz=false, automaticFailover=true}`],
    nearlyFail: [board`sessions:elasticache{engine=redis, multiAz=true}`],
    ask: [board`sessions:elasticache`, board`sessions:elasticache{engine=redis}`],
    notApplicable: [board`pages:elasticache{engine=memcached, multiAz=false}`, board`dynamodb`],
  },
})
