import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, is, isOneOf, not, or, service } from '../expression'
import { choose, setFact, suggestion, type FixStep } from '../fix'

const pool = service('cognito')
const iam = service('iam')

const secondFactor: readonly FixStep[] = [
  setFact('mfa', 'required', pool),
  setFact('mfa', true, not(pool)),
  setFact('humanAccess', 'identityProvider', iam),
]

export default defineRule({
  id: 'SEC-31',
  title: 'People sign in through an identity provider, with a second factor',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'high',
  bestPractices: ['SEC02-BP01', 'SEC02-BP04'],
  on: { services: ['cognito', 'users', 'iam', 'iam-identity-center'] },
  assert: and(
    isOneOf('mfa', ['required', true]),
    or(not(iam), is('humanAccess', 'identityProvider')),
  ),
  message: '{label}: a password alone is enough to sign in, or people have passwords just for AWS.',
  rationale:
    'Passwords are reused, guessed and fished for; a second factor stops nearly all of that. Accounts in one directory end when someone leaves, and separate ones stay.',
  remediation:
    'Require MFA in the user pool or the identity provider, with passkeys where possible. Let employees reach AWS through IAM Identity Center and delete IAM users.',
  falsePositives:
    'Visitors who sign in nowhere, and shops whose customers would not put up with it: ask for it before payments and changes of address.',
  question: {
    text: 'Do {label} sign in with a second factor, and through which identity provider?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose('Require a second factor', ...secondFactor),
    choose(
      'Leave sign-in to the company’s identity provider, with a second factor',
      ...secondFactor,
      setFact('federated', true, pool),
      {
        do: 'add',
        service: 'iam-identity-center',
        facts: { mfa: true, identitySource: 'external' },
        where: 'beside',
        connect: { direction: 'from', kind: 'dependency' },
        when: iam,
      },
    ),
  ),
  references: [
    {
      title: 'SEC02-BP01 Use strong sign-in mechanisms',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_enforce_mechanisms.html',
    },
    {
      title: 'Adding MFA to a user pool',
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html',
    },
    {
      title: 'What is IAM Identity Center?',
      url: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/what-is.html',
    },
  ],
  crosswalk: {
    cdkNag: ['CognitoUserPoolMFA'],
    guard: ['COGNITO_USER_POOL_MFA_CONFIGURATION_RULE'],
  },
  examples: {
    pass: [
      board`cognito{mfa=required}`,
      board`staff:users{mfa=true}`,
      board`iam{mfa=true, humanAccess=identityProvider}`,
    ],
    fail: [
      board`cognito{mfa=off}`,
      board`cognito{mfa=optional}`,
      board`staff:users{mfa=false}`,
      board`iam{mfa=true, humanAccess=iamUsers}`,
    ],
    nearlyFail: [board`iam-identity-center{mfa=true, identitySource=own}`],
    ask: [board`cognito`, board`iam{mfa=true}`],
    notApplicable: [board`iam-role`, board`api-gateway{authorization=none}`],
  },
})
