import { every, links } from '../link'
import {
  helper,
  node,
  part,
  type Bundle,
  type LinkDraft,
  type Mappings,
  type Said,
  type Telling,
} from '../mapping'
import { flag, standard } from '../tell'
import {
  Pending,
  asFlag,
  asList,
  asText,
  at,
  isFields,
  isGiven,
  patternOf,
  type Value,
} from '../value'

const API = 'AWS::ApiGateway::RestApi'

const HTTP_API = 'AWS::ApiGatewayV2::Api'

const STAGE = 'AWS::ApiGateway::Stage'

const HTTP_STAGE = 'AWS::ApiGatewayV2::Stage'

const METHOD = 'AWS::ApiGateway::Method'

const ROUTE = 'AWS::ApiGatewayV2::Route'

const SAM_APIS = ['AWS::Serverless::Api', 'AWS::Serverless::HttpApi']

const DEPLOYMENT = 'AWS::ApiGateway::Deployment'

/** Stages of a REST API: of their own, or made by a deployment that names one. */
function restStages(
  about: Bundle,
): readonly { id: string; properties: Value; name: Value | undefined }[] {
  return [
    ...about.of(STAGE).map(({ id, properties: stage }) => ({
      id,
      properties: stage,
      name: at(stage, 'StageName'),
    })),
    ...about.of(DEPLOYMENT).flatMap(({ id, properties: deployment }) => {
      const name = at(deployment, 'StageName')
      return name === undefined
        ? []
        : [{ id, properties: at(deployment, 'StageDescription') ?? {}, name }]
    }),
  ]
}

const KINDS: Readonly<Record<string, string>> = {
  NONE: 'none',
  AWS_IAM: 'iam',
  COGNITO_USER_POOLS: 'cognito',
  CUSTOM: 'lambda',
  JWT: 'jwt',
}

/** How callers of an API prove who they are; one method that lets anyone in counts for all. Preflights are left out. */
const authorization: Telling = (api, about) => {
  const methods = about
    .of(METHOD)
    .map(({ properties: method }) => method)
    .filter((method) => asText(at(method, 'HttpMethod'))?.toUpperCase() !== 'OPTIONS')
  const routes = about
    .of(ROUTE)
    .map(({ properties: route }) => route)
    .filter((route) => !/^OPTIONS /i.test(patternOf(at(route, 'RouteKey'))))
  const sam = SAM_APIS.some((type) => about.of(type).length > 0) ? asList(at(api, 'Auth')) : []
  const found = [...methods, ...routes].map((one): string | undefined => {
    const type = at(one, 'AuthorizationType')
    if (type === undefined) return asFlag(at(one, 'ApiKeyRequired')) === true ? 'apiKey' : 'none'
    const word = asText(type)?.toUpperCase()
    if (word === 'NONE' && asFlag(at(one, 'ApiKeyRequired')) === true) return 'apiKey'
    return word === undefined ? undefined : KINDS[word]
  })
  for (const auth of sam) {
    const name = asText(at(auth, 'DefaultAuthorizer'))
    if (name === 'AWS_IAM') found.push('iam')
    else if (name !== undefined)
      found.push(
        at(auth, `Authorizers.${name}.UserPoolArn`) !== undefined
          ? 'cognito'
          : at(auth, `Authorizers.${name}.JwtConfiguration`) !== undefined
            ? 'jwt'
            : 'lambda',
      )
  }
  if (found.length === 0 && sam.length === 0 && isOpenByDefault(api, about)) return standard('none')
  if (found.includes('none')) return { value: 'none' }
  const [first] = found
  return first === undefined || found.includes(undefined) ? undefined : { value: first }
}

/** An API of SAM without authorizers, whose events name none either, lets anyone in. */
function isOpenByDefault(api: Value, about: Bundle): boolean {
  if (about.main === null || !SAM_APIS.includes(about.type)) return false
  if (['Auth', 'DefinitionBody', 'DefinitionUri'].some((key) => at(api, key) !== undefined))
    return false
  const events = about.look
    .ofType('AWS::Serverless::Function')
    .flatMap(({ properties: lambda }) => {
      const all = at(lambda, 'Events')
      return isFields(all) ? Object.values(all) : []
    })
  return events.every((event) => at(event, 'Properties.Auth') === undefined)
}

