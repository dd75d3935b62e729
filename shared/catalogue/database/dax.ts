import {
  availabilityZones,
  encryptedAtRest,
  environment,
  instances,
  ownSecurityGroup,
  subnetType,
  yesNo,
} from '../common-facts'
import { defineService } from '../define'

const ENCRYPTION =
  'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html'

export default defineService({
  serviceId: 'dax',
  name: 'Amazon DynamoDB Accelerator (DAX)',
  shortName: 'DAX',
  category: 'database',
  aliases: ['dax', 'dynamodb accelerator', 'amazon dax'],
  purposes: ['dynamodb cache', 'in-memory cache for dynamodb', 'microsecond reads'],
  icon: 'resource/AmazonDynamoDBAmazonDynamoDBAccelerator',
  scope: 'vpc',
  traits: ['cache'],
  summary: 'A cache in front of DynamoDB that answers the same reads in microseconds.',
  facts: [
    instances,
    availabilityZones,
    encryptedAtRest({
      awsDefault: { value: false, source: ENCRYPTION },
      help: 'Can only be chosen when the cluster is created.',
    }),
    yesNo('tlsRequired', 'Encrypted connections', [
      'Is the traffic to {label} encrypted?',
      'Is encryption in transit on for {label}?',
    ]),
    subnetType,
    ownSecurityGroup,
    environment,
  ],
})
