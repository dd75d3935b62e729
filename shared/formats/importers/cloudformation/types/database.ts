import { inBackupPlan } from '../backups'
import { architectureOf } from '../launch'
import { links, toward } from '../link'
import {
  helper,
  node,
  part,
  type Bundle,
  type Mapping,
  type Mappings,
  type Network,
  type Said,
  type Telling,
} from '../mapping'
import { groupSubnets, zoneCount } from '../subnets'
import {
  amount,
  byDefault,
  choose,
  flag,
  fromSecretsManager,
  key,
  positive,
  properties,
  said,
  standard,
} from '../tell'
import {
  asFlag,
  asList,
  asNumber,
  asText,
  at,
  isGiven,
  patternOf,
  Pending,
  type Value,
} from '../value'

const INSTANCE = 'AWS::RDS::DBInstance'
const CLUSTER = 'AWS::RDS::DBCluster'

/** Where the subnets come from a subnet group of the same family. */
function groupNetwork(group: string, type: string, securityGroups: string, optional = false) {
  return (from: Value, about: Bundle): Network => ({
    subnets: [...groupSubnets(about.look, at(from, group), type)],
    securityGroups: at(from, securityGroups) ?? at(from, 'VPCSecurityGroups'),
    zones: at(from, 'AvailabilityZones') ?? at(from, 'AvailabilityZone'),
    optional,
  })
}

/** Members of a cluster: none in the template leaves it open, since they may be made elsewhere. */
function members(type: string): Telling {
  return (_, about) => {
    const count = about.of(type).length
    return count === 0 ? undefined : { value: count }
  }
}

/** Zones that a cluster's members are spread over: said in the cluster, and at most one for each member. */
function clusterZones(instance: string, group: string, groupType: string): Telling {
  return (from, about) => {
    const zones = at(from, 'AvailabilityZones')
    const spread = zoneCount(
      about.look,
      groupSubnets(about.look, at(from, group), groupType),
      zones,
    )
    const count = about.of(instance).length
    if (count === 1) return { value: 1 }
    if (spread === undefined) return undefined
    return { value: count === 0 ? spread : Math.min(spread, count) }
  }
}

function engineOf(about: Bundle): string | undefined {
  for (const { properties: from } of about.of(CLUSTER, INSTANCE, 'AWS::RDS::GlobalCluster')) {
    const engine = asText(at(from, 'Engine'))
    if (engine !== undefined) return engine.toLowerCase()
  }
  return undefined
}

/** A cluster of another engine than Aurora is a Multi-AZ DB cluster of RDS. */
function relationalService(about: Bundle): string {
  const engine = engineOf(about)
  if (engine === undefined) return about.of(CLUSTER).length > 0 ? 'aurora' : 'rds'
  if (engine.startsWith('aurora')) return 'aurora'
  if (engine === 'neptune') return 'neptune'
  return engine === 'docdb' ? 'documentdb' : 'rds'
}

const ENGINES: readonly (readonly [RegExp, string])[] = [
  [/^aurora-postgresql/, 'aurora-postgresql'],
  [/^aurora/, 'aurora-mysql'],
  [/^postgres/, 'postgres'],
  [/^mysql/, 'mysql'],
  [/^mariadb/, 'mariadb'],
  [/oracle/, 'oracle'],
  [/sqlserver/, 'sqlserver'],
  [/^db2/, 'db2'],
]

const engine: Telling = (_, about) => {
  const word = engineOf(about)
  return said(ENGINES.find(([pattern]) => word !== undefined && pattern.test(word))?.[1])
}

/** Read from Secrets Manager, or managed there by RDS. What a parameter holds is not known. */
const credentialsInSecretsManager: Telling = (from) => {
  const managed = at(from, 'ManageMasterUserPassword') ?? at(from, 'ManageMasterPassword')
  if (asFlag(managed) === true) return { value: true }
  const password = at(from, 'MasterUserPassword')
  if (password === undefined) return undefined
  if (fromSecretsManager(password)) return { value: true }
  return asText(password) === undefined ? undefined : { value: false }
}

/** A parameter group of the template that makes a database refuse plain connections. */
function refusesPlain(group: string, types: readonly string[], names: readonly string[]): Telling {
  return (from, about) => {
    const value = at(from, group)
    if (value === undefined) return standard(false)
    const found = about.look.find(value, ...types)
    if (found.length === 0) return undefined
    for (const one of found) {
      const parameters = at(one.properties, 'Parameters')
      const set = names.map((name) => at(parameters, name)).find((inner) => inner !== undefined)
      const listed = asList(parameters)
        .filter((pair) => names.includes(asText(at(pair, 'ParameterName')) ?? ''))
        .map((pair) => at(pair, 'ParameterValue'))
      const state = set ?? listed[0]
      if (state === undefined) continue
      const word = asText(state)?.toLowerCase()
      if (word === undefined) return undefined
      return {
        value: asFlag(word) ?? (word === 'enabled' || word.startsWith('tls') || word === 'require'),
      }
    }
    return standard(false)
  }
}

