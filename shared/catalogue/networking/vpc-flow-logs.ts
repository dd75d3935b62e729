import { amount, choice, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'vpc-flow-logs',
  name: 'Amazon VPC Flow Logs',
  shortName: 'Flow logs',
  category: 'networkingContentDelivery',
  aliases: ['flow logs', 'vpc flow log', 'network logs'],
  purposes: [
    'network troubleshooting',
    'network monitoring',
    'traffic log',
    'audit',
    'capture network flow',
  ],
  icon: 'resource/AmazonVPCFlowLogs',
  scope: 'vpc',
  traits: ['observability', 'security'],
  summary: 'Records who talked to whom in a VPC, for troubleshooting and forensics.',
  facts: [
    choice(
      'traffic',
      'Traffic recorded',
      [
        ['all', 'All'],
        ['reject', 'Rejected only'],
        ['accept', 'Accepted only'],
      ],
      [
        'Do you record all network traffic, or only what was refused?',
        'Which traffic does {label} record?',
      ],
    ),
    choice(
      'destination',
      'Kept in',
      [
        ['cloudwatch', 'CloudWatch Logs'],
        ['s3', 'S3'],
        ['firehose', 'Data Firehose'],
      ],
      ['Where do the network logs go?', 'Where does {label} deliver to?'],
    ),
    amount(
      'retentionDays',
      'Kept for',
      ['For how long are network logs kept?', 'For how many days is {label} kept?'],
      { unit: 'days' },
    ),
    yesNo('alarms', 'Someone is told', [
      'Does anyone look at the network logs, or get told when something is odd?',
      'Do findings from {label} reach someone?',
    ]),
  ],
})
