import { amount, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'cloudwatch',
  name: 'Amazon CloudWatch',
  shortName: 'CloudWatch',
  category: 'managementGovernance',
  aliases: ['amazon cloudwatch', 'cloudwatch logs', 'alarms', 'metrics', 'dashboards'],
  purposes: ['monitoring', 'logs', 'metrics', 'alarms', 'observability', 'dashboard'],
  icon: 'architecture-service/AmazonCloudWatch',
  scope: 'regional',
  traits: ['observability'],
  summary: 'Metrics, logs and alarms.',
  facts: [
    yesNo('alarmsReachSomeone', 'Alarms reach someone', [
      'Who gets a message when an alarm of {label} goes off?',
      'Do the alarms of {label} have an action that reaches someone?',
    ]),
    amount(
      'logRetentionDays',
      'Logs kept for',
      [
        'For how long do you need to keep logs?',
        'For how many days are the log groups in {label} kept? (0 for ever)',
      ],
      {
        unit: 'days',
        awsDefault: {
          value: 0,
          source:
            'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
        },
        help: 'Log groups never expire unless someone sets a retention.',
      },
    ),
    yesNo('dashboard', 'A dashboard people look at', [
      'Is there a screen that shows how the system is doing?',
      'Is there a dashboard for this workload in {label}?',
    ]),
  ],
})
