import { choice, environment, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'api-gateway',
  name: 'Amazon API Gateway',
  shortName: 'API Gateway',
  category: 'networkingContentDelivery',
  aliases: ['amazon api gateway', 'apigw', 'rest api', 'http api', 'websocket api', 'api gw'],
  purposes: [
    'api',
    'front door',
    'rest',
    'http endpoint',
    'throttling',
    'serverless api',
    'api management',
  ],
  icon: 'architecture-service/AmazonAPIGateway',
  scope: 'regional',
  traits: ['apiFrontDoor'],
  summary: 'The front door of an API: authorisation, throttling, versions.',
  facts: [
    choice(
      'authorization',
      'Who may call',
      [
        ['none', 'Anyone'],
        ['iam', 'IAM'],
        ['cognito', 'Cognito user pool'],
        ['jwt', 'JWT authorizer'],
        ['lambda', 'Lambda authorizer'],
        ['apiKey', 'API key only'],
      ],
      ['How does {label} know who is calling?', 'How does {label} authorise callers?'],
    ),
    yesNo('throttled', 'Throttled per client', [
      'What stops one caller from using up all of {label}?',
      'Does {label} have throttling of its own (stage, method or usage plan)?',
    ]),
    yesNo('private', 'Private', [
      'Is {label} called from the internet or only from inside?',
      'Is {label} a private API?',
    ]),
    yesNo('waf', 'Web application firewall', [
      'Does anything filter attacks before they reach {label}?',
      'Is a web ACL associated with {label}?',
    ]),
    yesNo('accessLogs', 'Access logs', [
      'Is there a record of who called {label}?',
      'Are access logs on for {label}?',
    ]),
    yesNo('tracing', 'Traced', [
      'Can you follow one request through {label}?',
      'Is X-Ray tracing on for {label}?',
    ]),
    yesNo('caching', 'Caches answers', [
      'Are the same answers given by {label} again and again?',
      'Does {label} cache responses?',
    ]),
    environment,
  ],
})
