import { choice, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'cognito',
  name: 'Amazon Cognito',
  shortName: 'Cognito',
  category: 'securityIdentityCompliance',
  aliases: ['amazon cognito', 'user pool', 'identity pool'],
  purposes: ['sign in', 'sign up', 'login', 'customer identity', 'oauth', 'oidc', 'single sign on'],
  icon: 'architecture-service/AmazonCognito',
  scope: 'regional',
  traits: ['security'],
  summary: 'Sign-up and sign-in for the users of an application.',
  facts: [
    choice(
      'mfa',
      'Multi-factor sign-in',
      [
        ['off', 'Off'],
        ['optional', 'Optional'],
        ['required', 'Required'],
      ],
      [
        'Do users of {label} need a second factor to sign in?',
        'Is MFA off, optional or required in {label}?',
      ],
    ),
    yesNo('federated', 'Uses another identity provider', [
      'Do users sign in with an account that they already have?',
      'Does {label} federate with an identity provider?',
    ]),
    yesNo('guestAccess', 'Guests allowed', [
      'Can people use it without signing in?',
      'Does the identity pool of {label} allow unauthenticated identities?',
    ]),
  ],
})
