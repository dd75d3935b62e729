import { encryptedAtRest, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'cloudtrail',
  name: 'AWS CloudTrail',
  shortName: 'CloudTrail',
  category: 'managementGovernance',
  aliases: ['aws cloudtrail', 'trail', 'audit trail', 'api log'],
  purposes: [
    'audit',
    'who did what',
    'compliance',
    'api history',
    'forensics',
    'incident response',
  ],
  icon: 'architecture-service/AWSCloudTrail',
  scope: 'regional',
  traits: ['observability', 'security'],
  summary: 'Records who did what in an account.',
  facts: [
    yesNo('multiRegion', 'All Regions', [
      'Is every action in every Region recorded?',
      'Is {label} a multi-Region trail?',
    ]),
    yesNo('fileValidation', 'Tampering shows', [
      'Could someone change the record without your noticing?',
      'Is log file validation on for {label}?',
    ]),
    yesNo('separateAccount', 'Kept in another account', [
      'Could an administrator delete the record of their own actions?',
      'Are the logs of {label} kept in a separate account?',
    ]),
    encryptedAtRest({
      awsDefault: {
        value: true,
        source:
          'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html',
      },
    }),
  ],
})
