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
    yesNo('adminAccess', 'Administrator rights', [
      'May {label} do everything in the account?',
      'Does {label} allow every action on every resource (AdministratorAccess)?',
    ]),
    yesNo('fullServiceAccess', 'Every action of a service', [
      'May {label} do everything with some service, such as delete every bucket?',
      'Does a policy of {label} allow all actions of a service (such as s3:*)?',
    ]),
    yesNo('leastPrivilege', 'Cut to what is used', [
      'Were the rights of {label} ever cut down to what it really uses?',
      'Were the permissions of {label} cut to what it uses?',
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
