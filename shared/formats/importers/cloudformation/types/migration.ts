import { links } from '../link'
import { helper, node, part, type Bundle, type Mappings, type Said } from '../mapping'
import { choose, flag } from '../tell'
import { asText, at, type Value } from '../value'
import { groupNetwork } from '../database-tellings'

function migrationType(about: Bundle): Said | undefined {
  const [task] = about.of('AWS::DMS::ReplicationTask')
  return (
    task &&
    choose('MigrationType', {
      'full-load': 'fullLoad',
      cdc: 'cdc',
      'full-load-and-cdc': 'fullLoadAndCdc',
    })(task.properties)
  )
}

function endpointsEncrypted(about: Bundle): Said | undefined {
  const modes = about.of('AWS::DMS::Endpoint').map(({ properties: from }) => at(from, 'SslMode'))
  if (modes.length === 0) return undefined
  const words = modes.map((mode) => (mode === undefined ? 'none' : asText(mode)))
  if (words.includes('none')) return { value: false, byDefault: modes.includes(undefined) }
  return words.includes(undefined) ? undefined : { value: true }
}

/** The database that a DMS endpoint reaches: its server is an attribute of it. */
function serverOf(endpoint: Value | undefined, about: Bundle): Value | undefined {
  const [found] = about.look.find(endpoint, 'AWS::DMS::Endpoint')
  return (
    found &&
    (at(found.properties, 'ServerName') ??
      at(found.properties, 'S3Settings.BucketName') ??
      at(found.properties, 'KinesisSettings.StreamArn'))
  )
}

export const migration: Mappings = {
  'AWS::DMS::ReplicationInstance': node('dms', {
    names: ['ReplicationInstanceIdentifier'],
    facts: {
      publicAccess: flag('PubliclyAccessible', true),
      multiAz: flag('MultiAZ', false),
      migrationType: (_, about) => migrationType(about),
      tls: (_, about) => endpointsEncrypted(about),
    },
    network: groupNetwork(
      'ReplicationSubnetGroupIdentifier',
      'AWS::DMS::ReplicationSubnetGroup',
      'VpcSecurityGroupIds',
    ),
  }),
  'AWS::DMS::ReplicationTask': part('ReplicationInstanceArn', {
    elsewhere: 'AWS::DMS::ReplicationInstance',
    links: [
      links((task, about) => [
        { from: serverOf(at(task, 'SourceEndpointArn'), about), to: 'self', kind: 'data' },
        { from: 'self', to: serverOf(at(task, 'TargetEndpointArn'), about), kind: 'data' },
      ]),
    ],
  }),
  'AWS::DMS::Endpoint': {
    usedBy: ['AWS::DMS::ReplicationTask'],
    otherwise: 'No replication of this template uses it.',
  },
  'AWS::DMS::ReplicationSubnetGroup': helper({ names: ['ReplicationSubnetGroupIdentifier'] }),
  'AWS::DMS::ReplicationConfig': node('dms', { names: ['ReplicationConfigIdentifier'] }),
  'AWS::DMS::EventSubscription': helper(),
  'AWS::DMS::Certificate': helper(),
}
