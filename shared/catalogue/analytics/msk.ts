import {
  alarms,
  availabilityZones,
  choice,
  encryptedAtRest,
  environment,
  instances,
  ownSecurityGroup,
  publicAccess,
  subnetType,
  tlsRequired,
  yesNo,
} from '../common-facts'
import { defineService } from '../define'

const ENCRYPTION = 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html'

export default defineService({
  serviceId: 'msk',
  name: 'Amazon Managed Streaming for Apache Kafka (MSK)',
  shortName: 'MSK',
  category: 'analytics',
  aliases: ['amazon msk', 'kafka', 'managed kafka', 'apache kafka', 'confluent'],
  purposes: ['streaming', 'event streaming', 'message log', 'event backbone'],
  icon: 'architecture-service/AmazonManagedStreamingforApacheKafka',
  scope: 'vpc',
  traits: ['stream', 'dataStore'],
  summary: 'Managed Apache Kafka: AWS runs the brokers.',
  facts: [
    instances,
    availabilityZones,
    choice(
      'clusterType',
      'Type',
      [
        ['provisioned', 'Provisioned brokers'],
        ['serverless', 'Serverless'],
      ],
      ['Does the load on {label} vary a lot?', 'Is {label} provisioned or serverless?'],
    ),
    encryptedAtRest({ awsDefault: { value: true, source: ENCRYPTION } }),
    tlsRequired({ awsDefault: { value: true, source: ENCRYPTION } }),
    yesNo(
      'tlsBetweenBrokers',
      'Brokers talk over TLS',
      [
        'Is the traffic between the machines of {label} encrypted?',
        'Is encryption within the cluster on for {label}?',
      ],
      { awsDefault: { value: true, source: ENCRYPTION } },
    ),
    publicAccess({
      awsDefault: {
        value: false,
        source: 'https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html',
      },
    }),
    subnetType,
    ownSecurityGroup,
    alarms,
    environment,
  ],
})
