import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, atLeast, is, or, service } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'REL-07',
  title: 'A message broker runs in two Availability Zones',
  pillar: 'reliability',
  designPrinciples: ['designForFailure', 'looseCoupling'],
  risk: 'medium',
  riskNote:
    'AWS rates whole workloads; when a broker stops, senders that keep their messages go on afterwards.',
  bestPractices: ['REL10-BP01', 'REL11-BP02'],
  on: { services: ['amazon-mq', 'msk'] },
  assert: or(
    and(service('amazon-mq'), is('multiAz', true)),
    and(service('msk'), atLeast('availabilityZones', 2)),
  ),
  message: '{label} runs in one Availability Zone: when it is lost, no message gets through.',
  rationale:
    'A broker stands between all the systems that were decoupled by it, so its outage is everybody’s. A single-instance broker is also away during every maintenance window.',
  remediation:
    'Use an active/standby pair (ActiveMQ) or a cluster deployment (RabbitMQ) with Amazon MQ, and three zones with a replication factor of three with Amazon MSK.',
  falsePositives: 'Brokers for test and development.',
  question: {
    text: 'If the data center of {label} fails, do messages go on by themselves?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Run the broker in a second zone',
    setFact('multiAz', true, service('amazon-mq')),
    { do: 'atLeast', key: 'availabilityZones', value: 2 },
  ),
  references: [
    {
      title: 'Best practices for Standard brokers (Amazon MSK)',
      url: 'https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html',
    },
    {
      title: 'What is Amazon MQ?',
      url: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/welcome.html',
    },
  ],
  crosswalk: { trustedAdvisor: ['c1t3k8mqv1'] },
  examples: {
    pass: [board`orders:amazon-mq{multiAz=true}`, board`events:msk{availabilityZones=3}`],
    fail: [board`orders:amazon-mq{multiAz=false}`, board`events:msk{availabilityZones=1}`],
    nearlyFail: [board`events:msk{availabilityZones=2}`],
    ask: [board`orders:amazon-mq`, board`events:msk`],
    notApplicable: [board`sqs`, board`kinesis`],
  },
})