const retention: Telling = (from) => {
  // Read replicas and members of a cluster have the backups of what they copy.
  if (at(from, 'SourceDBInstanceIdentifier') !== undefined) return undefined
  return amount('BackupRetentionPeriod', 1)(from)
}

/** Encrypted is on by default where a key is named. */
function encrypted(flagPath: string, keyPath: string): Telling {
  return (from) => {
    if (at(from, flagPath) === undefined && isGiven(at(from, keyPath)) === true)
      return { value: true }
    // A copy of a snapshot or another database is encrypted as that is.
    const copied = [
      'SnapshotIdentifier',
      'DBSnapshotIdentifier',
      'SourceDBInstanceIdentifier',
      'SourceDBClusterIdentifier',
      'ReplicationSourceIdentifier',
      'DBClusterSnapshotIdentifier',
    ]
    if (
      at(from, flagPath) === undefined &&
      copied.some((path) => isGiven(at(from, path)) !== false)
    )
      return undefined
    return flag(flagPath, false)(from)
  }
}

/** Enhanced Monitoring of the database, or of every member of its cluster. */
const enhancedMonitoring: Telling = (from, about) => {
  const own = positive('MonitoringInterval')(from)
  if (own) return own
  const instances = properties(about, INSTANCE)
  if (instances.length === 0)
    return about.type === CLUSTER ? undefined : positive('MonitoringInterval', false)(from)
  const found = instances.map(positive('MonitoringInterval', false))
  if (found.some((one) => one?.value === false)) return { value: false, byDefault: true }
  return found.includes(undefined) ? undefined : { value: true }
}

/** A flag of the database itself, or of every member of its cluster. */
function eachMember(telling: (from: Value) => Said | undefined, bad: boolean): Telling {
  return (_, about) => {
    const found = properties(about, INSTANCE).map(telling)
    const worst = found.find((one) => one?.value === bad)
    return worst ?? (found.includes(undefined) ? undefined : found[0])
  }
}

/** A database for which AWS chooses public access: in the default VPC, where it names no subnets. */
const publicAccess: Telling = eachMember((from) => {
  const value = at(from, 'PubliclyAccessible')
  if (value !== undefined) return said(asFlag(value))
  if (at(from, 'DBClusterIdentifier') !== undefined) return standard(false)
  return at(from, 'DBSubnetGroupName') === undefined ? undefined : standard(false)
}, true)

const RELATIONAL: Mapping = node(relationalService, {
  names: ['DBClusterIdentifier', 'DBInstanceIdentifier'],
  facts: {
    engine,
    multiAz: (from, about) => {
      const own = flag('MultiAZ', false)(from)
      // A Multi-AZ DB cluster is what a cluster of such an engine is.
      return about.type === CLUSTER && relationalService(about) === 'rds' ? { value: true } : own
    },
    encryptedAtRest: encrypted('StorageEncrypted', 'KmsKeyId'),
    encryptionKey: key('KmsKeyId'),
    backupRetentionDays: retention,
    inBackupPlan,
    deletionProtection: flag('DeletionProtection', false),
    publicAccess,
    autoMinorUpgrade: eachMember(flag('AutoMinorVersionUpgrade', true), false),
    iamAuthentication: flag('EnableIAMDatabaseAuthentication', false),
    credentialsInSecretsManager,
    detailedMetrics: enhancedMonitoring,
    tlsRequired: refusesPlain(
      'DBParameterGroupName',
      ['AWS::RDS::DBParameterGroup'],
      ['rds.force_ssl', 'require_secure_transport'],
    ),
    sizeGb: amount('AllocatedStorage'),
    architecture: (_, about) =>
      architectureOf(
        asText(
          properties(about, INSTANCE)
            .map((one) => at(one, 'DBInstanceClass'))
            .find((one) => one !== undefined),
        ),
      ),
    serverless: (from, about) =>
      asText(at(from, 'EngineMode')) === 'serverless' ||
      isGiven(at(from, 'ServerlessV2ScalingConfiguration')) === true
        ? { value: true }
        : about.type === CLUSTER && !(from instanceof Pending)
          ? standard(false)
          : undefined,
    instances: (_, about) => (about.type === CLUSTER ? members(INSTANCE)(_, about) : undefined),
    readReplicas: (_, about) => {
      if (about.type !== CLUSTER) return replicaCount(about)
      const count = about.of(INSTANCE).length
      return count === 0 ? undefined : { value: count - 1 }
    },
    availabilityZones: (from, about) =>
      about.type === CLUSTER
        ? clusterZones(INSTANCE, 'DBSubnetGroupName', 'AWS::RDS::DBSubnetGroup')(from, about)
        : undefined,
  },
  network: groupNetwork(
    'DBSubnetGroupName',
    'AWS::RDS::DBSubnetGroup',
    'VpcSecurityGroupIds',
    true,
  ),
  links: [toward('replication', 'ReplicationSourceIdentifier')],
})

