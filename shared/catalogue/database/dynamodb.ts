import {
  alarms,
  choice,
  classification,
  costTag,
  deletionProtection,
  dutiesAgreed,
  encryptedAtRest,
  encryptionKey,
  environment,
  inBackupPlan,
  owner,
  rpoMinutes,
  rtoMinutes,
  wave,
  yesNo,
} from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'dynamodb',
  name: 'Amazon DynamoDB',
  shortName: 'DynamoDB',
  category: 'database',
  aliases: ['amazon dynamodb', 'dynamo', 'ddb', 'dynamo db'],
  purposes: [
    'nosql',
    'nosql database',
    'key value',
    'database',
    'session store',
    'serverless database',
  ],
  icon: 'architecture-service/AmazonDynamoDB',
  scope: 'regional',
  traits: ['dataStore', 'database'],
  summary: 'Serverless NoSQL with single-digit millisecond reads at any scale.',
  facts: [
    choice(
      'capacity',
      'Capacity',
      [
        ['onDemand', 'On demand'],
        ['provisionedAutoscaled', 'Provisioned, with auto scaling'],
        ['provisionedFixed', 'Provisioned, fixed'],
      ],
      [
        'Is the traffic on {label} steady, or does it come in bursts?',
        'Which capacity mode does {label} use?',
      ],
    ),
    yesNo(
      'pointInTimeRecovery',
      'Point-in-time recovery',
      [
        'If data in {label} is deleted by mistake, can you go back to the minute before?',
        'Is point-in-time recovery on for {label}?',
      ],
      {
        awsDefault: {
          value: false,
          source:
            'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html',
        },
      },
    ),
    encryptedAtRest({
      awsDefault: {
        value: true,
        since: '2018-11-15',
        source:
          'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html',
      },
    }),
    encryptionKey,
    deletionProtection,
    yesNo('globalTable', 'Global table', [
      'Do users on several continents write to {label}?',
      'Is {label} a global table?',
    ]),
    yesNo('accelerator', 'DAX in front', [
      'Are the same items of {label} read over and over?',
      'Is DynamoDB Accelerator (DAX) used with {label}?',
    ]),
    alarms,
    classification,
    environment,
    owner,
    inBackupPlan(),
    rtoMinutes,
    rpoMinutes,
    dutiesAgreed,
    wave,
    costTag,
  ],
})
