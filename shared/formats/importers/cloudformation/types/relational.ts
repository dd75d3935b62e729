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
  type Said,
  type Telling,
} from '../mapping'
import { amount, byDefault, flag, key, positive, properties, said, standard } from '../tell'
import { Pending, asFlag, asText, at, isGiven, type Value } from '../value'
import {
  clusterZones,
  credentialsInSecretsManager,
  encrypted,
  groupNetwork,
  members,
  refusesPlain,
} from '../database-tellings'

const INSTANCE = 'AWS::RDS::DBInstance'

const CLUSTER = 'AWS::RDS::DBCluster'

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

const retention: Telling = (from) => {
  // Read replicas and members of a cluster have the backups of what they copy.
  if (at(from, 'SourceDBInstanceIdentifier') !== undefined) return undefined
  return amount('BackupRetentionPeriod', 1)(from)
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

export const relational: Mappings = {
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
}
