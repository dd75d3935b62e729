import { architectureOf } from '../launch'
import {
  helper,
  node,
  part,
  type Mapping,
  type Mappings,
  type Said,
  type Telling,
} from '../mapping'
import { amount, byDefault, choose, flag, key, standard } from '../tell'
import { Pending, asNumber, asText, at, type Value } from '../value'
import { groupNetwork } from '../database-tellings'

/** Redis has backups and failover, Memcached neither: there they do not apply. */
function redisOnly(telling: (from: Value) => Said | undefined): Telling {
  return (from) =>
    asText(at(from, 'Engine'))?.toLowerCase() === 'memcached' ? { value: null } : telling(from)
}

const CACHE: Mapping = node('elasticache', {
  names: ['ReplicationGroupId', 'ClusterName', 'ServerlessCacheName'],
  facts: {
    engine: choose('Engine', { redis: 'redis', valkey: 'valkey', memcached: 'memcached' }, 'redis'),
    multiAz: redisOnly((from) => flag('MultiAZEnabled', false)(from)),
    automaticFailover: redisOnly(flag('AutomaticFailoverEnabled', false)),
    encryptedAtRest: (from) => {
      const atRest = flag('AtRestEncryptionEnabled', false)(from)
      return asText(at(from, 'Engine'))?.toLowerCase() === 'memcached' ? { value: null } : atRest
    },
    tlsRequired: (from) => {
      const found = flag('TransitEncryptionEnabled', false)(from)
      return asText(at(from, 'TransitEncryptionMode')) === 'preferred' ? { value: false } : found
    },
    backupRetentionDays: redisOnly(amount('SnapshotRetentionLimit', 0)),
    autoMinorUpgrade: flag('AutoMinorVersionUpgrade', true),
    architecture: (from) => architectureOf(asText(at(from, 'CacheNodeType'))),
  },
  network: groupNetwork(
    'CacheSubnetGroupName',
    'AWS::ElastiCache::SubnetGroup',
    'SecurityGroupIds',
    true,
  ),
})

/** A cache cluster of its own has no standby, and its engine says whether it can be encrypted at rest. */
const CACHE_CLUSTER: Mapping = {
  ...CACHE,
  partOf: ['ReplicationGroupId'],
  facts: {
    ...CACHE.facts,
    multiAz: redisOnly((from) => (from instanceof Pending ? undefined : standard(false))),
    automaticFailover: redisOnly((from) => (from instanceof Pending ? undefined : standard(false))),
  },
  network: groupNetwork(
    'CacheSubnetGroupName',
    'AWS::ElastiCache::SubnetGroup',
    'VpcSecurityGroupIds',
    true,
  ),
}

export const cache: Mappings = {
  'AWS::ElastiCache::ReplicationGroup': CACHE,
  'AWS::ElastiCache::CacheCluster': CACHE_CLUSTER,
  'AWS::ElastiCache::ServerlessCache': node('elasticache', {
    names: ['ServerlessCacheName'],
    facts: {
      engine: choose('Engine', { redis: 'redis', valkey: 'valkey', memcached: 'memcached' }),
      multiAz: byDefault(true),
      automaticFailover: byDefault(true),
      encryptedAtRest: byDefault(true),
      tlsRequired: byDefault(true),
      backupRetentionDays: amount('SnapshotRetentionLimit', 0),
    },
    network: (from) => ({
      subnets: at(from, 'SubnetIds'),
      securityGroups: at(from, 'SecurityGroupIds'),
    }),
  }),
  'AWS::ElastiCache::SubnetGroup': helper({ names: ['CacheSubnetGroupName'] }),
  'AWS::ElastiCache::ParameterGroup': helper(),
  'AWS::ElastiCache::User': helper(),
  'AWS::ElastiCache::UserGroup': helper(),
  'AWS::ElastiCache::GlobalReplicationGroup': part('Members.ReplicationGroupId'),
  'AWS::ElastiCache::SecurityGroup': helper(),
  'AWS::MemoryDB::Cluster': node('memorydb', {
    names: ['ClusterName'],
    facts: {
      encryptedAtRest: byDefault(true),
      encryptionKey: key('KmsKeyId', 'awsOwned'),
      tlsRequired: flag('TLSEnabled', true),
      backupRetentionDays: amount('SnapshotRetentionLimit', 0),
      multiAz: (from) => {
        const replicas = at(from, 'NumReplicasPerShard')
        if (replicas === undefined) return from instanceof Pending ? undefined : standard(true)
        const count = asNumber(replicas)
        return count === undefined ? undefined : { value: count > 0 }
      },
    },
    network: groupNetwork('SubnetGroupName', 'AWS::MemoryDB::SubnetGroup', 'SecurityGroupIds'),
  }),
  'AWS::MemoryDB::SubnetGroup': helper({ names: ['SubnetGroupName'] }),
  'AWS::MemoryDB::ParameterGroup': helper(),
  'AWS::MemoryDB::ACL': helper(),
  'AWS::MemoryDB::User': helper(),
}