function replicaCount(about: Bundle): Said | undefined {
  const { main, look } = about
  if (main === null) return undefined
  const replicas = look
    .ofType(INSTANCE)
    .filter((one) =>
      look
        .find(at(one.properties, 'SourceDBInstanceIdentifier'))
        .some((found) => found.id === main.id),
    )
  return replicas.length > 0 ? { value: replicas.length } : undefined
}

/** Neptune and DocumentDB: a cluster and its members. */
function clustered(service: string, family: string, more: Partial<Mapping> = {}): Mapping {
  const instance = `AWS::${family}::DBInstance`
  const group = `AWS::${family}::DBSubnetGroup`
  const { facts, ...rest } = more
  return node(service, {
    names: ['DBClusterIdentifier'],
    ...rest,
    facts: {
      encryptedAtRest: encrypted('StorageEncrypted', 'KmsKeyId'),
      encryptionKey: key('KmsKeyId'),
      backupRetentionDays: amount('BackupRetentionPeriod', 1),
      deletionProtection: flag('DeletionProtection', false),
      instances: members(instance),
      availabilityZones: clusterZones(instance, 'DBSubnetGroupName', group),
      publicAccess: (from) => (from instanceof Pending ? undefined : standard(false)),
      ...facts,
    },
    network: groupNetwork('DBSubnetGroupName', group, 'VpcSecurityGroupIds'),
  })
}

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

const TABLE = 'AWS::DynamoDB::Table'

/** Every table and index needs a scaling target for reads and one for writes. */
const capacity: Telling = (table, about) => {
  if (table instanceof Pending) return undefined
  const mode = at(table, 'BillingMode')
  const word = asText(mode)
  if (mode !== undefined && word === undefined) return undefined
  if (word === 'PAY_PER_REQUEST') return { value: 'onDemand' }
  const name = about.main && about.look.nameOf(about.main)
  const targets = about.look
    .ofType('AWS::ApplicationAutoScaling::ScalableTarget')
    .filter(({ properties: target }) => asText(at(target, 'ServiceNamespace')) !== 'ecs')
    .map(({ properties: target }) => ({
      resource: patternOf(at(target, 'ResourceId')),
      dimension: patternOf(at(target, 'ScalableDimension')),
    }))
  const own = [`table/\${${about.main?.id ?? ''}}`, `table/${name ?? '\u0000'}`]
  const indexes = asList(at(table, 'GlobalSecondaryIndexes')).map((one) =>
    patternOf(at(one, 'IndexName')),
  )
  const wanted = [
    { path: '', dimension: 'dynamodb:table:' },
    ...indexes.map((index) => ({ path: `/index/${index}`, dimension: 'dynamodb:index:' })),
  ].flatMap((one) => ['ReadCapacityUnits', 'WriteCapacityUnits'].map((unit) => ({ ...one, unit })))
  const scaled = wanted.every(({ path, dimension, unit }) =>
    targets.some(
      (target) =>
        own.some((base) => target.resource === base + path) &&
        target.dimension === dimension + unit,
    ),
  )
  return {
    value: scaled ? 'provisionedAutoscaled' : 'provisionedFixed',
    byDefault: mode === undefined && !scaled,
  }
}

const tableFacts = {
  capacity,
  pointInTimeRecovery: flag('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', false),
  encryptedAtRest: byDefault(true),
  encryptionKey: (table: Value): Said | undefined => {
    const sse = at(table, 'SSESpecification.SSEEnabled')
    if (sse === undefined) return table instanceof Pending ? undefined : standard('awsOwned')
    if (asFlag(sse) !== true) return asFlag(sse) === false ? { value: 'awsOwned' } : undefined
    return key('SSESpecification.KMSMasterKeyId', 'awsManaged')(table)
  },
  deletionProtection: flag('DeletionProtectionEnabled', false),
  inBackupPlan,
} satisfies Record<string, Telling>

