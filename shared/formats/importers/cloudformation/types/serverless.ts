import { links } from '../link'
import { helper, node, part, type Mappings } from '../mapping'
import { byDefault, flag, standard } from '../tell'
import { Pending, asFlag, asText, at, type Value } from '../value'
import { apiGateway } from './api-gateway'
import { STATE_MACHINE } from './events'
import { appSync } from './appsync'
import { LAMBDA, SAM_FUNCTION } from './lambda'

/** A connector names its ends by plain logical id. */
function idOf(end: Value | undefined): Value | undefined {
  const id = asText(at(end, 'Id'))
  return id === undefined ? end : new Pending([{ kind: 'reference', id, attribute: null }])
}

export const serverless: Mappings = {
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
