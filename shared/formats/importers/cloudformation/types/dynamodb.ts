import type { Look } from '../look'
import { inBackupPlan } from '../backups'
import { helper, node, type Mappings, type Said, type Telling } from '../mapping'
import { zoneCount } from '../subnets'
import { amount, byDefault, choose, flag, key, said, standard } from '../tell'
import { Pending, asFlag, asList, asText, at, patternOf, type Value } from '../value'
import { groupNetwork } from '../database-tellings'

const TABLE = 'AWS::DynamoDB::Table'

/** Every table and index needs a scaling target for reads and one for writes. */
const capacity: Telling = (table, about) => {
  if (table instanceof Pending) return undefined
  const mode = at(table, 'BillingMode')
  const word = asText(mode)
  if (mode !== undefined && word === undefined) return undefined
  if (word === 'PAY_PER_REQUEST') return { value: 'onDemand' }
  const name = about.main && about.look.nameOf(about.main)
  const targets = about.look.once('scaling of tables', () => scalingTargets(about.look))
  const own = [`table/\${${about.main?.id ?? ''}}`, `table/${name ?? '\u0000'}`]
  const indexes = asList(at(table, 'GlobalSecondaryIndexes')).map((one) =>
    patternOf(at(one, 'IndexName')),
  )
  const wanted = [
    { path: '', dimension: 'dynamodb:table:' },
    ...indexes.map((index) => ({ path: `/index/${index}`, dimension: 'dynamodb:index:' })),
  ].flatMap((one) => ['ReadCapacityUnits', 'WriteCapacityUnits'].map((unit) => ({ ...one, unit })))
  const scaled = wanted.every(({ path, dimension, unit }) =>
    own.some((base) => targets.has(`${base}${path} ${dimension}${unit}`)),
  )
  return {
    value: scaled ? 'provisionedAutoscaled' : 'provisionedFixed',
    byDefault: mode === undefined && !scaled,
  }
}

/** What is scaled, as resource and dimension. */
function scalingTargets(look: Look): ReadonlySet<string> {
  return new Set(
    look
      .ofType('AWS::ApplicationAutoScaling::ScalableTarget')
      .map(
        ({ properties: target }) =>
          `${patternOf(at(target, 'ResourceId'))} ${patternOf(at(target, 'ScalableDimension'))}`,
      ),
  )
}

const tableFacts = {
  capacity,
  pointInTimeRecovery: flag('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', false),
  encryptedAtRest: byDefault(true),
  encryptionKey: (table: Value): Said | undefined => {
    const sse = at(table, 'SSESpecification.SSEEnabled')
    if (sse === undefined) return table instanceof Pending ? undefined : standard('awsOwned')
    if (asFlag(sse) !== true) return asFlag(sse) === false ? { value: 'awsOwned' } : undefined
    return key('SSESpecification.KMSMasterKeyId', 'awsManaged')(table)
  },
  deletionProtection: flag('DeletionProtectionEnabled', false),
  inBackupPlan,
} satisfies Record<string, Telling>

export const dynamoDb: Mappings = {
  [TABLE]: node('dynamodb', {
    names: ['TableName'],
    facts: tableFacts,
  }),
  'AWS::DynamoDB::GlobalTable': node('dynamodb', {
    names: ['TableName'],
    facts: {
      capacity: choose('BillingMode', {
        PAY_PER_REQUEST: 'onDemand',
        PROVISIONED: 'provisionedAutoscaled',
      }),
      globalTable: (table) => said(asList(at(table, 'Replicas')).length > 1),
      encryptedAtRest: byDefault(true),
      pointInTimeRecovery: (table) => {
        const found = asList(at(table, 'Replicas')).map(
          flag('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', false),
        )
        return found.find((one) => one?.value === false) ?? found[0]
      },
      deletionProtection: (table) => {
        const found = asList(at(table, 'Replicas')).map(flag('DeletionProtectionEnabled', false))
        return found.find((one) => one?.value === false) ?? found[0]
      },
      inBackupPlan,
    },
  }),
  'AWS::DAX::Cluster': node('dax', {
    names: ['ClusterName'],
    facts: {
      encryptedAtRest: flag('SSESpecification.SSEEnabled', false),
      instances: amount('ReplicationFactor'),
      availabilityZones: (from, about) =>
        said(zoneCount(about.look, [], at(from, 'AvailabilityZones'))),
      tlsRequired: choose('ClusterEndpointEncryptionType', { TLS: true, NONE: false }, false),
    },
    network: groupNetwork('SubnetGroupName', 'AWS::DAX::SubnetGroup', 'SecurityGroupIds'),
  }),
  'AWS::DAX::SubnetGroup': helper(),
  'AWS::DAX::ParameterGroup': helper(),
}
