import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { anyDrawn, is, not, service, trait } from '../expression'
import { choose, setFact, suggestion } from '../fix'

export default defineRule({
  id: 'OPS-04',
  title: 'Alarms reach someone who can act',
  pillar: 'operationalExcellence',
  designPrinciples: ['designForFailure'],
  risk: 'medium',
  riskNote:
    'AWS rates the whole of alerting; here alarms exist and only the last step to people is open.',
  bestPractices: ['OPS08-BP04', 'OPS10-BP02', 'REL06-BP03'],
  on: { services: ['cloudwatch'] },
  assert: is('alarmsReachSomeone', true),
  message: 'Alarms of {label} go off, and nobody hears them.',
  rationale:
    'An alarm without an action changes a colour on a page. Most long outages were on a dashboard long before anyone looked.',
  remediation:
    'Give every alarm an action: a topic that a team on duty gets, a ticket, or an automatic repair. Delete those that nobody would act on.',
  falsePositives:
    'Alarms that only start scaling, and a central tool that reads the metrics itself.',
  question: {
    text: 'Who gets a message when an alarm of {label} goes off, at night too?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose('Send alarms to a topic for the team on duty', setFact('alarmsReachSomeone', true), {
      do: 'add',
      service: 'sns',
      label: 'Alarms',
      facts: { encryptedAtRest: true, deadLetterQueue: true },
      where: 'beside',
      connect: { direction: 'to', kind: 'event', facts: { encrypted: true } },
      when: not(anyDrawn('peersOut', service('sns'))),
    }),
    choose('Let events open tickets or start repairs', setFact('alarmsReachSomeone', true), {
      do: 'add',
      service: 'eventbridge',
      label: 'Alarm events',
      facts: { deadLetterQueue: true, encryptedAtRest: true },
      where: 'beside',
      connect: { direction: 'to', kind: 'event', facts: { encrypted: true } },
      when: not(anyDrawn('peersOut', trait('eventBus'))),
    }),
  ),
  references: [
    {
      title: 'OPS08-BP04 Create actionable alerts',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/operational-excellence-pillar/ops_workload_observability_create_alerts.html',
    },
    {
      title: 'Using Amazon CloudWatch alarms',
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html',
    },
  ],
  crosswalk: {
    securityHub: ['CloudWatch.15'],
    checkov: ['CKV_AWS_319'],
    cdkNag: ['CloudWatchAlarmAction'],
    guard: ['CLOUDWATCH_ALARM_ACTION_CHECK'],
  },
  examples: {
    pass: [board`cloudwatch{alarmsReachSomeone=true}`],
    fail: [
      board`cloudwatch{alarmsReachSomeone=false}`,
      board`cloudwatch{alarmsReachSomeone=false} -event-> sns`,
    ],
    nearlyFail: [board`cloudwatch{alarmsReachSomeone=true, dashboard=false}`],
    ask: [board`cloudwatch{dashboard=true}`],
    notApplicable: [board`web:ec2{alarms=true}`, board`sns`],
  },
})