/** A setting of every stage; without a stage in the template nothing is known. */
function everyStage(ofRest: Telling, ofHttp: Telling): Telling {
  return (_, about) => {
    const found = [
      ...restStages(about).map((stage) => ofRest(stage.properties, about)),
      ...about.of(HTTP_STAGE).map((stage) => ofHttp(stage.properties, about)),
      ...about.of('AWS::Serverless::Api').map((api) => ofRest(api.properties, about)),
      ...about.of('AWS::Serverless::HttpApi').map((api) => ofHttp(api.properties, about)),
    ]
    const no = found.find((one) => one?.value === false)
    if (no) return no
    return found.length === 0 || found.includes(undefined) ? undefined : found[0]
  }
}

/** Logs need somewhere to go and a format. */
function logged(path: string): Telling {
  return (stage) => {
    const setting = at(stage, path)
    if (setting === undefined) return standard(false)
    const found = ['DestinationArn', 'Format'].map((name) => isGiven(at(setting, name)))
    if (found.includes(false)) return { value: false }
    return found.includes(undefined) ? undefined : { value: true }
  }
}

/** A rate and a burst for every path. */
const throttledRest: Telling = (stage) => {
  const settings = asList(at(stage, 'MethodSettings'))
  if (settings.some((one) => one instanceof Pending)) return undefined
  const all = settings.find(
    (one) => asText(at(one, 'HttpMethod')) === '*' && asText(at(one, 'ResourcePath')) === '/*',
  )
  const found = ['ThrottlingRateLimit', 'ThrottlingBurstLimit'].map((name) =>
    isGiven(at(all, name)),
  )
  if (found.includes(false)) return { value: false, byDefault: settings.length === 0 }
  return found.includes(undefined) ? undefined : { value: true }
}

const throttledHttp: Telling = (stage) => {
  const settings = at(stage, 'DefaultRouteSettings')
  const found = ['ThrottlingRateLimit', 'ThrottlingBurstLimit'].map((name) =>
    isGiven(at(settings, name)),
  )
  if (found.includes(false)) return { value: false, byDefault: settings === undefined }
  return found.includes(undefined) ? undefined : { value: true }
}

/** The API that the parts of a bundle speak of. */
function apiOf(about: Bundle): Value | undefined {
  const [first] = about.of(STAGE, DEPLOYMENT)
  return first && at(first.properties, 'RestApiId')
}

/** WAF guards a stage of a REST API, by an ARN that names API and stage. */
const waf: Telling = (_, about) => {
  const associations = about.look.ofType(
    'AWS::WAFv2::WebACLAssociation',
    'AWS::WAFRegional::WebACLAssociation',
  )
  if (SAM_APIS.some((type) => about.of(type).length > 0))
    return associations.length === 0 ? standard(false) : undefined
  const found = restStages(about).map((stage): boolean | undefined => {
    const api = about.look.spelled(apiOf(about))
    const name = about.look.spelled(stage.name)
    const ends = [`/${name}`, `/\${${stage.id}}`]
    let open = false
    for (const association of associations) {
      const value = at(association.properties, 'ResourceArn')
      const arn = about.look.spelled(value)
      if (arn.includes(api) && ends.some((end) => arn.endsWith(end))) return true
      if (value instanceof Pending && value.parts.length === 1 && !arn.includes('.')) {
        const [only] = value.parts
        if (typeof only === 'object' && only.kind === 'hole') open = true
      }
    }
    return open ? undefined : false
  })
  if (found.includes(false)) return standard(false)
  return found.length === 0 || found.includes(undefined) ? undefined : { value: true }
}

/** What methods, routes and integrations call: functions, queues, load balancers. */
function integrations(_: Value, about: Bundle): readonly LinkDraft[] {
  const rest = about.of(METHOD).flatMap(({ properties: method }) => [at(method, 'Integration.Uri')])
  const http = about
    .of('AWS::ApiGatewayV2::Integration')
    .map(({ properties: one }) => at(one, 'IntegrationUri'))
  const authorizers = about
    .of('AWS::ApiGateway::Authorizer', 'AWS::ApiGatewayV2::Authorizer')
    .flatMap(({ properties: one }) => [
      at(one, 'AuthorizerUri'),
      ...asList(at(one, 'ProviderARNs')),
    ])
  return [
    ...[...rest, ...http].map((to) => ({
      from: 'self' as const,
      to,
      kind: 'request' as const,
      facts: AWS_INTEGRATION,
    })),
    ...authorizers.map((to) => ({ from: 'self' as const, to, kind: 'dependency' as const })),
  ]
}

