import { plainSecrets } from '../launch'
import { every, links } from '../link'
import { usesOfTask } from '../uses'
import {
  helper,
  node,
  part,
  type Bundle,
  type LinkDraft,
  type Mapping,
  type Mappings,
  type Said,
} from '../mapping'
import { flag, given, said, standard } from '../tell'
import { asList, asText, at, patternOf, Pending, type Value } from '../value'

const SERVICE = 'AWS::ECS::Service'
const TASK = 'AWS::ECS::TaskDefinition'
const CLUSTER = 'AWS::ECS::Cluster'

/** Fargate or servers: what the service asks for, else what its task is made for. */
function containerService(about: Bundle): string {
  const [service] = about.of(SERVICE)
  const launchType = asText(at(service?.properties, 'LaunchType'))
  if (launchType === 'FARGATE') return 'fargate'
  if (launchType === 'EC2' || launchType === 'EXTERNAL') return 'ecs'
  const providers = [
    ...every(service?.properties, 'CapacityProviderStrategy.CapacityProvider'),
    ...about
      .of(CLUSTER)
      .flatMap(({ properties }) => [
        ...every(properties, 'DefaultCapacityProviderStrategy.CapacityProvider'),
      ]),
  ].map(patternOf)
  if (providers.length > 0 && providers.every((one) => one.startsWith('FARGATE'))) return 'fargate'
  const made = about
    .of(TASK)
    .flatMap(({ properties }) => asList(at(properties, 'RequiresCompatibilities')))
    .map(patternOf)
  return made.length > 0 && made.every((one) => one === 'FARGATE') ? 'fargate' : 'ecs'
}

/** A variable whose value stands in the task definition and whose name, or mere presence, points to a secret. */
function secretsInEnvironment(_: Value, about: Bundle): Said | undefined {
  const tasks = about.of(TASK)
  if (tasks.length === 0) return undefined
  if (tasks.some(({ properties }) => plainSecrets(properties).length > 0)) return { value: true }
  const containers = tasks.flatMap(({ properties }) =>
    asList(at(properties, 'ContainerDefinitions')),
  )
  if (containers.some((one) => one instanceof Pending)) return undefined
  const variables = containers.flatMap((one) => asList(at(one, 'Environment')))
  // A variable may hold anything; only none at all is known to hold no secret.
  return variables.length === 0 ? { value: false, byDefault: true } : undefined
}

function containerInsights(_: Value, about: Bundle): Said | undefined {
  const clusters = about.of(CLUSTER)
  const [cluster] = clusters
  if (!cluster) return undefined
  for (const setting of asList(at(cluster.properties, 'ClusterSettings'))) {
    if (setting instanceof Pending) return undefined
    if (asText(at(setting, 'Name'))?.toLowerCase() !== 'containerinsights') continue
    const value = asText(at(setting, 'Value'))
    return value === undefined ? undefined : { value: value !== 'disabled' }
  }
  return standard(false)
}

function scalingOfService(_: Value, about: Bundle): Said | undefined {
  if (about.of(SERVICE).length === 0) return undefined
  if (about.of('AWS::ApplicationAutoScaling::ScalingPolicy').length > 0) return { value: 'dynamic' }
  return about.of('AWS::ApplicationAutoScaling::ScalableTarget').length > 0
    ? { value: 'scheduled' }
    : standard('fixed')
}

function desiredCount(_: Value, about: Bundle): Said | undefined {
  const [service] = about.of(SERVICE)
  if (!service) return undefined
  const value = at(service.properties, 'DesiredCount')
  if (value === undefined) return standard(1)
  const count = Number(asText(value))
  return Number.isFinite(count) ? { value: count } : undefined
}

function publicIp(_: Value, about: Bundle): Said | undefined {
  const [service] = about.of(SERVICE)
  if (!service) return undefined
  const value = at(service.properties, 'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp')
  if (value === undefined) return standard(false)
  const word = asText(value)
  return word === undefined ? undefined : { value: word === 'ENABLED' }
}

function architecture(_: Value, about: Bundle): Said | undefined {
  const [task] = about.of(TASK)
  if (!task) return undefined
  const value = at(task.properties, 'RuntimePlatform.CpuArchitecture')
  if (value === undefined) return standard('x86_64')
  const word = asText(value)
  return word === undefined ? undefined : { value: word === 'ARM64' ? 'arm64' : 'x86_64' }
}

function targets(_: Value, about: Bundle): readonly LinkDraft[] {
  return about
    .of(SERVICE)
    .flatMap(({ properties }) => [
      ...every(properties, 'LoadBalancers.TargetGroupArn'),
      ...every(properties, 'LoadBalancers.LoadBalancerName'),
    ])
    .map((from) => ({ from, to: 'self', kind: 'request' }))
}

