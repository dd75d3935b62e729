import { BETWEEN_SERVICES, every, links } from '../link'
import { helper, node, part, type LinkDraft, type Mappings, type Telling } from '../mapping'
import { byDefault, choose, flag, given, key, properties, said, standard } from '../tell'
import type { Resource } from '../template'
import { Pending, asFlag, asList, asNumber, asText, at, isGiven, type Value } from '../value'

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

/** Where a resource sends what it failed on. */
function lettersOf({ type, properties: from }: Resource): readonly (Value | undefined)[] {
  switch (type) {
    case QUEUE:
    case 'AWS::SNS::Subscription':
      return [deadLetterTarget(at(from, 'RedrivePolicy'))]
    case 'AWS::Lambda::Function':
      return [at(from, 'DeadLetterConfig.TargetArn')]
    case 'AWS::Serverless::Function':
      return [
        at(from, 'DeadLetterQueue.TargetArn'),
        at(from, 'EventInvokeConfig.DestinationConfig.OnFailure.Destination'),
      ]
    case 'AWS::Lambda::EventSourceMapping':
    case 'AWS::Lambda::EventInvokeConfig':
      return [at(from, 'DestinationConfig.OnFailure.Destination')]
    case 'AWS::Events::Rule':
      return every(from, 'Targets.DeadLetterConfig.Arn')
    case 'AWS::Scheduler::Schedule':
      return [at(from, 'Target.DeadLetterConfig.Arn')]
    default:
      return []
  }
}

/** Somebody of the template sends here what failed. */
const isDeadLetterQueue: Telling = (queue, { look, main }) => {
  if (queue instanceof Pending || main === null) return undefined
  const used = look.once('dead-letter queues', () =>
    look.idsOf(look.resources.flatMap(lettersOf), QUEUE),
  )
  return used.has(main.id) || isGiven(at(queue, 'RedriveAllowPolicy')) === true
    ? { value: true }
    : standard(false)
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

export const messaging: Mappings = {
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
