import { BETWEEN_SERVICES, from, links, toward } from '../link'
import { helper, node, part, unseen, type Mappings, type Said, type Telling } from '../mapping'
import { always, amount, flag, said, standard } from '../tell'
import { asFlag, asList, at, isGiven, Pending, type Value } from '../value'

/** An alarm that is on and has something to do when it goes off, or when it can no longer tell. */
function acts(alarm: Value): Said | undefined {
  const enabled = at(alarm, 'ActionsEnabled')
  if (enabled !== undefined && asFlag(enabled) === false) return { value: false }
  const found = ['AlarmActions', 'OKActions', 'InsufficientDataActions'].map((name) => {
    const value = at(alarm, name)
    return value === undefined ? false : isGiven(value)
  })
  if (found.includes(true))
    return enabled === undefined || asFlag(enabled) === true ? { value: true } : undefined
  return found.includes(undefined) ? undefined : standard(false)
}

/** A trail's logs are its own: whether they are readable, whole and encrypted. */
const encryptedTrail: Telling = (trail) =>
  isGiven(at(trail, 'KMSKeyId')) === true
    ? { value: true }
    : trail instanceof Pending
      ? undefined
      : standard(true)

const ALARM = node('cloudwatch', {
  names: ['AlarmName'],
  facts: { alarmsReachSomeone: acts },
  links: [toward('event', 'AlarmActions', BETWEEN_SERVICES)],
})

