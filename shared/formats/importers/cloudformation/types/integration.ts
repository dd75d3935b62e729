import { BETWEEN_SERVICES, every, from, links, toward } from '../link'
import {
  helper,
  node,
  part,
  type Bundle,
  type LinkDraft,
  type Mapping,
  type Mappings,
  type Telling,
} from '../mapping'
import {
  amount,
  byDefault,
  choose,
  firstOf,
  flag,
  given,
  key,
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
  isList,
  isFields,
  patternOf,
  Pending,
  type Value,
} from '../value'

const QUEUE = 'AWS::SQS::Queue'
const TOPIC = 'AWS::SNS::Topic'

/** Redrive policies are objects, or JSON in a text. */
function deadLetterTarget(policy: Value | undefined): Value | undefined {
  const text = asText(policy)
  if (text !== undefined) {
    const found = /deadLetterTargetArn["']?\s*:\s*["']([^"']+)["']/.exec(text)?.[1]
    return found
  }
  return at(policy, 'deadLetterTargetArn') ?? at(policy, 'DeadLetterTargetArn')
}

const deadLetterQueue: Telling = (queue) => {
  const policy = at(queue, 'RedrivePolicy')
  if (policy instanceof Pending) return undefined
  const found = isGiven(deadLetterTarget(policy))
  return found === false ? standard(false) : said(found)
}

/** Somebody of the template sends here what failed. */
const isDeadLetterQueue: Telling = (queue, about) => {
  const { look, main } = about
  if (queue instanceof Pending || main === null) return undefined
  const names = (value: Value | undefined): boolean =>
    look.find(value, QUEUE).some((found) => found.id === main.id)
  const used = look.resources.some(({ type, properties: other }) => {
    switch (type) {
      case QUEUE:
      case 'AWS::SNS::Subscription':
      case 'AWS::Serverless::SimpleTable':
        return names(deadLetterTarget(at(other, 'RedrivePolicy')))
      case 'AWS::Lambda::Function':
        return names(at(other, 'DeadLetterConfig.TargetArn'))
      case 'AWS::Serverless::Function':
        return (
          names(at(other, 'DeadLetterQueue.TargetArn')) ||
          names(at(other, 'EventInvokeConfig.DestinationConfig.OnFailure.Destination'))
        )
      case 'AWS::Lambda::EventSourceMapping':
      case 'AWS::Lambda::EventInvokeConfig':
        return names(at(other, 'DestinationConfig.OnFailure.Destination'))
      case 'AWS::Events::Rule':
        return every(other, 'Targets.DeadLetterConfig.Arn').some(names)
      case 'AWS::Scheduler::Schedule':
        return names(at(other, 'Target.DeadLetterConfig.Arn'))
      default:
        return false
    }
  })
  if (used || isGiven(at(queue, 'RedriveAllowPolicy')) === true) return { value: true }
  // A name such as OrdersDLQ says what it is for.
  return /(dlq|dead-?letter)/i.test(`${main.id} ${look.nameOf(main) ?? ''}`) &&
    isReferredToNowhere(about)
    ? undefined
    : standard(false)
}

function isReferredToNowhere(about: Bundle): boolean {
  return about.main !== null && about.look.usersOf(about.main.id).length === 0
}

/** Keys of AWS since October 2022, unless switched off. */
const queueEncrypted: Telling = (queue) => {
  if (isGiven(at(queue, 'KmsMasterKeyId')) === true) return { value: true }
  return flag('SqsManagedSseEnabled', true)(queue)
}

/** One subscription without a dead-letter queue loses messages. */
const subscriptionsKept: Telling = (_, about) => {
  const found = properties(about, 'AWS::SNS::Subscription').map((subscription) =>
    isGiven(deadLetterTarget(at(subscription, 'RedrivePolicy'))),
  )
  if (found.includes(false)) return standard(false)
  if (found.length === 0 || found.includes(undefined)) return undefined
  return { value: true }
}

/** Subscriptions to queues, functions, streams; mail and text messages go to people. */
function subscription(topic: Value | undefined, one: Value): readonly LinkDraft[] {
  const protocol = asText(at(one, 'Protocol'))?.toLowerCase()
  if (protocol !== undefined && /^(email|sms|http|application)/.test(protocol)) return []
  return [
    { from: topic ?? 'self', to: at(one, 'Endpoint'), kind: 'event', facts: BETWEEN_SERVICES },
  ]
}

