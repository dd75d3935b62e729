import { BETWEEN_SERVICES, every, links } from '../link'
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
import { IMPLIED_API } from '../sam-implied'
import { amount, properties, said, standard } from '../tell'
import { usesOfFunction, usesOfSamPolicies } from '../uses'
import { Pending, asList, asText, at, isFields, isGiven, patternOf, type Value } from '../value'

const FUNCTION = 'AWS::Lambda::Function'

export const SAM_FUNCTION = 'AWS::Serverless::Function'

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
  Api: 'RestApiId',
  HttpApi: 'ApiId',
}

function samEventLinks(lambda: Value): readonly LinkDraft[] {
  return samEvents(lambda).flatMap(({ type, properties: event }): LinkDraft[] => {
    const path = SOURCES[type]
    if (path === undefined) return []
    if (type === 'Api' || type === 'HttpApi') {
      const implied = new Pending([{ kind: 'reference', id: IMPLIED_API[type], attribute: null }])
      return [
        { from: at(event, path) ?? implied, to: 'self', kind: 'request', facts: BETWEEN_SERVICES },
      ]
    }
    return [{ from: at(event, path), to: 'self', kind: 'event', facts: BETWEEN_SERVICES }]
  })
}

/** Where a function's results go, and what it failed on. Results are data; a failure is an event. */
function destinations(lambda: Value, about: Bundle): readonly LinkDraft[] {
  const settings = [
    ...about.of(INVOKE, MAPPING).map(({ properties: one }) => one),
    at(lambda, 'EventInvokeConfig'),
  ]
  const all = (path: string): readonly (Value | undefined)[] =>
    settings.map((one) => at(one, `DestinationConfig.${path}.Destination`))
  const failed = [
    ...all('OnFailure'),
    at(lambda, 'DeadLetterConfig.TargetArn'),
    at(lambda, 'DeadLetterQueue.TargetArn'),
  ]
  return [
    ...failed.map((to) => ({
      from: 'self' as const,
      to,
      kind: 'event' as const,
      facts: BETWEEN_SERVICES,
    })),
    ...all('OnSuccess').map((to) => ({
      from: 'self' as const,
      to,
      kind: 'data' as const,
      facts: BETWEEN_SERVICES,
    })),
  ]
}

/** A function of Lambda, in plain CloudFormation or SAM. */
export const LAMBDA: Mapping = node('lambda', {
  names: ['FunctionName'],
  facts: {
    failureDestination,
    invocation,
    tracing,
    architecture,
    timeoutSeconds: amount('Timeout', 3),
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
    links((lambda, { look }) => [
      ...usesOfFunction(lambda, look),
      ...usesOfSamPolicies(lambda, look),
    ]),
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

export const lambda: Mappings = {
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
}