function volumes(_: Value, about: Bundle): readonly LinkDraft[] {
  return about
    .of(TASK)
    .flatMap(({ properties }) => every(properties, 'Volumes.EFSVolumeConfiguration.FilesystemId'))
    .map((to) => ({ from: 'self', to, kind: 'data' }))
}

const CONTAINERS = node(containerService, {
  names: ['ServiceName', 'Family', 'ClusterName'],
  facts: {
    secretsInEnvironment,
    detailedMetrics: containerInsights,
    scaling: scalingOfService,
    instances: desiredCount,
    publicIp,
    architecture,
    launchType: (_, about) =>
      about.of(SERVICE, TASK).length === 0
        ? undefined
        : said(containerService(about) === 'fargate' ? 'fargate' : 'ec2'),
  },
  network: (_, about) => {
    const [service] = about.of(SERVICE)
    const network = at(service?.properties, 'NetworkConfiguration.AwsvpcConfiguration')
    return { subnets: at(network, 'Subnets'), securityGroups: at(network, 'SecurityGroups') }
  },
  links: [
    links(targets),
    links(volumes),
    links((_, about) => about.of(TASK).flatMap((task) => usesOfTask(task.properties, about.look))),
  ],
})

/** What the AWS CDK makes of a cluster: a custom resource with the API's own words inside. */
const CDK_CLUSTER = 'Custom::AWSCDK-EKS-Cluster'

const CLUSTER_OF_CDK: Mapping = node('eks', {
  names: ['Config.name'],
  facts: { publicEndpoint: flag('Config.resourcesVpcConfig.endpointPublicAccess', true) },
  network: (properties) => ({
    subnets: at(properties, 'Config.resourcesVpcConfig.subnetIds'),
    securityGroups: at(properties, 'Config.resourcesVpcConfig.securityGroupIds'),
  }),
})

export const containers: Mappings = {
  [SERVICE]: CONTAINERS,
  [TASK]: { ...CONTAINERS, usedBy: [SERVICE] },
  [CLUSTER]: { ...CONTAINERS, usedBy: [SERVICE] },
  'AWS::ECS::CapacityProvider': helper(),
  'AWS::ECS::ClusterCapacityProviderAssociations': part('Cluster'),
  'AWS::ECS::TaskSet': part('Service'),
  'AWS::ECS::PrimaryTaskSet': part('Service'),
  'AWS::EKS::Cluster': node('eks', {
    names: ['Name'],
    facts: { publicEndpoint: flag('ResourcesVpcConfig.EndpointPublicAccess', true) },
    network: (properties) => ({
      subnets: at(properties, 'ResourcesVpcConfig.SubnetIds'),
      securityGroups: at(properties, 'ResourcesVpcConfig.SecurityGroupIds'),
    }),
  }),
  [CDK_CLUSTER]: CLUSTER_OF_CDK,
  'Custom::AWSCDK-EKS-KubernetesResource': part('ClusterName'),
  'Custom::AWSCDK-EKS-HelmChart': part('ClusterName'),
  'Custom::AWSCDK-EKS-FargateProfile': part('Config.clusterName'),
  'AWS::EKS::Nodegroup': part('ClusterName', { elsewhere: 'AWS::EKS::Cluster' }),
  'AWS::EKS::FargateProfile': part('ClusterName', { elsewhere: 'AWS::EKS::Cluster' }),
  'AWS::EKS::Addon': part('ClusterName'),
  'AWS::EKS::AccessEntry': part('ClusterName'),
  'AWS::EKS::IdentityProviderConfig': part('ClusterName'),
  'AWS::EKS::PodIdentityAssociation': part('ClusterName'),
  'AWS::ECR::Repository': node('ecr', {
    names: ['RepositoryName'],
    facts: {
      scansImages: flag('ImageScanningConfiguration.ScanOnPush', false),
      immutableTags: (properties) => {
        const value = at(properties, 'ImageTagMutability')
        if (value === undefined) return standard(false)
        const word = asText(value)
        return word === undefined ? undefined : { value: word.startsWith('IMMUTABLE') }
      },
      lifecycle: given('LifecyclePolicy'),
      encryptedAtRest: () => standard(true),
    },
  }),
  'AWS::ECR::PublicRepository': node('ecr', { names: ['RepositoryName'] }),
  'AWS::ECR::RegistryPolicy': helper(),
  'AWS::ECR::ReplicationConfiguration': helper(),
  'AWS::ECR::PullThroughCacheRule': helper(),
  'AWS::ServiceDiscovery::PrivateDnsNamespace': node('aws-cloud-map', { names: ['Name'] }),
  'AWS::ServiceDiscovery::PublicDnsNamespace': node('aws-cloud-map', { names: ['Name'] }),
  'AWS::ServiceDiscovery::HttpNamespace': node('aws-cloud-map', { names: ['Name'] }),
  'AWS::ServiceDiscovery::Service': part(['NamespaceId', 'DnsConfig.NamespaceId']),
  'AWS::ServiceDiscovery::Instance': part('ServiceId'),
}
