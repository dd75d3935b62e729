import { yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'iam-role',
  name: 'IAM Role',
  shortName: 'IAM role',
  category: 'securityIdentityCompliance',
  aliases: ['role', 'instance profile', 'execution role', 'service role', 'task role'],
  purposes: ['permissions', 'temporary credentials', 'least privilege', 'cross account access'],
  icon: 'resource/AWSIdentityAccessManagementRole',
  scope: 'global',
  traits: ['security'],
  summary: 'Permissions that a service or person takes on, with temporary credentials.',
  facts: [
    yesNo('leastPrivilege', 'No wildcards, not administrator', [
      'Does {label} allow only what is needed, or everything?',
      'Is {label} free of administrator access and wildcard actions?',
    ]),
    yesNo('crossAccount', 'Used from another account', [
      'Does anyone outside your company use {label}?',
      'Is {label} assumed from another account?',
    ]),
    yesNo('externalId', 'Asks for an external ID', [
      'When an outside company uses {label}, does it have to present an agreed identifier?',
      'Does the trust policy of {label} ask for an external ID?',
    ]),
  ],
})
