import { BETWEEN_SERVICES, links } from '../link'
import {
  helper,
  node,
  part,
  type LinkDraft,
  type Mapping,
  type Mappings,
  type Said,
} from '../mapping'
import { choose, flag, standard } from '../tell'
import { Pending, asText, at } from '../value'

const GRAPHQL = 'AWS::AppSync::GraphQLApi'

export const appSync: Mapping = node('appsync', {
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

export const appSyncs: Mappings = {
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
}
