import { choice, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'iam',
  name: 'AWS Identity and Access Management (IAM)',
  shortName: 'IAM',
  category: 'securityIdentityCompliance',
  aliases: ['aws iam', 'identity and access management', 'users', 'groups', 'policies'],
  purposes: [
    'access control',
    'permissions',
    'least privilege',
    'sign in',
    'who can see what',
    'policy',
  ],
  icon: 'architecture-service/AWSIdentityandAccessManagement',
  scope: 'global',
  traits: ['security'],
  summary: 'Who may do what in an account.',
  facts: [
    yesNo('mfa', 'Multi-factor sign-in', [
      'Does everyone who signs in to AWS need a second factor?',
      'Is MFA enforced for everyone in {label}?',
    ]),
    choice(
      'humanAccess',
      'People sign in through',
      [
        ['identityProvider', 'A company directory or identity provider'],
        ['iamUsers', 'IAM users with passwords'],
      ],
      [
        'Do people sign in to AWS with their company account, or with a separate password?',
        'Do people use an identity provider (IAM Identity Center) or IAM users?',
      ],
    ),
    yesNo('rootLocked', 'Root user locked away', [
      'Is the first, all-powerful account user locked away with a second factor?',
      'Has the root user MFA and no access keys?',
    ]),
    yesNo('adminAccess', 'Administrator rights', [
      'May {label} do everything in the account?',
      'Does {label} allow every action on every resource (AdministratorAccess)?',
    ]),
    yesNo('fullServiceAccess', 'Every action of a service', [
      'May {label} do everything with some service, such as delete every bucket?',
      'Does a policy of {label} allow all actions of a service (such as s3:*)?',
    ]),
    yesNo('leastPrivilege', 'Least privilege', [
      'Do people and programs have only the rights that they need?',
      'Were permissions reviewed and cut to what is used?',
    ]),
  ],
})
