import { accountHas, accountShows, isAccount } from '../account-services'
import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, groupKind, is, not, or, service } from '../expression'
import { automatic, setFact } from '../fix'

const detector = service('guardduty')
const account = groupKind('account', 'awsCloud')

export default defineRule({
  id: 'SEC-33',
  title: 'GuardDuty watches every account',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'medium',
  riskNote:
    'The practice is about making more of alerts that there are; without GuardDuty there are none.',
  bestPractices: ['SEC04-BP03', 'SEC04-BP02'],
  on: { services: ['guardduty'], groups: ['account', 'awsCloud'] },
  when: or(detector, isAccount),
  assert: or(
    and(detector, is('enabled', true)),
    and(account, accountHas(and(detector, is('enabled', true)))),
  ),
  message: 'Nothing in {label} would notice an intruder.',
  rationale:
    'Stolen keys are used within minutes, mostly to mine coins and to copy buckets. GuardDuty reads logs that nobody reads, and tells such use from your own.',
  remediation:
    'Turn GuardDuty on in all accounts and Regions through a delegated administrator, and send its findings to someone who acts on them.',
  falsePositives: 'Another product that reads the same logs.',
  question: {
    text: 'Would anyone notice if a stranger used {label}?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Turn GuardDuty on',
    setFact('enabled', true, detector),
    {
      do: 'setFact',
      key: 'enabled',
      value: true,
      on: { relation: 'descendants', where: detector },
      when: account,
    },
    {
      do: 'add',
      service: 'guardduty',
      facts: { enabled: true, findingsReachSomeone: true },
      where: 'inside',
      when: and(account, not(accountShows(detector))),
    },
  ),
  references: [
    {
      title: 'What is Amazon GuardDuty?',
      url: 'https://docs.aws.amazon.com/guardduty/latest/ug/what-is-guardduty.html',
    },
    {
      title: 'SEC04-BP03 Correlate and enrich security alerts',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_detect_investigate_events_security_alerts.html',
    },
  ],
  crosswalk: { securityHub: ['GuardDuty.1'], checkov: ['CKV2_AWS_3', 'CKV_AWS_238'] },
  examples: {
    pass: [
      board`account[ guardduty{enabled=true} ]`,
      board`aws-cloud!complete[ region[ guardduty{enabled=true} ] ]`,
    ],
    fail: [
      board`account!complete[ region[ web:ec2 ] ]`,
      board`account!complete[ guardduty{enabled=false} ]`,
      board`guardduty{enabled=false}`,
    ],
    nearlyFail: [board`aws-cloud[ account!complete[ guardduty{enabled=true} ] ]`],
    ask: [board`account[ web:ec2 ]`, board`guardduty`],
    notApplicable: [board`vpc[ web:ec2 ]`],
  },
})