export const database: Mappings = {
  [CLUSTER]: RELATIONAL,
  [INSTANCE]: {
    ...RELATIONAL,
    partOf: ['DBClusterIdentifier'],
    links: [
      links((from) => [
        { from: at(from, 'SourceDBInstanceIdentifier'), to: 'self', kind: 'replication' },
      ]),
    ],
  },
  'AWS::RDS::DBSubnetGroup': helper({ names: ['DBSubnetGroupName'] }),
  'AWS::RDS::DBParameterGroup': helper({ names: ['DBParameterGroupName'] }),
  'AWS::RDS::DBClusterParameterGroup': helper({ names: ['DBClusterParameterGroupName'] }),
  'AWS::RDS::OptionGroup': helper(),
  'AWS::RDS::EventSubscription': part('SourceIds'),
  'AWS::RDS::DBProxy': node('res-amazon-rds-rds-proxy', {
    names: ['DBProxyName'],
    network: (from) => ({
      subnets: at(from, 'VpcSubnetIds'),
      securityGroups: at(from, 'VpcSecurityGroupIds'),
    }),
  }),
  'AWS::RDS::DBProxyTargetGroup': part(['DBProxyName'], {
    links: [toward('request', 'DBInstanceIdentifiers'), toward('request', 'DBClusterIdentifiers')],
  }),
  'AWS::RDS::DBProxyEndpoint': part(['DBProxyName']),
  'AWS::RDS::GlobalCluster': {
    partOf: ['SourceDBClusterIdentifier'],
    usedBy: [CLUSTER],
    ...node('aurora', { facts: { replicatedToOtherRegion: byDefault(true) } }),
  },
  'AWS::RDS::DBShardGroup': part('DBClusterIdentifier'),
  'AWS::RDS::Integration': part(['SourceArn', 'TargetArn']),
  'AWS::Neptune::DBCluster': clustered('neptune', 'Neptune', {
    facts: {
      iamAuthentication: flag('IamAuthEnabled', false),
      autoMinorUpgrade: (_, about) => {
        const found = properties(about, 'AWS::Neptune::DBInstance').map(
          flag('AutoMinorVersionUpgrade'),
        )
        const no = found.find((one) => one?.value === false)
        return no ?? (found.length > 0 && !found.includes(undefined) ? { value: true } : undefined)
      },
    },
  }),
  'AWS::Neptune::DBInstance': part('DBClusterIdentifier', { elsewhere: 'AWS::Neptune::DBCluster' }),
  'AWS::Neptune::DBSubnetGroup': helper({ names: ['DBSubnetGroupName'] }),
  'AWS::Neptune::DBParameterGroup': helper(),
  'AWS::Neptune::DBClusterParameterGroup': helper(),
  'AWS::NeptuneGraph::Graph': node('neptune', {
    names: ['GraphName'],
    facts: { encryptedAtRest: byDefault(true) },
  }),
  'AWS::DocDB::DBCluster': clustered('documentdb', 'DocDB', {
    facts: {
      credentialsInSecretsManager: credentialsInSecretsManager,
      tlsRequired: (from, about) =>
        at(from, 'DBClusterParameterGroupName') === undefined && !(from instanceof Pending)
          ? standard(true)
          : refusesPlain(
              'DBClusterParameterGroupName',
              ['AWS::DocDB::DBClusterParameterGroup'],
              ['tls'],
            )(from, about),
    },
  }),
  'AWS::DocDB::DBInstance': part('DBClusterIdentifier', { elsewhere: 'AWS::DocDB::DBCluster' }),
  'AWS::DocDB::DBSubnetGroup': helper({ names: ['DBSubnetGroupName'] }),
  'AWS::DocDB::DBClusterParameterGroup': helper({ names: ['Name'] }),
  'AWS::DocDBElastic::Cluster': node('documentdb', {
    names: ['ClusterName'],
    facts: { encryptedAtRest: byDefault(true) },
  }),
  [TABLE]: node('dynamodb', {
    names: ['TableName'],
    facts: tableFacts,
  }),
  'AWS::DynamoDB::GlobalTable': node('dynamodb', {
    names: ['TableName'],
    facts: {
      capacity: choose('BillingMode', {
        PAY_PER_REQUEST: 'onDemand',
        PROVISIONED: 'provisionedAutoscaled',
      }),
      globalTable: (table) => said(asList(at(table, 'Replicas')).length > 1),
      encryptedAtRest: byDefault(true),
      pointInTimeRecovery: (table) => {
        const found = asList(at(table, 'Replicas')).map(
          flag('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', false),
        )
        return found.find((one) => one?.value === false) ?? found[0]
      },
      deletionProtection: (table) => {
        const found = asList(at(table, 'Replicas')).map(flag('DeletionProtectionEnabled', false))
        return found.find((one) => one?.value === false) ?? found[0]
      },
      inBackupPlan,
    },
  }),
  'AWS::DAX::Cluster': node('dax', {
    names: ['ClusterName'],
    facts: {
      encryptedAtRest: flag('SSESpecification.SSEEnabled', false),
      instances: amount('ReplicationFactor'),
      availabilityZones: (from, about) =>
        said(zoneCount(about.look, [], at(from, 'AvailabilityZones'))),
      tlsRequired: choose('ClusterEndpointEncryptionType', { TLS: true, NONE: false }, false),
    },
    network: groupNetwork('SubnetGroupName', 'AWS::DAX::SubnetGroup', 'SecurityGroupIds'),
  }),
  'AWS::DAX::SubnetGroup': helper(),
  'AWS::DAX::ParameterGroup': helper(),
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
  'AWS::Timestream::Database': node('amazon-timestream', { names: ['DatabaseName'] }),
  'AWS::Timestream::Table': part('DatabaseName', { elsewhere: 'AWS::Timestream::Database' }),
  'AWS::Timestream::InfluxDBInstance': node('amazon-timestream', { names: ['Name'] }),
  'AWS::Cassandra::Keyspace': node('amazon-keyspaces', { names: ['KeyspaceName'] }),
  'AWS::Cassandra::Table': part('KeyspaceName', { elsewhere: 'AWS::Cassandra::Keyspace' }),
  'AWS::DMS::ReplicationInstance': node('dms', {
    names: ['ReplicationInstanceIdentifier'],
    facts: {
      publicAccess: flag('PubliclyAccessible', true),
      multiAz: flag('MultiAZ', false),
      migrationType: (_, about) => migrationType(about),
      tls: (_, about) => endpointsEncrypted(about),
    },
    network: groupNetwork(
      'ReplicationSubnetGroupIdentifier',
      'AWS::DMS::ReplicationSubnetGroup',
      'VpcSecurityGroupIds',
    ),
  }),
  'AWS::DMS::ReplicationTask': part('ReplicationInstanceArn', {
    elsewhere: 'AWS::DMS::ReplicationInstance',
    links: [
      links((task, about) => [
        { from: serverOf(at(task, 'SourceEndpointArn'), about), to: 'self', kind: 'data' },
        { from: 'self', to: serverOf(at(task, 'TargetEndpointArn'), about), kind: 'data' },
      ]),
    ],
  }),
  'AWS::DMS::Endpoint': {
    usedBy: ['AWS::DMS::ReplicationTask'],
    otherwise: 'No replication of this template uses it.',
  },
  'AWS::DMS::ReplicationSubnetGroup': helper({ names: ['ReplicationSubnetGroupIdentifier'] }),
  'AWS::DMS::ReplicationConfig': node('dms', { names: ['ReplicationConfigIdentifier'] }),
  'AWS::DMS::EventSubscription': helper(),
  'AWS::DMS::Certificate': helper(),
}

function migrationType(about: Bundle): Said | undefined {
  const [task] = about.of('AWS::DMS::ReplicationTask')
  return (
    task &&
    choose('MigrationType', {
      'full-load': 'fullLoad',
      cdc: 'cdc',
      'full-load-and-cdc': 'fullLoadAndCdc',
    })(task.properties)
  )
}

function endpointsEncrypted(about: Bundle): Said | undefined {
  const modes = about.of('AWS::DMS::Endpoint').map(({ properties: from }) => at(from, 'SslMode'))
  if (modes.length === 0) return undefined
  const words = modes.map((mode) => (mode === undefined ? 'none' : asText(mode)))
  if (words.includes('none')) return { value: false, byDefault: modes.includes(undefined) }
  return words.includes(undefined) ? undefined : { value: true }
}

/** The database that a DMS endpoint reaches: its server is an attribute of it. */
function serverOf(endpoint: Value | undefined, about: Bundle): Value | undefined {
  const [found] = about.look.find(endpoint, 'AWS::DMS::Endpoint')
  return (
    found &&
    (at(found.properties, 'ServerName') ??
      at(found.properties, 'S3Settings.BucketName') ??
      at(found.properties, 'KinesisSettings.StreamArn'))
  )
}
