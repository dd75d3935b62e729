import { choice, environment, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'appsync',
  name: 'AWS AppSync',
  shortName: 'AppSync',
  category: 'applicationIntegration',
  aliases: ['aws appsync', 'graphql', 'graphql api'],
  purposes: ['graphql', 'api', 'real-time api', 'front door', 'mobile backend', 'subscriptions'],
  icon: 'architecture-service/AWSAppSync',
  scope: 'regional',
  traits: ['apiFrontDoor'],
  summary: 'GraphQL and event APIs with subscriptions, over databases, functions and HTTP.',
  facts: [
    choice(
      'authorization',
      'Who may call',
      [
        ['apiKey', 'API key only'],
        ['iam', 'IAM'],
        ['cognito', 'Cognito user pool'],
        ['oidc', 'OpenID Connect provider'],
        ['lambda', 'Lambda authorizer'],
      ],
      ['How does {label} know who is calling?', 'How does {label} authorise callers?'],
    ),
    yesNo('waf', 'Web application firewall', [
      'Does anything filter attacks before they reach {label}?',
      'Is a web ACL associated with {label}?',
    ]),
    yesNo(
      'accessLogs',
      'Request logs',
      ['Is there a record of who called {label}?', 'Is logging on for {label}?'],
      {
        awsDefault: {
          value: false,
          source: 'https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html',
        },
      },
    ),
    yesNo(
      'tracing',
      'Traced',
      ['Can you follow one request through {label}?', 'Is X-Ray tracing on for {label}?'],
      {
        awsDefault: {
          value: false,
          source: 'https://docs.aws.amazon.com/appsync/latest/devguide/x-ray-tracing.html',
        },
      },
    ),
    yesNo('caching', 'Caches answers', [
      'Are the same answers given by {label} again and again?',
      'Does {label} cache responses?',
    ]),
    environment,
  ],
})
