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
import { flag, given, standard } from '../tell'
import { asFlag, asList, asText, at, isGiven, patternOf, Pending, type Value } from '../value'

const CONFIG = 'DistributionConfig'

function behaviours(distribution: Value): readonly Value[] {
  return [
    at(distribution, `${CONFIG}.DefaultCacheBehavior`) ?? null,
    ...asList(at(distribution, `${CONFIG}.CacheBehaviors`)),
  ]
}

const viewerHttpsOnly: Telling = (distribution) => {
  if (at(distribution, CONFIG) instanceof Pending) return undefined
  const found = behaviours(distribution).map((one) =>
    one instanceof Pending ? undefined : asText(at(one, 'ViewerProtocolPolicy')),
  )
  if (found.includes('allow-all')) return { value: false }
  return found.includes(undefined) ? undefined : { value: true }
}

/** CloudFront's own certificate takes TLS 1.0; a certificate of one's own says the oldest version it takes. */
const minimumTls12: Telling = (distribution) => {
  const certificate = at(distribution, `${CONFIG}.ViewerCertificate`)
  if (certificate === undefined) return standard(false)
  if (certificate instanceof Pending) return undefined
  if (asFlag(at(certificate, 'CloudFrontDefaultCertificate')) === true) return { value: false }
  const version = at(certificate, 'MinimumProtocolVersion')
  if (version === undefined) return standard(false)
  const word = asText(version)
  return word === undefined ? undefined : { value: /^TLSv1\.[23]/.test(word) }
}

function origins(distribution: Value): readonly Value[] {
  const old = at(distribution, `${CONFIG}.S3Origin`) ?? at(distribution, `${CONFIG}.CustomOrigin`)
  return [...asList(at(distribution, `${CONFIG}.Origins`)), ...(old === undefined ? [] : [old])]
}

/** Plain protocols towards an origin: HTTP, or TLS older than 1.2. S3 origins follow the viewer and are left out. */
const originHttpsOnly: Telling = (distribution) => {
  const custom = origins(distribution).filter((one) => at(one, 'CustomOriginConfig') !== undefined)
  if (custom.length === 0) return undefined
  const found = custom.map((origin): boolean | undefined => {
    const policy = at(origin, 'CustomOriginConfig.OriginProtocolPolicy')
    const word = asText(policy)
    if (word === undefined) return undefined
    if (word !== 'https-only') return false
    const versions = asList(at(origin, 'CustomOriginConfig.OriginSSLProtocols')).map(asText)
    return versions.some((one) => one === 'SSLv3' || one === 'TLSv1' || one === 'TLSv1.1')
      ? false
      : !versions.includes(undefined)
  })
  if (found.includes(false)) return { value: false }
  return found.includes(undefined) ? undefined : { value: true }
}

function isBucketOrigin(origin: Value, about: Bundle): boolean {
  if (at(origin, 'S3OriginConfig') !== undefined) return true
  if (at(origin, 'CustomOriginConfig') !== undefined) return false
  const domain = at(origin, 'DomainName')
  return (
    about.look.find(domain, 'AWS::S3::Bucket').length > 0 ||
    /\.s3[.-][\w.-]*amazonaws\.com/.test(patternOf(domain))
  )
}

/** Origin access control, the successor of the origin access identity, on every bucket. */
const s3OriginAccessControl: Telling = (distribution, about) => {
  if (distribution instanceof Pending) return undefined
  const buckets = origins(distribution).filter((one) => isBucketOrigin(one, about))
  if (buckets.length === 0) return { value: null }
  const found = buckets.map((one) => isGiven(at(one, 'OriginAccessControlId')))
  if (found.includes(false)) return { value: false }
  return found.includes(undefined) ? undefined : { value: true }
}

const originFailover: Telling = given(`${CONFIG}.OriginGroups.Items`)

const accessLogs: Telling = given(`${CONFIG}.Logging.Bucket`)

/** Where requests go on: buckets, load balancers and APIs, with what is spoken on the way. */
function originLinks(distribution: Value): readonly LinkDraft[] {
  return origins(distribution).map((origin) => {
    const policy = asText(at(origin, 'CustomOriginConfig.OriginProtocolPolicy'))
    const facts: Record<string, Said> =
      policy === 'https-only'
        ? { protocol: { value: 'HTTPS' }, encrypted: { value: true } }
        : policy === 'http-only'
          ? { protocol: { value: 'HTTP' }, encrypted: { value: false } }
          : {}
    return {
      from: 'self',
      to: at(origin, 'DomainName') ?? at(origin, 'DNSName'),
      kind: 'request',
      facts,
    }
  })
}

const API = 'AWS::ApiGateway::RestApi'
const HTTP_API = 'AWS::ApiGatewayV2::Api'
const STAGE = 'AWS::ApiGateway::Stage'
const HTTP_STAGE = 'AWS::ApiGatewayV2::Stage'
const METHOD = 'AWS::ApiGateway::Method'
const ROUTE = 'AWS::ApiGatewayV2::Route'
const SAM_APIS = ['AWS::Serverless::Api', 'AWS::Serverless::HttpApi']

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
  if (found.includes('none')) return { value: 'none' }
  const [first] = found
  return first === undefined || found.includes(undefined) ? undefined : { value: first }
}

/** A setting of every stage; without a stage in the template nothing is known. */
function everyStage(ofRest: Telling, ofHttp: Telling): Telling {
  return (_, about) => {
    const found = [
      ...about.of(STAGE).map((stage) => ofRest(stage.properties, about)),
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

/** WAF guards a stage of a REST API, by an ARN that names API and stage. */
const waf: Telling = (_, about) => {
  const associations = about.look.ofType(
    'AWS::WAFv2::WebACLAssociation',
    'AWS::WAFRegional::WebACLAssociation',
  )
  const found = about.of(STAGE).map((stage): boolean | undefined => {
    const api = about.look.spelled(at(stage.properties, 'RestApiId'))
    const name = about.look.spelled(at(stage.properties, 'StageName'))
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
  private: (api: Value) => {
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

export const edge: Mappings = {
  'AWS::CloudFront::Distribution': node('cloudfront', {
    facts: {
      viewerHttpsOnly,
      minimumTls12,
      originHttpsOnly,
      waf: given(`${CONFIG}.WebACLId`),
      s3OriginAccessControl,
      originFailover,
      accessLogs,
    },
    links: [links(originLinks)],
  }),
  'AWS::CloudFront::StreamingDistribution': node('cloudfront', {
    facts: {
      accessLogs: (distribution) => {
        const logging = at(distribution, 'StreamingDistributionConfig.Logging')
        return logging === undefined ? standard(false) : flag('Enabled', false)(logging)
      },
    },
  }),
  'AWS::CloudFront::CloudFrontOriginAccessIdentity': helper(),
  'AWS::CloudFront::OriginAccessControl': helper(),
  'AWS::CloudFront::Function': helper({
    service: 'res-amazon-cloudfront-functions',
    names: ['Name'],
  }),
  'AWS::CloudFront::CachePolicy': helper(),
  'AWS::CloudFront::OriginRequestPolicy': helper(),
  'AWS::CloudFront::ResponseHeadersPolicy': helper(),
  'AWS::CloudFront::KeyGroup': helper(),
  'AWS::CloudFront::PublicKey': helper(),
  'AWS::CloudFront::RealtimeLogConfig': helper(),
  'AWS::CloudFront::ContinuousDeploymentPolicy': helper(),
  'AWS::CloudFront::VpcOrigin': helper(),
  'AWS::CloudFront::KeyValueStore': helper(),
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
