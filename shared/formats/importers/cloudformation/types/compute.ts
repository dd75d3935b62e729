import { inBackupPlan } from '../backups'
import * as launch from '../launch'
import { every, from, links } from '../link'
import { helper, node, part, unseen, type Bundle, type Mappings, type Said } from '../mapping'
import { zoneCount } from '../subnets'
import { amount, always, choose, flag, given, said, standard } from '../tell'
import { asFlag, asList, asText, at, isGiven, isList, type Value } from '../value'

const SCALING_POLICY = ['AWS::AutoScaling::ScalingPolicy']
const SCHEDULE = ['AWS::AutoScaling::ScheduledAction']

/** A server: facts that come from its own properties or from what it is launched from. */
const SERVER_FACTS = {
  imdsV2Required: launch.imdsV2Required,
  volumesEncrypted: launch.volumesEncrypted,
  detailedMetrics: launch.detailedMetrics,
  instanceRole: launch.instanceRole,
  instanceType: launch.instanceType,
  architecture: launch.architecture,
  publicIp: launch.publicIp,
  adminPortsOpenToInternet: launch.adminPortsOpen,
  pricing: launch.pricing,
} as const

/** What is inside an Auto Scaling group, and stands for the group and what it launches from. */
export const SCALED_SERVER = node('ec2', {
  facts: { ...SERVER_FACTS, rebuiltFromImage: always(true) },
  network: (properties, about) => ({
    subnets: [...launch.launchSubnets(properties, about)],
    securityGroups: [...launch.launchSecurityGroups(about)],
    optional: true,
  }),
})

function scalingPolicy(_: Value, about: Bundle): Said | undefined {
  if (about.main === null) return undefined
  const policies = about
    .of(...SCALING_POLICY)
    .map(({ properties }) => asText(at(properties, 'PolicyType')))
  if (policies.includes('TargetTrackingScaling') || policies.includes('PredictiveScaling'))
    return { value: 'target-tracking' }
  if (policies.length > 0) return { value: 'step' }
  return about.of(...SCHEDULE).length > 0 ? { value: 'scheduled' } : standard('none')
}

/** Behind a load balancer only the load balancer knows whether a server answers. */
function loadBalancerHealthCheck(properties: Value): Said | undefined {
  const type = at(properties, 'HealthCheckType')
  const word = asText(type)
  if (type === undefined) return standard(false)
  return word === undefined ? undefined : { value: /ELB/i.test(word) }
}

function beanstalkOption(namespace: string, name: string) {
  return (properties: Value): Value | undefined => {
    for (const option of asList(at(properties, 'OptionSettings')))
      if (
        asText(at(option, 'Namespace')) === namespace &&
        asText(at(option, 'OptionName')) === name
      )
        return at(option, 'Value') ?? ''
    return undefined
  }
}
const managedActions = beanstalkOption(
  'aws:elasticbeanstalk:managedactions',
  'ManagedActionsEnabled',
)
const updateStart = beanstalkOption('aws:elasticbeanstalk:managedactions', 'PreferredStartTime')
const updateLevel = beanstalkOption(
  'aws:elasticbeanstalk:managedactions:platformupdate',
  'UpdateLevel',
)
const healthReporting = beanstalkOption('aws:elasticbeanstalk:healthreporting:system', 'SystemType')
const environmentType = beanstalkOption('aws:elasticbeanstalk:environment', 'EnvironmentType')

/** Managed updates need to be on, a time, and how far they may go. */
function managedUpdates(properties: Value): Said | undefined {
  if (!isList(at(properties, 'OptionSettings')) && at(properties, 'OptionSettings') !== undefined)
    return undefined
  if (asFlag(managedActions(properties)) === false) return { value: false }
  const settings = [updateStart(properties), updateLevel(properties)].map(isGiven)
  if (settings.every((one) => one === true)) return { value: true }
  return settings.includes(undefined) ? undefined : standard(false)
}

