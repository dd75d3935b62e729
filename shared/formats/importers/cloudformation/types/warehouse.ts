import {
  helper,
  node,
  part,
  type Mapping,
  type Mappings,
  type Network,
  type Said,
  type Telling,
} from '../mapping'
import { groupSubnets } from '../subnets'
import { amount, byDefault, flag, given, key, said, standard } from '../tell'
import { Pending, asFlag, asList, asText, at, isGiven, type Value } from '../value'

/** A parameter group that makes the warehouse refuse plain connections. */
const requiresSsl: Telling = (cluster, about) => {
  const group = at(cluster, 'ClusterParameterGroupName')
  if (group === undefined) return cluster instanceof Pending ? undefined : standard(false)
  const found = about.look.find(group, 'AWS::Redshift::ClusterParameterGroup')
  if (found.length === 0) return undefined
  for (const { properties: one } of found)
    for (const parameter of asList(at(one, 'Parameters')))
      if (asText(at(parameter, 'ParameterName'))?.toLowerCase() === 'require_ssl')
        return said(asFlag(at(parameter, 'ParameterValue')))
  return standard(false)
}

const searchConfig = (name: string): readonly string[] => [
  `ClusterConfig.${name}`,
  `ElasticsearchClusterConfig.${name}`,
]

/** The first of several paths that says something. */
function oneOf<T>(
  paths: readonly string[],
  make: (path: string) => (from: Value) => T,
): (from: Value) => T {
  return (from_) => {
    const path = paths.find((one) => at(from_, one) !== undefined) ?? paths[0] ?? ''
    return make(path)(from_)
  }
}

function inVpc(domain: Value): Said | undefined {
  const found = isGiven(at(domain, 'VPCOptions.SubnetIds'))
  if (found === false) return { value: false, byDefault: at(domain, 'VPCOptions') === undefined }
  return found === undefined &&
    at(domain, 'VPCOptions') !== undefined &&
    !(domain instanceof Pending)
    ? { value: true }
    : said(found)
}

const SEARCH: Mapping = node('opensearch', {
  names: ['DomainName'],
  facts: {
    dataNodes: oneOf(searchConfig('InstanceCount'), (path) => amount(path, 1)),
    zoneAwareness: oneOf(searchConfig('ZoneAwarenessEnabled'), (path) => flag(path, false)),
    dedicatedMasters: oneOf(searchConfig('DedicatedMasterEnabled'), (path) => flag(path, false)),
    encryptedAtRest: flag('EncryptionAtRestOptions.Enabled', false),
    encryptionKey: key('EncryptionAtRestOptions.KmsKeyId'),
    nodeToNodeEncryption: flag('NodeToNodeEncryptionOptions.Enabled', false),
    tlsRequired: flag('DomainEndpointOptions.EnforceHTTPS', false),
    inVpc,
  },
  network: (domain): Network => ({
    subnets: at(domain, 'VPCOptions.SubnetIds'),
    securityGroups: at(domain, 'VPCOptions.SecurityGroupIds'),
  }),
})

export const warehouse: Mappings = {
  'AWS::Redshift::Cluster': node('redshift', {
    names: ['ClusterIdentifier'],
    facts: {
      instances: (cluster) =>
        asText(at(cluster, 'ClusterType')) === 'single-node'
          ? { value: 1 }
          : amount('NumberOfNodes')(cluster),
      multiAz: flag('MultiAZ', false),
      backupRetentionDays: amount('AutomatedSnapshotRetentionPeriod', 1),
      encryptedAtRest: flag('Encrypted', false),
      encryptionKey: key('KmsKeyId'),
      publicAccess: flag('PubliclyAccessible', false),
      tlsRequired: requiresSsl,
      accessLogs: given('LoggingProperties'),
      inVpc: given('ClusterSubnetGroupName'),
    },
    network: (cluster, about) => ({
      subnets: [
        ...groupSubnets(
          about.look,
          at(cluster, 'ClusterSubnetGroupName'),
          'AWS::Redshift::ClusterSubnetGroup',
        ),
      ],
      securityGroups: at(cluster, 'VpcSecurityGroupIds'),
      optional: true,
    }),
  }),
  'AWS::Redshift::ClusterParameterGroup': helper({ names: ['ParameterGroupName'] }),
  'AWS::Redshift::ClusterSubnetGroup': helper(),
  'AWS::Redshift::ClusterSecurityGroup': helper(),
  'AWS::Redshift::ScheduledAction': helper(),
  'AWS::Redshift::EndpointAccess': part('ClusterIdentifier'),
  'AWS::RedshiftServerless::Workgroup': node('redshift', {
    names: ['WorkgroupName'],
    facts: {
      publicAccess: flag('PubliclyAccessible', false),
      encryptedAtRest: byDefault(true),
      multiAz: byDefault(true),
    },
    network: (group) => ({
      subnets: at(group, 'SubnetIds'),
      securityGroups: at(group, 'SecurityGroupIds'),
    }),
  }),
  'AWS::RedshiftServerless::Namespace': {
    usedBy: ['AWS::RedshiftServerless::Workgroup'],
    ...node('redshift', { names: ['NamespaceName'], facts: { encryptedAtRest: byDefault(true) } }),
  },
  'AWS::OpenSearchService::Domain': SEARCH,
  'AWS::Elasticsearch::Domain': SEARCH,
  'AWS::OpenSearchServerless::Collection': node('opensearch', {
    names: ['Name'],
    facts: {
      encryptedAtRest: byDefault(true),
      tlsRequired: byDefault(true),
      nodeToNodeEncryption: byDefault(true),
    },
  }),
  'AWS::OpenSearchServerless::SecurityPolicy': helper(),
  'AWS::OpenSearchServerless::AccessPolicy': helper(),
  'AWS::OpenSearchServerless::VpcEndpoint': node('vpc-endpoint', {
    network: (endpoint) => ({
      vpc: at(endpoint, 'VpcId'),
      subnets: at(endpoint, 'SubnetIds'),
      securityGroups: at(endpoint, 'SecurityGroupIds'),
    }),
  }),
}