export const management: Mappings = {
  'AWS::CloudWatch::Alarm': ALARM,
  'AWS::CloudWatch::CompositeAlarm': ALARM,
  'AWS::CloudWatch::AnomalyDetector': helper(),
  'AWS::CloudWatch::Dashboard': node('cloudwatch', {
    names: ['DashboardName'],
    facts: { dashboard: always(true) },
  }),
  'AWS::CloudWatch::MetricStream': node('cloudwatch', { names: ['Name'] }),
  'AWS::CloudWatch::InsightRule': helper(),
  'AWS::Synthetics::Canary': node('cloudwatch', { names: ['Name'] }),
  'AWS::Logs::LogGroup': node('cloudwatch', {
    names: ['LogGroupName'],
    facts: {
      logRetentionDays: (group): Said | undefined => {
        const found = amount('RetentionInDays')(group)
        if (found) return found
        // Kept for ever unless told otherwise: nothing that is a number of days.
        return at(group, 'RetentionInDays') === undefined && !(group instanceof Pending)
          ? standard(0)
          : undefined
      },
    },
  }),
  'AWS::Logs::LogStream': part('LogGroupName', { elsewhere: 'AWS::Logs::LogGroup' }),
  'AWS::Logs::MetricFilter': part('LogGroupName'),
  'AWS::Logs::SubscriptionFilter': part('LogGroupName', {
    links: [
      links((filter) => [
        { from: at(filter, 'LogGroupName'), to: at(filter, 'DestinationArn'), kind: 'event' },
      ]),
    ],
  }),
  'AWS::Logs::QueryDefinition': part('LogGroupNames'),
  'AWS::Logs::ResourcePolicy': helper(),
  'AWS::Logs::Destination': helper(),
  'AWS::CloudTrail::Trail': node('cloudtrail', {
    names: ['TrailName'],
    facts: {
      multiRegion: flag('IsMultiRegionTrail', false),
      fileValidation: flag('EnableLogFileValidation', false),
      encryptedAtRest: encryptedTrail,
    },
    links: [toward('data', 'S3BucketName', BETWEEN_SERVICES)],
  }),
  'AWS::CloudTrail::EventDataStore': node('cloudtrail', { names: ['Name'] }),
  'AWS::Config::ConfigurationRecorder': node('config', {
    names: ['Name'],
    facts: { enabled: always(true) },
  }),
  'AWS::Config::DeliveryChannel': { usedBy: true, ...node('config') },
  'AWS::Config::ConfigRule': node('config', { names: ['ConfigRuleName'] }),
  'AWS::Config::RemediationConfiguration': part('ConfigRuleName', {
    elsewhere: 'AWS::Config::ConfigRule',
  }),
  'AWS::Config::ConformancePack': node('config', { names: ['ConformancePackName'] }),
  'AWS::Config::ConfigurationAggregator': node('config', {
    names: ['ConfigurationAggregatorName'],
    facts: {
      allRegions: (aggregator) =>
        said(
          asFlag(at(asList(at(aggregator, 'AccountAggregationSources'))[0], 'AllAwsRegions')) ??
            asFlag(at(aggregator, 'OrganizationAggregationSource.AllAwsRegions')),
        ),
    },
  }),
  'AWS::Config::AggregationAuthorization': helper(),
  'AWS::SSM::Parameter': node('res-aws-systems-manager-parameter-store', { names: ['Name'] }),
  'AWS::SSM::Document': node('res-aws-systems-manager-documents', { names: ['Name'] }),
  'AWS::SSM::Association': part(['Name'], { service: 'systems-manager' }),
  'AWS::SSM::MaintenanceWindow': node('systems-manager', { names: ['Name'] }),
  'AWS::SSM::MaintenanceWindowTask': part('WindowId'),
  'AWS::SSM::MaintenanceWindowTarget': part('WindowId'),
  'AWS::SSM::PatchBaseline': node('systems-manager', {
    names: ['Name'],
    facts: { patching: always(true) },
  }),
  'AWS::SSM::ResourceDataSync': helper({ service: 'systems-manager' }),
  'AWS::XRay::Group': node('x-ray', { names: ['GroupName'] }),
  'AWS::XRay::SamplingRule': helper({ service: 'x-ray' }),
  'AWS::Cloud9::EnvironmentEC2': node('cloud9', {
    names: ['Name'],
    facts: {
      adminAccess: (environment) => {
        const type = at(environment, 'ConnectionType')
        if (type === undefined)
          return environment instanceof Pending ? undefined : standard('publicSsh')
        return type === 'CONNECT_SSM' ? { value: 'sessionManager' } : { value: 'publicSsh' }
      },
    },
    network: (environment) => ({ subnets: at(environment, 'SubnetId') }),
  }),
  'AWS::CodePipeline::Pipeline': node('aws-codepipeline', { names: ['Name'] }),
  'AWS::CodePipeline::Webhook': part('TargetPipeline'),
  'AWS::CodePipeline::CustomActionType': helper(),
  'AWS::CodeBuild::Project': node('aws-codebuild', { names: ['Name'] }),
  'AWS::CodeBuild::ReportGroup': helper(),
  'AWS::CodeBuild::SourceCredential': helper(),
  'AWS::CodeCommit::Repository': node('aws-codecommit', { names: ['RepositoryName'] }),
  'AWS::CodeDeploy::Application': node('aws-codedeploy', { names: ['ApplicationName'] }),
  'AWS::CodeDeploy::DeploymentGroup': part('ApplicationName', {
    elsewhere: 'AWS::CodeDeploy::Application',
  }),
  'AWS::CodeDeploy::DeploymentConfig': helper(),
  'AWS::CodeArtifact::Domain': node('aws-codeartifact', { names: ['DomainName'] }),
  'AWS::CodeArtifact::Repository': part('DomainName', {
    service: 'aws-codeartifact',
    names: ['RepositoryName'],
  }),
  'AWS::CodeStarConnections::Connection': helper({
    otherwise: 'A connection to a code host is not drawn.',
  }),
  'AWS::CodeConnections::Connection': helper({
    otherwise: 'A connection to a code host is not drawn.',
  }),
  'AWS::AppConfig::Application': node('aws-appconfig', { names: ['Name'] }),
  'AWS::AppConfig::Environment': part('ApplicationId', {
    elsewhere: 'AWS::AppConfig::Application',
  }),
  'AWS::AppConfig::ConfigurationProfile': part('ApplicationId', {
    elsewhere: 'AWS::AppConfig::Application',
  }),
  'AWS::AppConfig::Deployment': part('ApplicationId'),
  'AWS::AppConfig::DeploymentStrategy': helper(),
  'AWS::AppConfig::HostedConfigurationVersion': part('ApplicationId'),
  'AWS::ApplicationAutoScaling::ScalableTarget': part('ResourceId'),
  'AWS::ApplicationAutoScaling::ScalingPolicy': part(['ScalingTargetId', 'ResourceId']),
  'AWS::ResourceGroups::Group': unseen('A list of resources is not drawn.'),
  'AWS::Budgets::Budget': node('aws-budgets', { names: ['Budget.BudgetName'] }),
  'AWS::CE::AnomalyMonitor': node('aws-cost-explorer', { names: ['MonitorName'] }),
  'AWS::CE::AnomalySubscription': part('MonitorArnList'),
  'AWS::CUR::ReportDefinition': node('aws-cost-and-usage-report', { names: ['ReportName'] }),
  'AWS::ServiceCatalog::Portfolio': node('aws-service-catalog', { names: ['DisplayName'] }),
  'AWS::ServiceCatalog::CloudFormationProduct': node('aws-service-catalog', { names: ['Name'] }),
  'AWS::ServiceCatalog::PortfolioPrincipalAssociation': part('PortfolioId'),
  'AWS::ServiceCatalog::PortfolioProductAssociation': part(['PortfolioId', 'ProductId']),
  'AWS::Organizations::Organization': node('aws-organizations'),
  'AWS::Organizations::OrganizationalUnit': node('aws-organizations', { names: ['Name'] }),
  'AWS::Organizations::Account': node('aws-organizations', { names: ['AccountName'] }),
  'AWS::Organizations::Policy': node('aws-organizations', { names: ['Name'] }),
  'AWS::Chatbot::SlackChannelConfiguration': node('aws-chatbot', {
    links: [from('event', 'SnsTopicArns')],
  }),
  'AWS::FIS::ExperimentTemplate': node('aws-fault-injection-service'),
  'AWS::ResilienceHub::App': node('aws-resilience-hub', { names: ['Name'] }),
  'AWS::CloudFormation::WaitConditionHandle': unseen('It only makes the deployment wait.'),
  'AWS::CloudFormation::WaitCondition': unseen('It only makes the deployment wait.'),
  'AWS::CloudFormation::Macro': unseen('It changes templates and runs nothing.'),
  'AWS::CloudFormation::StackSet': unseen(
    'The stacks of a set have their own template: import that one.',
  ),
  'AWS::CloudFormation::CustomResource': unseen(
    'What a custom resource makes is known to its function alone.',
  ),
  'AWS::CDK::Metadata': unseen('A note of the AWS CDK, nothing that runs.'),
  'AWS::SageMaker::NotebookInstance': node('amazon-sagemaker-ai', {
    names: ['NotebookInstanceName'],
    network: (notebook) => ({
      subnets: at(notebook, 'SubnetId'),
      securityGroups: at(notebook, 'SecurityGroupIds'),
    }),
  }),
  'AWS::SageMaker::Endpoint': node('amazon-sagemaker-ai', { names: ['EndpointName'] }),
  'AWS::SageMaker::EndpointConfig': helper({ service: 'amazon-sagemaker-ai' }),
  'AWS::SageMaker::Model': helper({ service: 'amazon-sagemaker-ai', names: ['ModelName'] }),
  'AWS::SageMaker::NotebookInstanceLifecycleConfig': helper(),
  'AWS::SageMaker::Domain': node('amazon-sagemaker-ai', { names: ['DomainName'] }),
  'AWS::SageMaker::UserProfile': part('DomainId', { elsewhere: 'AWS::SageMaker::Domain' }),
  'AWS::Lex::Bot': node('amazon-lex', { names: ['Name'] }),
  'AWS::Lex::BotAlias': part('BotId', { elsewhere: 'AWS::Lex::Bot' }),
  'AWS::Lex::BotVersion': part('BotId'),
  'AWS::Bedrock::Agent': node('amazon-bedrock', { names: ['AgentName'] }),
  'AWS::Bedrock::KnowledgeBase': node('amazon-bedrock', { names: ['Name'] }),
  'AWS::Bedrock::DataSource': part('KnowledgeBaseId'),
  'AWS::Bedrock::Guardrail': node('amazon-bedrock', { names: ['Name'] }),
  'AWS::IoT::TopicRule': node('aws-iot-core', {
    names: ['RuleName'],
    links: [
      toward('event', 'TopicRulePayload.Actions.Lambda.FunctionArn', BETWEEN_SERVICES),
      toward('event', 'TopicRulePayload.Actions.Kinesis.StreamName', BETWEEN_SERVICES),
      toward('event', 'TopicRulePayload.Actions.Sqs.QueueUrl', BETWEEN_SERVICES),
      toward('event', 'TopicRulePayload.Actions.Sns.TargetArn', BETWEEN_SERVICES),
      toward('event', 'TopicRulePayload.Actions.DynamoDBv2.PutItem.TableName', BETWEEN_SERVICES),
      toward('event', 'TopicRulePayload.Actions.Firehose.DeliveryStreamName', BETWEEN_SERVICES),
      toward('event', 'TopicRulePayload.Actions.S3.BucketName', BETWEEN_SERVICES),
    ],
  }),
  'AWS::IoT::Thing': node('aws-iot-core', { names: ['ThingName'] }),
  'AWS::IoT::Policy': helper({ service: 'aws-iot-core', names: ['PolicyName'] }),
  'AWS::IoT::Certificate': helper({ service: 'aws-iot-core' }),
  'AWS::IoT::PolicyPrincipalAttachment': part(['PolicyName', 'Principal']),
  'AWS::IoT::ThingPrincipalAttachment': part(['ThingName', 'Principal']),
  'AWS::Transfer::Server': node('aws-transfer-family', {
    network: (server) => ({
      vpc: at(server, 'EndpointDetails.VpcId'),
      subnets: at(server, 'EndpointDetails.SubnetIds'),
      securityGroups: at(server, 'EndpointDetails.SecurityGroupIds'),
    }),
  }),
  'AWS::Transfer::User': part('ServerId', { elsewhere: 'AWS::Transfer::Server' }),
  'AWS::WorkSpaces::Workspace': node('amazon-workspaces'),
  'AWS::MediaStore::Container': node('aws-elemental-mediastore', { names: ['ContainerName'] }),
  'AWS::Amplify::App': node('aws-amplify', { names: ['Name'] }),
  'AWS::Amplify::Branch': part('AppId', { elsewhere: 'AWS::Amplify::App' }),
  'AWS::Amplify::Domain': part('AppId', { elsewhere: 'AWS::Amplify::App' }),
  'AWS::Location::Map': node('amazon-location-service', { names: ['MapName'] }),
  'AWS::Pinpoint::App': node('amazon-pinpoint', { names: ['Name'] }),
}
