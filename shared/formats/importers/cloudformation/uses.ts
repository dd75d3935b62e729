import type { EdgeKind } from '../../../model/records'
import { BETWEEN_SERVICES, every } from './link'
import type { LinkDraft } from './mapping'
import type { Look } from './look'
import { asList, at, isFields, Pending, refsIn, type Value } from './value'

/** What code does with something that it is told the name of. Of other types a name alone tells nothing. */
const USE: Readonly<Record<string, EdgeKind>> = {
  'AWS::DynamoDB::Table': 'data',
  'AWS::DynamoDB::GlobalTable': 'data',
  'AWS::Serverless::SimpleTable': 'data',
  'AWS::S3::Bucket': 'data',
  'AWS::RDS::DBInstance': 'data',
  'AWS::RDS::DBCluster': 'data',
  'AWS::RDS::DBProxy': 'data',
  'AWS::Neptune::DBCluster': 'data',
  'AWS::DocDB::DBCluster': 'data',
  'AWS::ElastiCache::ReplicationGroup': 'data',
  'AWS::ElastiCache::CacheCluster': 'data',
  'AWS::ElastiCache::ServerlessCache': 'data',
  'AWS::DAX::Cluster': 'data',
  'AWS::OpenSearchService::Domain': 'data',
  'AWS::Elasticsearch::Domain': 'data',
  'AWS::Timestream::Database': 'data',
  'AWS::SQS::Queue': 'event',
  'AWS::SNS::Topic': 'event',
  'AWS::Kinesis::Stream': 'event',
  'AWS::Events::EventBus': 'event',
  'AWS::KinesisFirehose::DeliveryStream': 'event',
  'AWS::StepFunctions::StateMachine': 'request',
  'AWS::Serverless::StateMachine': 'request',
  'AWS::Lambda::Function': 'request',
  'AWS::Serverless::Function': 'request',
  'AWS::SecretsManager::Secret': 'request',
}

/** A variable that holds nothing but the name, ARN or address of one thing is given to be used. */
function uses(value: Value | undefined, look: Look): readonly LinkDraft[] {
  if (!(value instanceof Pending) || value.parts.length !== 1) return []
  return refsIn(value).flatMap((id): LinkDraft[] => {
    const type = look.resource(id)?.type ?? ''
    const kind = USE[type]
    if (kind === undefined) return []
    const to = new Pending([{ kind: 'reference', id, attribute: null }])
    // Databases and caches in a VPC speak a protocol of their own, encrypted or not.
    const facts = /^AWS::(RDS|Neptune|DocDB|ElastiCache|DAX)::/.test(type) ? {} : BETWEEN_SERVICES
    return [{ from: 'self', to, kind, facts }]
  })
}

/** Environment variables of a function. */
export function usesOfFunction(lambda: Value, look: Look): readonly LinkDraft[] {
  const variables = at(lambda, 'Environment.Variables')
  return isFields(variables) ? Object.values(variables).flatMap((value) => uses(value, look)) : []
}

/** Environment variables and secrets of the containers of a task. */
export function usesOfTask(task: Value, look: Look): readonly LinkDraft[] {
  return [
    ...every(task, 'ContainerDefinitions.Environment.Value'),
    ...every(task, 'ContainerDefinitions.Secrets.ValueFrom'),
  ].flatMap((value) => uses(value, look))
}

/** Policy templates of SAM, such as `DynamoDBCrudPolicy: { TableName: … }`, name what a function uses. */
export function usesOfSamPolicies(lambda: Value, look: Look): readonly LinkDraft[] {
  return asList(at(lambda, 'Policies'))
    .flatMap((policy) =>
      isFields(policy) && at(policy, 'Statement') === undefined ? Object.values(policy) : [],
    )
    .flatMap((names) => (isFields(names) ? Object.values(names) : []))
    .flatMap((value) => uses(value, look))
}
