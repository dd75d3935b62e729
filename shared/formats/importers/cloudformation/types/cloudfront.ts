import { from, links } from '../link'
import {
  helper,
  node,
  type Bundle,
  type LinkDraft,
  type Mappings,
  type Said,
  type Telling,
} from '../mapping'
import { flag, given, standard } from '../tell'
import { Pending, asFlag, asList, asText, at, isGiven, patternOf, type Value } from '../value'

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

export const cloudFront: Mappings = {
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
    links: [links(originLinks), from('dependency', `${CONFIG}.WebACLId`)],
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
}
