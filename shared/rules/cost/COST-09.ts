import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { atLeast } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'COST-09',
  title: 'Logs are deleted after a set time',
  pillar: 'costOptimization',
  designPrinciples: ['leverageStorageOptions'],
  risk: 'low',
  riskNote: 'Old logs cost little each month; it is the years that add up.',
  bestPractices: ['COST04-BP05', 'SUS04-BP05'],
  on: { services: ['cloudwatch'] },
  assert: atLeast('logRetentionDays', 1),
  message: 'Logs in {label} are kept for ever.',
  rationale:
    'A log group never expires by itself. After a few years most of what is paid for is lines that nobody will read, and personal data that should be gone.',
  remediation:
    'Set a retention on every log group: months for operations, a year or more where auditors ask. Export what must be kept for long to S3 and Glacier.',
  falsePositives: 'Logs that a law or a contract says are to be kept without end.',
  question: { text: 'For how many days are the logs in {label} kept?', askWhom: 'customer' },
  fix: automatic('Keep logs for a year', setFact('logRetentionDays', 365)),
  references: [
    {
      title: 'Working with log groups and log streams',
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
    },
    {
      title: 'COST04-BP05 Enforce data retention policies',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/cost_decomissioning_resources_data_retention.html',
    },
  ],
  crosswalk: {
    securityHub: ['CloudWatch.16'],
    checkov: ['CKV_AWS_66', 'CKV_AWS_338'],
    cdkNag: ['CloudWatchLogGroupRetentionPeriod'],
    guard: ['CW_LOGGROUP_RETENTION_PERIOD_CHECK'],
  },
  examples: {
    pass: [board`cloudwatch{logRetentionDays=90}`],
    fail: [board`cloudwatch{logRetentionDays=0}`],
    nearlyFail: [board`cloudwatch{logRetentionDays=1}`],
    ask: [board`cloudwatch{alarmsReachSomeone=true}`],
    notApplicable: [board`cloudtrail`, board`web:ec2`],
  },
})
