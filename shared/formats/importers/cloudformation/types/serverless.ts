import { BETWEEN_SERVICES, every, links } from '../link'
import {
  helper,
  node,
  part,
  type Bundle,
  type LinkDraft,
  type Mapping,
  type Mappings,
  type Said,
  type Telling,
} from '../mapping'
import { amount, byDefault, choose, flag, properties, said, standard } from '../tell'
import {
  asFlag,
  asList,
  asText,
  at,
  isFields,
  isGiven,
  patternOf,
  Pending,
  type Value,
} from '../value'
import { apiGateway } from './edge'
import { STATE_MACHINE } from './integration'

const FUNCTION = 'AWS::Lambda::Function'
const SAM_FUNCTION = 'AWS::Serverless::Function'
const MAPPING = 'AWS::Lambda::EventSourceMapping'
const INVOKE = 'AWS::Lambda::EventInvokeConfig'
const URL = 'AWS::Lambda::Url'

/** Whether everything that may fail has somewhere to go: calls that nobody waits for, and batches of a stream. */
const failureDestination: Telling = (lambda, about) => {
  const letters = isGiven(
    at(lambda, 'DeadLetterConfig.TargetArn') ?? at(lambda, 'DeadLetterQueue.TargetArn'),
  )
  const apart = about.of(MAPPING, INVOKE).map(({ properties: one }) => one)
  const own = at(lambda, 'EventInvokeConfig')
  const inline = samEvents(lambda).flatMap(({ type, properties: event }) =>
    type === 'Kinesis' || type === 'DynamoDB' || type === 'MSK' ? [event] : [],
  )
  const found = [...apart, ...(own === undefined ? [] : [own]), ...inline].map((one) =>
    isGiven(at(one, 'DestinationConfig.OnFailure.Destination')),
  )
  if (found.includes(false))
    return letters === true && found.length === about.of(INVOKE).length
      ? { value: true }
      : { value: false }
  if (letters === true) return { value: true }
  if (found.length > 0) return found.includes(undefined) ? undefined : { value: true }
  return letters === undefined ? undefined : standard(false)
}

/** How it is called: what the template sends it from; a setting for asynchronous calls says there are such. */
const invocation: Telling = (lambda, about) => {
  if (lambda instanceof Pending && about.of(INVOKE, MAPPING).length === 0) return undefined
  const events = samEvents(lambda).map(({ type }) => type)
  const asynchronous = [
    'S3',
    'SNS',
    'EventBridgeRule',
    'CloudWatchEvent',
    'Schedule',
    'ScheduleV2',
    'IoTRule',
    'CloudWatchLogs',
  ]
  const streams = ['SQS', 'Kinesis', 'DynamoDB', 'MSK', 'MQ', 'SelfManagedKafka', 'DocumentDB']
  if (
    about.of(INVOKE).length > 0 ||
    events.some((one) => asynchronous.includes(one)) ||
    isCalledByEvents(about)
  )
    return { value: 'asynchronous' }
  if (about.of(MAPPING).length > 0 || events.some((one) => streams.includes(one)))
    return { value: 'stream' }
  if (
    about.of(URL).length > 0 ||
    events.includes('Api') ||
    events.includes('HttpApi') ||
    isCalledByApi(about)
  )
    return { value: 'synchronous' }
  return undefined
}

/** Services that call functions and do not wait for the answer. */
const SENDERS = [
  'sns.amazonaws.com',
  's3.amazonaws.com',
  'events.amazonaws.com',
  'logs.amazonaws.com',
  'iot.amazonaws.com',
  'ses.amazonaws.com',
  'config.amazonaws.com',
  'codecommit.amazonaws.com',
]

function isCalledByEvents(about: Bundle): boolean {
  return properties(about, 'AWS::Lambda::Permission').some((one) => {
    const principal = patternOf(at(one, 'Principal'))
    return SENDERS.some(
      (sender) => principal === sender || principal.startsWith(`${sender.split('.')[0]}.`),
    )
  })
}

function isCalledByApi(about: Bundle): boolean {
  return properties(about, 'AWS::Lambda::Permission').some((one) =>
    /^(apigateway|elasticloadbalancing|cognito-idp|appsync)\./.test(
      patternOf(at(one, 'Principal')),
    ),
  )
}

const tracing: Telling = (lambda) => {
  const mode = at(lambda, 'TracingConfig.Mode') ?? at(lambda, 'Tracing')
  if (mode === undefined) return lambda instanceof Pending ? undefined : standard(false)
  const word = asText(mode)
  return word === undefined ? undefined : { value: word === 'Active' }
}

const architecture: Telling = (lambda) => {
  const list = at(lambda, 'Architectures')
  if (list === undefined) return lambda instanceof Pending ? undefined : standard('x86_64')
  const word = asText(asList(list)[0])
  return word === 'arm64' || word === 'x86_64' ? { value: word } : undefined
}

interface SamEvent {
  name: string
  type: string
  properties: Value
}

