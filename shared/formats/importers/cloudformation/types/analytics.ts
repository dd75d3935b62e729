import { BETWEEN_SERVICES, between, every, from, links, toward } from '../link'
import { helper, node, part, type Bundle, type Mappings } from '../mapping'
import { byDefault, choose, flag, given, said, standard } from '../tell'
import { Pending, asFlag, asList, asText, at, type Value } from '../value'

/** Delivery streams: where data comes from, and where it lands. */
const DELIVERY = [
  'ExtendedS3DestinationConfiguration',
  'S3DestinationConfiguration',
  'RedshiftDestinationConfiguration',
  'ElasticsearchDestinationConfiguration',
  'AmazonopensearchserviceDestinationConfiguration',
]

function glueEncryption(from_: Value, about: Bundle, path: string, part_: string, mode: string) {
  const value = at(from_, path)
  if (value === undefined) return from_ instanceof Pending ? undefined : standard(false)
  const [found] = about.look.find(value, 'AWS::Glue::SecurityConfiguration')
  if (!found) return undefined
  const modes = asList(at(found.properties, `EncryptionConfiguration.${part_}`)).map((one) =>
    asText(at(one, mode)),
  )
  if (modes.length === 0) return { value: false }
  return modes.includes(undefined) ? undefined : { value: !modes.includes('DISABLED') }
}

/** A switch in the JSON of a security configuration. */
function emrSetting(cluster: Value, about: Bundle, name: string) {
  const value = at(cluster, 'SecurityConfiguration')
  if (value === undefined) return cluster instanceof Pending ? undefined : standard(false)
  const [found] = about.look.find(value, 'AWS::EMR::SecurityConfiguration')
  if (!found) return undefined
  const setting = at(found.properties, `SecurityConfiguration.EncryptionConfiguration.${name}`)
  return setting === undefined ? standard(false) : said(asFlag(setting))
}

