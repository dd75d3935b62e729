import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, exposed, is, isOneOf, or, service } from '../expression'
import { choose, setFact, suggestion } from '../fix'

export default defineRule({
  id: 'SEC-30',
  title: 'An API on the internet knows who calls it',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'high',
  bestPractices: ['SEC03-BP01'],
  on: { services: ['api-gateway', 'appsync'] },
  when: or(service('appsync'), exposed, and(service('api-gateway'), is('private', false))),
  assert: isOneOf('authorization', ['iam', 'cognito', 'jwt', 'oidc', 'lambda']),
  message: '{label} answers anyone on the internet, without asking who calls.',
  rationale:
    'An address is not a secret, and an API key is in every copy of the app. An API that does not check who calls leaves that to each function behind it, and one of them will forget.',
  remediation:
    'Let the API check a token from Cognito or your identity provider, or an IAM signature between services. Use API keys to count and limit, not to let in.',
  falsePositives: 'Data that is meant for everyone, and callbacks that are checked by a signature.',
  question: { text: 'How does {label} know who is calling?', askWhom: 'customer' },
  fix: suggestion(
    choose('Sign callers in with Cognito', setFact('authorization', 'cognito')),
    choose('Let callers sign with IAM', setFact('authorization', 'iam')),
    choose('Check tokens in a Lambda authorizer', setFact('authorization', 'lambda')),
  ),
  references: [
    {
      title: 'Control and manage access to REST APIs in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
    },
    {
      title: 'Configuring authorization and authentication to secure your GraphQL APIs',
      url: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
    },
  ],
  crosswalk: {
    checkov: ['CKV_AWS_59', 'CKV_AWS_309'],
    cdkNag: ['APIGWAuthorization', 'CognitoUserPoolAPIGWAuthorizer'],
    guard: ['API_GW_METHOD_AUTHORIZATION_TYPE_RULE'],
    trivy: ['AWS-0004'],
  },
  examples: {
    pass: [board`users -> api-gateway{authorization=cognito}`, board`appsync{authorization=oidc}`],
    fail: [
      board`users -> api-gateway{authorization=none}`,
      board`api-gateway{private=false, authorization=apiKey}`,
      board`appsync{authorization=apiKey}`,
    ],
    nearlyFail: [board`api-gateway{private=false, authorization=iam}`],
    ask: [board`users -> api-gateway`, board`api-gateway{authorization=none}`],
    notApplicable: [board`api-gateway{private=true, authorization=none}`, board`alb`],
  },
})