function samEvents(lambda: Value): readonly SamEvent[] {
  const events = at(lambda, 'Events')
  if (!isFields(events)) return []
  return Object.entries(events).map(([name, event]) => ({
    name,
    type: patternOf(at(event, 'Type')),
    properties: at(event, 'Properties') ?? null,
  }))
}

/** Where each event of a SAM function comes from. */
const SOURCES: Readonly<Record<string, string>> = {
  S3: 'Bucket',
  SNS: 'Topic',
  SQS: 'Queue',
  Kinesis: 'Stream',
  DynamoDB: 'Stream',
  MSK: 'Stream',
  MQ: 'Broker',
  Cognito: 'UserPool',
  CloudWatchLogs: 'LogGroupName',
  DocumentDB: 'Cluster',
  EventBridgeRule: 'EventBusName',
  CloudWatchEvent: 'EventBusName',
  Api: 'RestApiId',
  HttpApi: 'ApiId',
}

function samEventLinks(lambda: Value): readonly LinkDraft[] {
  return samEvents(lambda).flatMap(({ type, properties: event }): LinkDraft[] => {
    const path = SOURCES[type]
    if (path === undefined) return []
    const kind = type === 'Api' || type === 'HttpApi' ? 'request' : 'event'
    return [{ from: at(event, path), to: 'self', kind, facts: BETWEEN_SERVICES }]
  })
}

/** What a function sends on by itself: failed and handled events. */
function destinations(lambda: Value, about: Bundle): readonly LinkDraft[] {
  const paths = [
    'DestinationConfig.OnFailure.Destination',
    'DestinationConfig.OnSuccess.Destination',
  ]
  const apart = about
    .of(INVOKE, MAPPING)
    .flatMap(({ properties: one }) => paths.map((path) => at(one, path)))
  const own = paths.map((path) => at(lambda, `EventInvokeConfig.${path}`))
  const letters = [
    at(lambda, 'DeadLetterConfig.TargetArn'),
    at(lambda, 'DeadLetterQueue.TargetArn'),
  ]
  return [...apart, ...own, ...letters].map((to) => ({
    from: 'self',
    to,
    kind: 'event',
    facts: BETWEEN_SERVICES,
  }))
}

/** A function of Lambda, in plain CloudFormation or SAM. */
const LAMBDA: Mapping = node('lambda', {
  names: ['FunctionName'],
  facts: {
    failureDestination,
    invocation,
    tracing,
    architecture,
    timeoutSeconds: amount('Timeout', 3),
    memoryMb: amount('MemorySize', 128),
    inVpc: (lambda) => {
      const configuration = at(lambda, 'VpcConfig')
      if (configuration === undefined)
        return lambda instanceof Pending ? undefined : standard(false)
      return said(isGiven(at(configuration, 'SubnetIds')))
    },
  },
  network: (lambda) => ({
    subnets: at(lambda, 'VpcConfig.SubnetIds'),
    securityGroups: at(lambda, 'VpcConfig.SecurityGroupIds'),
    optional: true,
  }),
  links: [
    links(destinations),
    links(samEventLinks),
    links((lambda) =>
      every(lambda, 'FileSystemConfigs.Arn').map((to) => ({ from: 'self', to, kind: 'data' })),
    ),
  ],
})

/** An origin of requests that a permission names: a topic, a bucket, a rule. */
const permitted: Mapping = part(['FunctionName'], {
  links: [
    links((permission) => {
      const principal = patternOf(at(permission, 'Principal'))
      const kind = /^(apigateway|elasticloadbalancing|appsync)\./.test(principal)
        ? 'request'
        : 'event'
      if (!/^(sns|s3|events|apigateway|elasticloadbalancing|cognito-idp)\./.test(principal))
        return []
      return [
        {
          from: at(permission, 'SourceArn'),
          to: at(permission, 'FunctionName'),
          kind,
          facts: BETWEEN_SERVICES,
        },
      ]
    }),
  ],
})

const GRAPHQL = 'AWS::AppSync::GraphQLApi'

const appSync: Mapping = node('appsync', {
  names: ['Name'],
  facts: {
    authorization: choose('AuthenticationType', {
      API_KEY: 'apiKey',
      AWS_IAM: 'iam',
      AMAZON_COGNITO_USER_POOLS: 'cognito',
      OPENID_CONNECT: 'oidc',
      AWS_LAMBDA: 'lambda',
    }),
    accessLogs: (api) => {
      const level = at(api, 'LogConfig.FieldLogLevel')
      if (level === undefined) return api instanceof Pending ? undefined : standard(false)
      const word = asText(level)
      return word === undefined ? undefined : { value: word !== 'NONE' }
    },
    tracing: flag('XrayEnabled', false),
    caching: (api, about) =>
      about.of('AWS::AppSync::ApiCache').length > 0
        ? { value: true }
        : api instanceof Pending
          ? undefined
          : standard(false),
    waf: (api, about): Said | undefined => {
      if (api instanceof Pending || about.main === null) return undefined
      const guarded = about.look
        .usersOf(about.main.id)
        .some((user) => user.type === 'AWS::WAFv2::WebACLAssociation')
      return guarded ? { value: true } : standard(false)
    },
  },
})