export const compute: Mappings = {
  'AWS::EC2::Instance': node('ec2', {
    names: [],
    facts: {
      ...SERVER_FACTS,
      scaling: always('fixed'),
    },
    network: (properties, about) => ({
      subnets: [...launch.launchSubnets(properties, about)],
      securityGroups: [...launch.launchSecurityGroups(about)],
      zones: undefined,
      optional: true,
    }),
    links: [
      links((properties) =>
        every(properties, 'Volumes.VolumeId').map((to) => ({ from: 'self', to, kind: 'data' })),
      ),
    ],
  }),
  'AWS::EC2::LaunchTemplate': helper({
    names: ['LaunchTemplateName'],
    otherwise: 'Nothing in this template is launched from it.',
  }),
  'AWS::EC2::NetworkInterface': helper({
    service: 'res-amazon-vpc-elastic-network-interface',
    network: (card) => ({
      subnets: at(card, 'SubnetId'),
      securityGroups: at(card, 'GroupSet'),
    }),
  }),
  'AWS::EC2::NetworkInterfaceAttachment': part(['InstanceId', 'NetworkInterfaceId']),
  'AWS::EC2::EIP': {
    partOf: ['InstanceId'],
    usedBy: true,
    service: 'res-amazon-ec2-elastic-ip-address',
  },
  'AWS::EC2::EIPAssociation': part(['InstanceId', 'NetworkInterfaceId', 'EIP', 'AllocationId']),
  'AWS::EC2::KeyPair': helper({ otherwise: 'A key to sign in with is not drawn.' }),
  'AWS::EC2::PlacementGroup': helper(),
  'AWS::EC2::CapacityReservation': helper(),
  'AWS::EC2::EC2Fleet': node('ec2', { facts: { rebuiltFromImage: always(true) } }),
  'AWS::EC2::SpotFleet': node('ec2', { facts: { pricing: always('spot') } }),
  'AWS::EC2::Host': node('ec2'),
  'AWS::EC2::Volume': node('ebs', {
    facts: {
      encryptedAtRest: flag('Encrypted', false),
      sharedBetweenServers: flag('MultiAttachEnabled', false),
      volumeType: choose(
        'VolumeType',
        { gp2: 'gp2', gp3: 'gp3', io1: 'io2', io2: 'io2', st1: 'st1', sc1: 'sc1' },
        'gp2',
      ),
      sizeGb: amount('Size'),
      inBackupPlan,
      attached: (_, about) =>
        about.of('AWS::EC2::VolumeAttachment').length > 0 ? { value: true } : undefined,
    },
    network: (properties) => ({ zones: at(properties, 'AvailabilityZone') }),
  }),
  'AWS::EC2::VolumeAttachment': part(['VolumeId'], {
    links: [(properties) => [{ from: at(properties, 'InstanceId'), to: 'self', kind: 'data' }]],
  }),
  'AWS::AutoScaling::AutoScalingGroup': {
    group: 'autoScalingGroup',
    names: ['AutoScalingGroupName'],
    facts: {
      minCapacity: amount('MinSize'),
      maxCapacity: amount('MaxSize'),
      desiredCapacity: amount('DesiredCapacity'),
      scalingPolicy,
      loadBalancerHealthCheck,
      behindLoadBalancer: given('TargetGroupARNs', 'LoadBalancerNames', 'TrafficSources'),
      availabilityZones: (properties, about) =>
        said(
          zoneCount(
            about.look,
            asList(at(properties, 'VPCZoneIdentifier')),
            at(properties, 'AvailabilityZones'),
          ),
        ),
    },
    network: (properties) => ({
      subnets: at(properties, 'VPCZoneIdentifier'),
      zones: at(properties, 'AvailabilityZones'),
      optional: true,
    }),
    links: [from('request', 'TargetGroupARNs'), from('request', 'LoadBalancerNames')],
  },
  'AWS::AutoScaling::LaunchConfiguration': helper({
    service: 'ec2',
    names: ['LaunchConfigurationName'],
    facts: SERVER_FACTS,
    network: (_, about) => ({ securityGroups: [...launch.launchSecurityGroups(about)] }),
  }),
  'AWS::AutoScaling::ScalingPolicy': part('AutoScalingGroupName'),
  'AWS::AutoScaling::ScheduledAction': part('AutoScalingGroupName'),
  'AWS::AutoScaling::LifecycleHook': part('AutoScalingGroupName'),
  'AWS::AutoScaling::WarmPool': part('AutoScalingGroupName'),
  'AWS::AutoScalingPlans::ScalingPlan': unseen('How something scales is told on what it scales.'),
  'AWS::ElasticBeanstalk::Environment': node('elastic-beanstalk', {
    names: ['EnvironmentName'],
    facts: {
      patchingAutomated: managedUpdates,
      detailedMetrics: (properties) => {
        const value = healthReporting(properties)
        if (value === undefined) return undefined
        return { value: asText(value) === 'enhanced' }
      },
      environmentType: (properties) => {
        const value = asText(environmentType(properties))
        if (value === undefined) return standard('loadBalanced')
        return { value: value === 'SingleInstance' ? 'singleInstance' : 'loadBalanced' }
      },
    },
  }),
  'AWS::ElasticBeanstalk::Application': helper({
    service: 'elastic-beanstalk',
    names: ['ApplicationName'],
  }),
  'AWS::ElasticBeanstalk::ApplicationVersion': part(['ApplicationName']),
  'AWS::ElasticBeanstalk::ConfigurationTemplate': part(['ApplicationName']),
  'AWS::Batch::ComputeEnvironment': node('aws-batch', { names: ['ComputeEnvironmentName'] }),
  'AWS::Batch::JobQueue': part('ComputeEnvironmentOrder'),
  'AWS::Batch::JobDefinition': helper({ service: 'aws-batch', names: ['JobDefinitionName'] }),
  'AWS::Batch::SchedulingPolicy': helper(),
  'AWS::AppRunner::Service': node('aws-app-runner', { names: ['ServiceName'] }),
  'AWS::AppRunner::VpcConnector': helper(),
  'AWS::AppRunner::AutoScalingConfiguration': helper(),
  'AWS::Lightsail::Instance': node('amazon-lightsail', { names: ['InstanceName'] }),
  'AWS::ImageBuilder::Image': node('ami', { facts: { encryptedAtRest: given('Encrypted') } }),
  'AWS::ImageBuilder::ImagePipeline': node('ami', { names: ['Name'] }),
  'AWS::ImageBuilder::ImageRecipe': helper({ service: 'ami' }),
  'AWS::ImageBuilder::ContainerRecipe': helper(),
  'AWS::ImageBuilder::Component': helper(),
  'AWS::ImageBuilder::InfrastructureConfiguration': helper(),
  'AWS::ImageBuilder::DistributionConfiguration': helper(),
  'AWS::CloudFormation::Stack': unseen(
    'A stack in this stack has its own template: import that one.',
  ),
}
