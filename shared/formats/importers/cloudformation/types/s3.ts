import { BETWEEN_SERVICES, every, toward } from '../link'
import { helper, node, part, type Bundle, type Mappings, type Said, type Telling } from '../mapping'
import { bucketReaders, deniesPlainHttp } from '../policies'
import { byDefault, choose, given, key, properties, standard, pairValue } from '../tell'
import type { Resource } from '../template'
import { Pending, asFlag, asList, asText, at, isGiven, type Value } from '../value'

const BUCKET = 'AWS::S3::Bucket'

const POLICY = 'AWS::S3::BucketPolicy'

const BLOCKS = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets']

/** All four switches. Without the block of settings AWS turns all of them on (since April 2023); inside it, none. */
const blockPublicAccess: Telling = (bucket) => {
  const block = at(bucket, 'PublicAccessBlockConfiguration')
  if (block === undefined) return standard(true)
  const found = BLOCKS.map((name) => {
    const value = at(block, name)
    return value === undefined ? false : asFlag(value)
  })
  if (found.includes(false)) return { value: false }
  return found.includes(undefined) ? undefined : { value: true }
}

/** Readable or writable by everyone: by its access list where that is not blocked, or by its policy. */
const publicAccess: Telling = (bucket, about) => {
  const block = at(bucket, 'PublicAccessBlockConfiguration')
  const blocked = (name: string): boolean | undefined => {
    if (block === undefined) return true
    const value = at(block, name)
    return value === undefined ? false : asFlag(value)
  }
  const list = at(bucket, 'AccessControl')
  const word = asText(list)
  const openList = /^(PublicRead|PublicReadWrite|AuthenticatedRead)$/.test(word ?? '')
  const listBlocked = [blocked('BlockPublicAcls'), blocked('IgnorePublicAcls')]
  if (openList && !listBlocked.includes(true) && !listBlocked.includes(undefined))
    return { value: true }
  const readers = bucketReaders(properties(about, POLICY))
  const policyBlocked = [blocked('BlockPublicPolicy'), blocked('RestrictPublicBuckets')]
  if (readers === 'anyone' && policyBlocked.every((one) => one === false)) return { value: true }
  if (list instanceof Pending || block instanceof Pending || bucket instanceof Pending)
    return undefined
  if (readers === 'unknown' && !policyBlocked.includes(true)) return undefined
  return { value: false, byDefault: block === undefined && list === undefined }
}

const DEFAULT_ENCRYPTION = 'BucketEncryption.ServerSideEncryptionConfiguration'

const bucketKey: Telling = (bucket) => {
  const rules = at(bucket, DEFAULT_ENCRYPTION)
  if (rules === undefined) return standard('awsOwned')
  if (rules instanceof Pending) return undefined
  const [rule] = asList(rules)
  const algorithm = at(rule, 'ServerSideEncryptionByDefault.SSEAlgorithm')
  const word = asText(algorithm)
  if (algorithm === undefined) return standard('awsOwned')
  if (word === undefined) return undefined
  if (!word.startsWith('aws:kms')) return { value: 'awsOwned' }
  return key('ServerSideEncryptionByDefault.KMSMasterKeyID', 'awsManaged')(rule ?? null)
}

/** Logs of other buckets and services end here, and are not logged themselves. */
const accessLogs: Telling = (bucket, about) => {
  const configuration = at(bucket, 'LoggingConfiguration')
  if (isGiven(configuration) === true) return { value: true }
  if (configuration instanceof Pending || bucket instanceof Pending) return undefined
  if (isLogTarget(about) || asText(at(bucket, 'AccessControl')) === 'LogDeliveryWrite')
    return { value: null }
  return standard(false)
}

/** Whether some bucket, load balancer, distribution or trail of the template writes its logs into this bucket. */
function isLogTarget({ look, main }: Bundle): boolean {
  const targets = look.once('log buckets', () =>
    look.idsOf(look.resources.flatMap(logBuckets), BUCKET),
  )
  return main !== null && targets.has(main.id)
}