/** Every target keeps what it could not deliver. */
const targetsKept: Telling = (_, about) => {
  const targets = properties(about, 'AWS::Events::Rule').flatMap((rule) =>
    asList(at(rule, 'Targets')),
  )
  const found = targets.map((target) => isGiven(at(target, 'DeadLetterConfig.Arn')))
  const schedules = properties(about, 'AWS::Scheduler::Schedule').map((one) =>
    isGiven(at(one, 'Target.DeadLetterConfig.Arn')),
  )
  const all = [...found, ...schedules]
  if (all.includes(false)) return standard(false)
  if (all.length === 0 || all.includes(undefined)) return undefined
  return { value: true }
}

const RULE: Mapping = node('eventbridge', {
  partOf: ['EventBusName'],
  names: ['Name'],
  facts: { deadLetterQueue: targetsKept, encryptedAtRest: byDefault(true) },
  links: [toward('event', 'Targets.Arn', BETWEEN_SERVICES)],
})

const STREAM = 'AWS::Kinesis::Stream'

const streamEncrypted: Telling = (stream) => {
  const encryption = at(stream, 'StreamEncryption')
  if (encryption === undefined) return stream instanceof Pending ? undefined : standard(false)
  const type = asText(at(encryption, 'EncryptionType'))
  if (type !== undefined) return { value: type === 'KMS' }
  return encryption instanceof Pending ? undefined : said(isGiven(at(encryption, 'KeyId')))
}

/** A catalogue of steps that a definition calls: any reference in it is a call. */
function calls(machine: Value): readonly LinkDraft[] {
  const definition = [
    at(machine, 'DefinitionString'),
    at(machine, 'Definition'),
    at(machine, 'DefinitionSubstitutions'),
  ]
  return definition
    .flatMap(pendingIn)
    .map((to) => ({ from: 'self', to, kind: 'request', facts: BETWEEN_SERVICES }))
}

function pendingIn(value: Value | undefined): readonly Value[] {
  if (value instanceof Pending)
    return value.parts.flatMap((one) =>
      typeof one === 'object' && one.kind === 'reference' ? [new Pending([one])] : [],
    )
  if (isList(value)) return value.flatMap(pendingIn)
  return isFields(value) ? Object.values(value).flatMap(pendingIn) : []
}

/** States that catch or retry; a definition in another file is not known. */
const errorHandling: Telling = (machine) => {
  const text = patternOf(at(machine, 'DefinitionString') ?? at(machine, 'Definition'))
  if (text === '') return undefined
  return /\\?"(Catch|Retry)\\?"/.test(text) ? { value: true } : undefined
}

/** A workflow, in plain CloudFormation or SAM. */
export const STATE_MACHINE: Mapping = node('step-functions', {
  names: ['StateMachineName', 'Name'],
  facts: {
    workflowType: firstOf(
      choose('StateMachineType', { STANDARD: 'standard', EXPRESS: 'express' }),
      choose('Type', { STANDARD: 'standard', EXPRESS: 'express' }, 'standard'),
    ),
    tracing: (machine) => {
      const configuration = at(machine, 'TracingConfiguration') ?? at(machine, 'Tracing')
      return configuration === undefined
        ? machine instanceof Pending
          ? undefined
          : standard(false)
        : flag('Enabled', false)(configuration)
    },
    logging: (machine) => {
      const configuration = at(machine, 'LoggingConfiguration') ?? at(machine, 'Logging')
      if (configuration === undefined)
        return machine instanceof Pending ? undefined : standard(false)
      const level = at(configuration, 'Level')
      if (level === undefined) return standard(false)
      const word = asText(level)
      return word === undefined ? undefined : { value: word !== 'OFF' }
    },
    errorHandling,
  },
  links: [links(calls)],
})

