import { choice, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'iam-identity-center',
  name: 'AWS IAM Identity Center',
  shortName: 'Identity Center',
  category: 'securityIdentityCompliance',
  aliases: ['iam identity center', 'identity center', 'sso', 'aws sso', 'okta', 'entra id'],
  purposes: ['single sign-on', 'workforce identity', 'sign in to aws', 'human access'],
  icon: 'architecture-service/AWSIAMIdentityCenter',
  scope: 'global',
  traits: ['security'],
  summary: 'Sign-in to all AWS accounts with one company identity.',
  facts: [
    choice(
      'identitySource',
      'Identities come from',
      [
        ['external', 'An outside identity provider'],
        ['activeDirectory', 'Active Directory'],
        ['own', 'Its own directory'],
      ],
      [
        'Where are the accounts of your employees kept today?',
        'Which identity source does {label} use?',
      ],
    ),
    yesNo('mfa', 'Multi-factor sign-in', [
      'Does everyone who signs in to AWS need a second factor?',
      'Is MFA enforced for everyone in {label}, or by its identity provider?',
    ]),
  ],
})