const dataSource = links((source) => [
  ...[
    'LambdaConfig.LambdaFunctionArn',
    'ElasticsearchConfig.Endpoint',
    'OpenSearchServiceConfig.Endpoint',
    'HttpConfig.Endpoint',
    'EventBridgeConfig.EventBusArn',
    'RelationalDatabaseConfig.RdsHttpEndpointConfig.DbClusterIdentifier',
  ].map((path): LinkDraft => ({
    from: at(source, 'ApiId'),
    to: at(source, path),
    kind: 'request',
    facts: BETWEEN_SERVICES,
  })),
  {
    from: at(source, 'ApiId'),
    to: at(source, 'DynamoDBConfig.TableName'),
    kind: 'data',
    facts: BETWEEN_SERVICES,
  },
])

export const serverless: Mappings = {
  [FUNCTION]: LAMBDA,
  [MAPPING]: part(['FunctionName'], {
    elsewhere: FUNCTION,
    links: [
      links((mapping) => [
        {
          from: at(mapping, 'EventSourceArn'),
          to: at(mapping, 'FunctionName'),
          kind: 'event',
          facts: BETWEEN_SERVICES,
        },
      ]),
    ],
  }),
  [INVOKE]: part(['FunctionName'], { elsewhere: FUNCTION }),
  [URL]: part(['TargetFunctionArn'], { elsewhere: FUNCTION }),
  'AWS::Lambda::Permission': permitted,
  'AWS::Lambda::Version': part(['FunctionName']),
  'AWS::Lambda::Alias': part(['FunctionName']),
  'AWS::Lambda::LayerVersion': helper({
    otherwise: 'No function of this template uses the layer.',
  }),
  'AWS::Lambda::LayerVersionPermission': part('LayerVersionArn'),
  'AWS::Lambda::CodeSigningConfig': helper(),
  [GRAPHQL]: appSync,
  'AWS::AppSync::DataSource': part('ApiId', { elsewhere: GRAPHQL, links: [dataSource] }),
  'AWS::AppSync::Resolver': part('ApiId', { elsewhere: GRAPHQL }),
  'AWS::AppSync::GraphQLSchema': part('ApiId', { elsewhere: GRAPHQL }),
  'AWS::AppSync::FunctionConfiguration': part('ApiId', { elsewhere: GRAPHQL }),
  'AWS::AppSync::ApiKey': part('ApiId', { elsewhere: GRAPHQL }),
  'AWS::AppSync::ApiCache': part('ApiId', { elsewhere: GRAPHQL }),
  'AWS::AppSync::DomainName': helper(),
  'AWS::AppSync::DomainNameApiAssociation': part(['ApiId', 'DomainName']),
  'AWS::AppSync::SourceApiAssociation': part(['MergedApiIdentifier', 'SourceApiIdentifier']),
  'AWS::AppSync::Api': appSync,
  'AWS::AppSync::ChannelNamespace': part('ApiId'),
  [SAM_FUNCTION]: LAMBDA,
  'AWS::Serverless::Api': apiGateway,
  'AWS::Serverless::HttpApi': apiGateway,
  'AWS::Serverless::WebSocketApi': apiGateway,
  'AWS::Serverless::StateMachine': STATE_MACHINE,
  'AWS::Serverless::GraphQLApi': appSync,
  'AWS::Serverless::LayerVersion': helper({
    otherwise: 'No function of this template uses the layer.',
  }),
  'AWS::Serverless::SimpleTable': node('dynamodb', {
    names: ['TableName'],
    facts: {
      capacity: (table) =>
        at(table, 'ProvisionedThroughput') === undefined && !(table instanceof Pending)
          ? standard('onDemand')
          : { value: 'provisionedFixed' },
      pointInTimeRecovery: flag(
        'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
        false,
      ),
      encryptedAtRest: byDefault(true),
      encryptionKey: (table) =>
        asFlag(at(table, 'SSESpecification.SSEEnabled')) === true
          ? { value: 'awsManaged' }
          : standard('awsOwned'),
      inBackupPlan: () => standard(false),
      deletionProtection: () => standard(false),
    },
  }),
  'AWS::Serverless::Application': {
    otherwise: 'An application in this one has its own template: import that one.',
  },
  'AWS::Serverless::Connector': part(['Source', 'Destination'], {
    links: [
      links((connector) => [
        {
          from: idOf(at(connector, 'Source')),
          to: idOf(at(connector, 'Destination')),
          kind: 'request',
        },
      ]),
    ],
  }),
}

/** A connector names its ends by plain logical id. */
function idOf(end: Value | undefined): Value | undefined {
  const id = asText(at(end, 'Id'))
  return id === undefined ? end : new Pending([{ kind: 'reference', id, attribute: null }])
}