export const analytics: Mappings = {
  'AWS::KinesisFirehose::DeliveryStream': node('amazon-data-firehose', {
    names: ['DeliveryStreamName'],
    links: [
      from('event', 'KinesisStreamSourceConfiguration.KinesisStreamARN', BETWEEN_SERVICES),
      ...DELIVERY.flatMap((name) => [
        toward('data', `${name}.BucketARN`, BETWEEN_SERVICES),
        toward('data', `${name}.DomainARN`, BETWEEN_SERVICES),
        toward('data', `${name}.S3Configuration.BucketARN`, BETWEEN_SERVICES),
      ]),
    ],
  }),
  'AWS::KinesisAnalyticsV2::Application': node('amazon-managed-service-for-apache-flink', {
    names: ['ApplicationName'],
    links: [
      links((application) =>
        every(
          application,
          'ApplicationConfiguration.SqlApplicationConfiguration.Inputs.KinesisStreamsInput.ResourceARN',
        ).map((source) => ({ from: source, to: 'self', kind: 'event' })),
      ),
    ],
  }),
  'AWS::KinesisAnalyticsV2::ApplicationOutput': part('ApplicationName'),
  'AWS::KinesisAnalyticsV2::ApplicationCloudWatchLoggingOption': part('ApplicationName'),
  'AWS::KinesisAnalytics::Application': node('amazon-managed-service-for-apache-flink', {
    names: ['ApplicationName'],
    links: [from('event', 'Inputs.KinesisStreamsInput.ResourceARN')],
  }),
  'AWS::KinesisAnalytics::ApplicationOutput': part('ApplicationName', {
    links: [
      between('data', ['ApplicationName', 'Output.KinesisStreamsOutput.ResourceARN']),
      between('data', ['ApplicationName', 'Output.KinesisFirehoseOutput.ResourceARN']),
    ],
  }),
  'AWS::KinesisVideo::Stream': node('amazon-kinesis-video-streams', { names: ['Name'] }),
  'AWS::EMR::Cluster': node('emr', {
    names: ['Name'],
    facts: {
      encryptedAtRest: (cluster, about) => emrSetting(cluster, about, 'EnableAtRestEncryption'),
      tlsRequired: (cluster, about) => emrSetting(cluster, about, 'EnableInTransitEncryption'),
      kerberos: given('KerberosAttributes'),
      accessLogs: given('LogUri'),
      lifetime: (cluster) => {
        const value = at(cluster, 'AutoTerminationPolicy')
        return value === undefined ? undefined : { value: 'perJob' }
      },
    },
    network: (cluster) => ({
      subnets: at(cluster, 'Instances.Ec2SubnetId') ?? at(cluster, 'Instances.Ec2SubnetIds'),
    }),
  }),
  'AWS::EMR::SecurityConfiguration': helper({ names: ['Name'] }),
  'AWS::EMR::InstanceGroupConfig': part('JobFlowId'),
  'AWS::EMR::InstanceFleetConfig': part('ClusterId'),
  'AWS::EMR::Step': part('JobFlowId'),
  'AWS::EMR::Studio': node('emr', { names: ['Name'] }),
  'AWS::EMRServerless::Application': node('emr', { names: ['Name'] }),
  'AWS::Glue::Database': node('glue', {
    names: ['DatabaseInput.Name'],
    facts: { jobType: byDefault('catalogOnly') },
  }),
  'AWS::Glue::Table': part('DatabaseName', { elsewhere: 'AWS::Glue::Database' }),
  'AWS::Glue::Partition': part('DatabaseName'),
  'AWS::Glue::Job': node('glue', {
    names: ['Name'],
    facts: {
      jobType: choose('Command.Name', {
        glueetl: 'spark',
        gluestreaming: 'streaming',
        pythonshell: 'pythonShell',
      }),
      encryptedAtRest: (job, about) =>
        glueEncryption(job, about, 'SecurityConfiguration', 'S3Encryptions', 'S3EncryptionMode'),
      encryptedLogs: (job, about) =>
        glueEncryption(
          job,
          about,
          'SecurityConfiguration',
          'CloudWatchEncryption',
          'CloudWatchEncryptionMode',
        ),
      inVpc: given('Connections.Connections'),
    },
  }),
  'AWS::Glue::Crawler': node('glue', {
    names: ['Name'],
    facts: {
      jobType: byDefault('catalogOnly'),
      encryptedLogs: (crawler, about) =>
        glueEncryption(
          crawler,
          about,
          'CrawlerSecurityConfiguration',
          'CloudWatchEncryption',
          'CloudWatchEncryptionMode',
        ),
    },
    links: [
      links((crawler) =>
        every(crawler, 'Targets.S3Targets.Path').map((source) => ({
          from: source,
          to: 'self',
          kind: 'data',
        })),
      ),
    ],
  }),
  'AWS::Glue::Trigger': part(['Actions', 'WorkflowName']),
  'AWS::Glue::Workflow': node('glue', { names: ['Name'] }),
  'AWS::Glue::Connection': helper(),
  'AWS::Glue::SecurityConfiguration': helper({ names: ['Name'] }),
  'AWS::Glue::Classifier': helper(),
  'AWS::Glue::DataCatalogEncryptionSettings': helper({
    otherwise: 'A setting of the account is not drawn.',
  }),
  'AWS::Glue::DevEndpoint': node('glue'),
  'AWS::Glue::Registry': node('glue', { names: ['Name'] }),
  'AWS::Glue::Schema': part('Registry'),
  'AWS::Athena::WorkGroup': node('athena', {
    names: ['Name'],
    facts: {
      encryptedAtRest: (group) => {
        const path = 'WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration'
        return given(path)(group)
      },
      workgroupEnforced: flag('WorkGroupConfiguration.EnforceWorkGroupConfiguration', true),
    },
  }),
  'AWS::Athena::NamedQuery': part('WorkGroup', { service: 'athena', names: ['Name'] }),
  'AWS::Athena::DataCatalog': node('athena', { names: ['Name'] }),
  'AWS::Athena::PreparedStatement': part('WorkGroup'),
  'AWS::LakeFormation::DataLakeSettings': node('aws-lake-formation'),
  'AWS::LakeFormation::Resource': node('aws-lake-formation'),
  'AWS::LakeFormation::Permissions': { otherwise: 'A permission is not drawn.' },
  'AWS::LakeFormation::PrincipalPermissions': { otherwise: 'A permission is not drawn.' },
  'AWS::QuickSight::DataSource': node('amazon-quick-suite', { names: ['Name'] }),
  'AWS::QuickSight::DataSet': node('amazon-quick-suite', { names: ['Name'] }),
  'AWS::QuickSight::Dashboard': node('amazon-quick-suite', { names: ['Name'] }),
  'AWS::DataBrew::Project': node('aws-glue-databrew', { names: ['Name'] }),
  'AWS::DataSync::Task': node('datasync', {
    names: ['Name'],
    links: [from('data', 'SourceLocationArn'), toward('data', 'DestinationLocationArn')],
  }),
  'AWS::DataSync::Agent': helper(),
  'AWS::DataSync::LocationS3': part(['S3BucketArn'], { usedBy: true }),
  'AWS::DataSync::LocationEFS': part(['EfsFilesystemArn'], { usedBy: true }),
}