export const integration: Mappings = {
  [QUEUE]: node('sqs', {
    names: ['QueueName'],
    facts: {
      deadLetterQueue,
      isDeadLetterQueue,
      encryptedAtRest: queueEncrypted,
      queueType: (queue) => {
        const found = flag('FifoQueue', false)(queue)
        return found && { ...found, value: found.value === true ? 'fifo' : 'standard' }
      },
      retentionDays: (queue) => {
        const value = at(queue, 'MessageRetentionPeriod')
        if (value === undefined) return queue instanceof Pending ? undefined : standard(4)
        const seconds = asNumber(value)
        return seconds === undefined ? undefined : { value: Math.round(seconds / 86_400) }
      },
    },
    links: [
      links((queue) => [
        {
          from: 'self',
          to: deadLetterTarget(at(queue, 'RedrivePolicy')),
          kind: 'event',
          facts: BETWEEN_SERVICES,
        },
      ]),
    ],
  }),
  'AWS::SQS::QueuePolicy': part('Queues', { elsewhere: QUEUE }),
  'AWS::SQS::QueueInlinePolicy': part('Queue', { elsewhere: QUEUE }),
  [TOPIC]: node('sns', {
    names: ['TopicName'],
    facts: {
      encryptedAtRest: given('KmsMasterKeyId'),
      deadLetterQueue: subscriptionsKept,
      fifo: flag('FifoTopic', false),
    },
    links: [
      links((topic) =>
        asList(at(topic, 'Subscription')).flatMap((one) => subscription(undefined, one)),
      ),
    ],
  }),
  'AWS::SNS::Subscription': part('TopicArn', {
    elsewhere: TOPIC,
    links: [links((one) => subscription(at(one, 'TopicArn'), one))],
  }),
  'AWS::SNS::TopicPolicy': part('Topics', { elsewhere: TOPIC }),
  'AWS::SNS::TopicInlinePolicy': part('TopicArn', { elsewhere: TOPIC }),
  'AWS::Events::EventBus': node('eventbridge', {
    names: ['Name'],
    facts: {
      deadLetterQueue: targetsKept,
      encryptedAtRest: byDefault(true),
      archive: (bus, about) =>
        about.of('AWS::Events::Archive').length > 0
          ? { value: true }
          : bus instanceof Pending
            ? undefined
            : standard(false),
    },
  }),
  'AWS::Events::Rule': RULE,
  'AWS::Events::EventBusPolicy': part(['EventBusName'], { elsewhere: 'AWS::Events::EventBus' }),
  'AWS::Events::Archive': part('SourceArn', { elsewhere: 'AWS::Events::EventBus' }),
  'AWS::Events::ApiDestination': helper({ service: 'eventbridge', names: ['Name'] }),
  'AWS::Events::Connection': helper({ names: ['Name'] }),
  'AWS::Events::Endpoint': node('eventbridge', { names: ['Name'] }),
  'AWS::EventSchemas::Registry': node('eventbridge', { names: ['RegistryName'] }),
  'AWS::EventSchemas::Schema': part('RegistryName'),
  'AWS::EventSchemas::Discoverer': part('SourceArn'),
  'AWS::Scheduler::Schedule': node('eventbridge', {
    names: ['Name'],
    facts: { deadLetterQueue: targetsKept, encryptedAtRest: byDefault(true) },
    links: [toward('event', 'Target.Arn', BETWEEN_SERVICES)],
  }),
  'AWS::Scheduler::ScheduleGroup': helper({ names: ['Name'] }),
  'AWS::Pipes::Pipe': node('eventbridge', {
    names: ['Name'],
    links: [
      from('event', 'Source', BETWEEN_SERVICES),
      toward('event', 'Target', BETWEEN_SERVICES),
      toward('request', 'Enrichment', BETWEEN_SERVICES),
    ],
  }),
  'AWS::StepFunctions::StateMachine': STATE_MACHINE,
  'AWS::StepFunctions::Activity': helper({ service: 'step-functions', names: ['Name'] }),
  'AWS::StepFunctions::StateMachineAlias': part(['RoutingConfiguration']),
  'AWS::StepFunctions::StateMachineVersion': part('StateMachineArn'),
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
      encryptionKey: key('EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId', 'awsManaged'),
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
  'AWS::AmazonMQ::Broker': node('amazon-mq', {
    names: ['BrokerName'],
    facts: {
      engine: choose('EngineType', { ACTIVEMQ: 'activemq', RABBITMQ: 'rabbitmq' }),
      multiAz: choose('DeploymentMode', {
        SINGLE_INSTANCE: false,
        ACTIVE_STANDBY_MULTI_AZ: true,
        CLUSTER_MULTI_AZ: true,
      }),
      publicAccess: flag('PubliclyAccessible', false),
      autoMinorUpgrade: flag('AutoMinorVersionUpgrade', false),
      encryptedAtRest: byDefault(true),
      encryptionKey: (broker) =>
        asFlag(at(broker, 'EncryptionOptions.UseAwsOwnedKey')) === true
          ? { value: 'awsOwned' }
          : key('EncryptionOptions.KmsKeyId', 'awsOwned')(broker),
    },
    network: (broker) => ({
      subnets: at(broker, 'SubnetIds'),
      securityGroups: at(broker, 'SecurityGroups'),
    }),
  }),
  'AWS::AmazonMQ::Configuration': helper(),
  'AWS::AmazonMQ::ConfigurationAssociation': part('Broker'),
  'AWS::AppFlow::Flow': node('amazon-appflow', { names: ['FlowName'] }),
  'AWS::AppFlow::ConnectorProfile': helper(),
  'AWS::MWAA::Environment': node('amazon-managed-workflows-for-apache-airflow', {
    names: ['Name'],
  }),
}
