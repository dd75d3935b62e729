import {
  alarms,
  autoMinorUpgrade,
  availabilityZones,
  choice,
  costTag,
  dutiesAgreed,
  encryptedAtRest,
  encryptionKey,
  environment,
  ownSecurityGroup,
  owner,
  publicAccess,
  subnetType,
  wave,
  yesNo,
} from '../common-facts'
import { defineService } from '../define'

const GUIDE = 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/'

export default defineService({
  serviceId: 'amazon-mq',
  name: 'Amazon MQ',
  shortName: 'Amazon MQ',
  category: 'applicationIntegration',
  aliases: [
    'activemq',
    'active mq',
    'rabbitmq',
    'rabbit mq',
    'jms',
    'amqp',
    'ibm mq replacement',
    'mq',
  ],
  purposes: ['message broker', 'queue', 'messaging', 'existing jms application'],
  icon: 'architecture-service/AmazonMQ',
  scope: 'vpc',
  traits: ['queue', 'topic'],
  summary: 'Managed ActiveMQ and RabbitMQ brokers, for applications that speak their protocols.',
  facts: [
    choice(
      'engine',
      'Engine',
      [
        ['activemq', 'ActiveMQ'],
        ['rabbitmq', 'RabbitMQ'],
      ],
      ['Which message broker do the applications speak to?', 'Which engine does {label} run?'],
    ),
    yesNo(
      'multiAz',
      'A second broker in another zone',
      [
        'If the data center of {label} fails, do messages go on by themselves?',
        'Is {label} an active/standby pair or a cluster over several Availability Zones?',
      ],
      {
        awsDefault: { value: false, source: `${GUIDE}amazon-mq-creating-configuring-broker.html` },
      },
    ),
    availabilityZones,
    encryptedAtRest({ awsDefault: { value: true, source: `${GUIDE}data-protection.html` } }),
    encryptionKey,
    publicAccess(),
    autoMinorUpgrade(),
    subnetType,
    ownSecurityGroup,
    alarms,
    dutiesAgreed,
    wave,
    costTag,
    environment,
    owner,
  ],
})