function logBuckets({ type, properties: from }: Resource): readonly (Value | undefined)[] {
  switch (type) {
    case BUCKET:
      return [at(from, 'LoggingConfiguration.DestinationBucketName')]
    case 'AWS::CloudTrail::Trail':
      return [at(from, 'S3BucketName')]
    case 'AWS::CloudFront::Distribution':
      return [at(from, 'DistributionConfig.Logging.Bucket')]
    case 'AWS::CloudFront::StreamingDistribution':
      return [at(from, 'StreamingDistributionConfig.Logging.Bucket')]
    case 'AWS::ElasticLoadBalancing::LoadBalancer':
      return [at(from, 'AccessLoggingPolicy.S3BucketName')]
    case 'AWS::ElasticLoadBalancingV2::LoadBalancer':
      return [pairValue(at(from, 'LoadBalancerAttributes'), 'access_logs.s3.bucket')]
    default:
      return []
  }
}

const replicated: Telling = (bucket) => {
  const rules = at(bucket, 'ReplicationConfiguration.Rules')
  if (rules === undefined) return standard(false)
  const states = asList(rules).map((rule) => asText(at(rule, 'Status')))
  if (states.includes('Enabled')) return { value: true }
  return states.includes(undefined) ? undefined : { value: false }
}

/** Only CloudFront may read: by the bucket's own policy. */
const originAccessControl: Telling = (bucket, about) => {
  if (bucket instanceof Pending) return undefined
  const readers = bucketReaders(properties(about, POLICY))
  switch (readers) {
    case 'cloudfront':
      return { value: true }
    case 'anyone':
    case 'others':
      return { value: false }
    case 'nobody':
      return servesSomething(bucket, about) ? standard(false) : undefined
    case 'unknown':
      return undefined
  }
}

/** A website, or the origin of a distribution. */
function servesSomething(bucket: Value, about: Bundle): boolean {
  return isGiven(at(bucket, 'WebsiteConfiguration')) === true || isOrigin(about)
}

function isOrigin({ look, main }: Bundle): boolean {
  const origins = look.once('origin buckets', () =>
    look.idsOf(
      look
        .ofType('AWS::CloudFront::Distribution')
        .flatMap((one) => every(one.properties, 'DistributionConfig.Origins.DomainName')),
      BUCKET,
    ),
  )
  return main !== null && origins.has(main.id)
}

const BUCKET_FACTS = {
  blockPublicAccess,
  publicAccess,
  encryptedAtRest: byDefault(true),
  encryptionKey: bucketKey,
  versioning: choose('VersioningConfiguration.Status', { Enabled: true, Suspended: false }, false),
  lifecycle: (bucket: Value) => lifecycle(bucket),
  accessLogs,
  replicatedToOtherRegion: replicated,
  servesWebsite: (bucket: Value, about: Bundle) =>
    servesSomething(bucket, about) ? { value: true } : given('WebsiteConfiguration')(bucket),
  originAccessControl,
  tlsOnly: (bucket: Value, about: Bundle): Said | undefined => {
    const policies = properties(about, POLICY)
    if (
      bucket instanceof Pending ||
      policies.some((one) => at(one, 'PolicyDocument') instanceof Pending)
    )
      return undefined
    return deniesPlainHttp(policies) ? { value: true } : { value: false, byDefault: true }
  },
} satisfies Record<string, Telling>

function lifecycle(bucket: Value): Said | undefined {
  const rules = at(bucket, 'LifecycleConfiguration.Rules')
  if (rules === undefined) return standard(false)
  const states = asList(rules).map((rule) => asText(at(rule, 'Status')))
  if (states.includes('Enabled')) return { value: true }
  return states.includes(undefined) ? undefined : { value: false }
}

export const s3: Mappings = {
  [BUCKET]: node('s3', {
    names: ['BucketName'],
    facts: BUCKET_FACTS,
    links: [
      toward('event', 'NotificationConfiguration.LambdaConfigurations.Function', BETWEEN_SERVICES),
      toward('event', 'NotificationConfiguration.QueueConfigurations.Queue', BETWEEN_SERVICES),
      toward('event', 'NotificationConfiguration.TopicConfigurations.Topic', BETWEEN_SERVICES),
      toward('replication', 'ReplicationConfiguration.Rules.Destination.Bucket', BETWEEN_SERVICES),
    ],
  }),
  [POLICY]: part('Bucket', { elsewhere: BUCKET }),
  'AWS::S3::AccessPoint': part('Bucket', { elsewhere: BUCKET }),
  'AWS::S3::MultiRegionAccessPoint': helper(),
  'AWS::S3Express::DirectoryBucket': node('s3', { names: ['BucketName'] }),
  'AWS::S3Tables::TableBucket': node('s3', { names: ['TableBucketName'] }),
  'AWS::S3ObjectLambda::AccessPoint': node('s3', { names: ['Name'] }),
}
