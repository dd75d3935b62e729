import { every } from '../link'
import { helper, node, part, type Mappings, type Telling } from '../mapping'
import { amount, byDefault, choose, flag, said, standard } from '../tell'
import { Pending, asText, at, isGiven } from '../value'

const STREAM = 'AWS::Kinesis::Stream'

const streamEncrypted: Telling = (stream) => {
  const encryption = at(stream, 'StreamEncryption')
  if (encryption === undefined) return stream instanceof Pending ? undefined : standard(false)
  const type = asText(at(encryption, 'EncryptionType'))
  if (type !== undefined) return { value: type === 'KMS' }
  return encryption instanceof Pending ? undefined : said(isGiven(at(encryption, 'KeyId')))
}

export const streaming: Mappings = {
  [STREAM]: node('kinesis', {
    names: ['Name'],
    facts: {
      encryptedAtRest: streamEncrypted,
      retentionHours: amount('RetentionPeriodHours', 24),
      capacity: choose(
        'StreamModeDetails.StreamMode',
        { ON_DEMAND: 'onDemand', PROVISIONED: 'provisionedFixed' },
        'provisionedFixed',
      ),
    },
  }),
  'AWS::Kinesis::StreamConsumer': part('StreamARN', { elsewhere: STREAM }),
  'AWS::Kinesis::ResourcePolicy': part('ResourceArn'),
  'AWS::MSK::Cluster': node('msk', {
    names: ['ClusterName'],
    facts: {
      clusterType: byDefault('provisioned'),
      instances: amount('NumberOfBrokerNodes'),
      encryptedAtRest: byDefault(true),
      tlsRequired: choose(
        'EncryptionInfo.EncryptionInTransit.ClientBroker',
        { TLS: true, TLS_PLAINTEXT: false, PLAINTEXT: false },
        true,
      ),
      tlsBetweenBrokers: flag('EncryptionInfo.EncryptionInTransit.InCluster', true),
      publicAccess: choose(
        'BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type',
        { DISABLED: false, SERVICE_PROVIDED_EIPS: true },
        false,
      ),
    },
    network: (cluster) => ({
      subnets: at(cluster, 'BrokerNodeGroupInfo.ClientSubnets'),
      securityGroups: at(cluster, 'BrokerNodeGroupInfo.SecurityGroups'),
    }),
  }),
  'AWS::MSK::ServerlessCluster': node('msk', {
    names: ['ClusterName'],
    facts: {
      clusterType: byDefault('serverless'),
      encryptedAtRest: byDefault(true),
      tlsRequired: byDefault(true),
      tlsBetweenBrokers: byDefault(true),
      publicAccess: byDefault(false),
    },
    network: (cluster) => ({
      subnets: every(cluster, 'VpcConfigs.SubnetIds'),
      securityGroups: every(cluster, 'VpcConfigs.SecurityGroups'),
    }),
  }),
  'AWS::MSK::Configuration': helper(),
  'AWS::MSK::ClusterPolicy': part('ClusterArn'),
  'AWS::MSK::BatchScramSecret': part('ClusterArn'),
  'AWS::KafkaConnect::Connector': node('msk', { names: ['ConnectorName'] }),
}