const AWS_INTEGRATION = {
  protocol: { value: 'HTTPS', byDefault: true },
  encrypted: { value: true, byDefault: true },
} satisfies Record<string, Said>

const API_FACTS = {
  authorization,
  throttled: everyStage(throttledRest, throttledHttp),
  waf,
  accessLogs: everyStage(logged('AccessLogSetting'), logged('AccessLogSettings')),
  tracing: everyStage(flag('TracingEnabled', false), () => ({ value: null })),
  caching: everyStage(flag('CacheClusterEnabled', false), () => ({ value: null })),
  private: (api: Value, about: Bundle) => {
    // Only REST APIs can be private.
    if (about.type === HTTP_API || about.type === 'AWS::Serverless::HttpApi') return standard(false)
    const types = every(api, 'EndpointConfiguration.Types').map(asText)
    const word = asText(at(api, 'EndpointConfiguration'))
    if (types.includes('PRIVATE') || word === 'PRIVATE') return { value: true }
    return types.includes(undefined) || api instanceof Pending
      ? undefined
      : { value: false, byDefault: types.length === 0 }
  },
} satisfies Record<string, Telling>

/** An API and all that hangs on it. */
export const apiGateway = node('api-gateway', {
  names: ['Name'],
  facts: API_FACTS,
  links: [links(integrations)],
})

const ofRest = { elsewhere: API }

const ofHttp = { elsewhere: HTTP_API }

export const apis: Mappings = {
  [API]: apiGateway,
  [HTTP_API]: apiGateway,
  [STAGE]: part('RestApiId', ofRest),
  [HTTP_STAGE]: part('ApiId', ofHttp),
  [METHOD]: part('RestApiId', ofRest),
  [ROUTE]: part('ApiId', ofHttp),
  'AWS::ApiGateway::Resource': part('RestApiId', ofRest),
  'AWS::ApiGateway::Deployment': part('RestApiId', ofRest),
  'AWS::ApiGateway::Authorizer': part('RestApiId', ofRest),
  'AWS::ApiGateway::Model': part('RestApiId', ofRest),
  'AWS::ApiGateway::RequestValidator': part('RestApiId', ofRest),
  'AWS::ApiGateway::GatewayResponse': part('RestApiId', ofRest),
  'AWS::ApiGateway::DocumentationPart': part('RestApiId'),
  'AWS::ApiGateway::DocumentationVersion': part('RestApiId'),
  'AWS::ApiGateway::BasePathMapping': part(['RestApiId', 'DomainName']),
  'AWS::ApiGateway::DomainName': helper(),
  'AWS::ApiGateway::ApiKey': { partOf: ['StageKeys'], usedBy: true },
  'AWS::ApiGateway::UsagePlan': part('ApiStages'),
  'AWS::ApiGateway::UsagePlanKey': part(['UsagePlanId', 'KeyId']),
  'AWS::ApiGateway::ClientCertificate': helper(),
  'AWS::ApiGateway::VpcLink': helper(),
  'AWS::ApiGateway::Account': helper({ otherwise: 'A setting of the account is not drawn.' }),
  'AWS::ApiGatewayV2::Integration': part('ApiId', ofHttp),
  'AWS::ApiGatewayV2::Deployment': part('ApiId', ofHttp),
  'AWS::ApiGatewayV2::Authorizer': part('ApiId', ofHttp),
  'AWS::ApiGatewayV2::IntegrationResponse': part('ApiId'),
  'AWS::ApiGatewayV2::RouteResponse': part('ApiId'),
  'AWS::ApiGatewayV2::Model': part('ApiId'),
  'AWS::ApiGatewayV2::ApiMapping': part(['ApiId', 'DomainName']),
  'AWS::ApiGatewayV2::DomainName': helper(),
  'AWS::ApiGatewayV2::VpcLink': helper(),
}
