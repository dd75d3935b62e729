import { helper, node, part, type Mapping, type Mappings } from '../mapping'
import { amount, byDefault, flag, key, properties, standard } from '../tell'
import { Pending, at } from '../value'
import {
  clusterZones,
  credentialsInSecretsManager,
  encrypted,
  groupNetwork,
  members,
  refusesPlain,
} from '../database-tellings'

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

export const database: Mappings = {
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
  'AWS::Timestream::Database': node('amazon-timestream', { names: ['DatabaseName'] }),
  'AWS::Timestream::Table': part('DatabaseName', { elsewhere: 'AWS::Timestream::Database' }),
  'AWS::Timestream::InfluxDBInstance': node('amazon-timestream', { names: ['Name'] }),
  'AWS::Cassandra::Keyspace': node('amazon-keyspaces', { names: ['KeyspaceName'] }),
  'AWS::Cassandra::Table': part('KeyspaceName', { elsewhere: 'AWS::Cassandra::Keyspace' }),
}
