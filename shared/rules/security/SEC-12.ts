import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { anyDrawn, is, or, service } from '../expression'
import { automatic, setFact } from '../fix'

const flowLogs = service('vpc-flow-logs')

export default defineRule({
  id: 'SEC-12',
  title: 'Every VPC keeps flow logs',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'medium',
  riskNote:
    'Flow logs are one of several logs that AWS asks for: without them an attack is harder to follow, but no easier to start.',
  bestPractices: ['SEC04-BP01'],
  on: { groups: ['vpc'] },
  assert: or(
    anyDrawn('children', flowLogs),
    anyDrawn('peersIn', flowLogs),
    anyDrawn('peersOut', flowLogs),
    is('flowLogs', true),
  ),
  message: 'Nothing records who talks to whom in {label}.',
  rationale:
    'After a break-in the first question is what else was reached. Flow logs answer it, and show on quiet days which rules nobody needs.',
  remediation:
    'Turn flow logs on for the whole VPC, to S3 for the archive or to CloudWatch Logs for alarms.',
  falsePositives: 'A network that exists for a test of a few days.',
  question: {
    text: 'Does {label} keep flow logs of its network traffic?',
    askWhom: 'customer',
  },
  fix: automatic('Turn flow logs on', setFact('flowLogs', true)),
  references: [
    {
      title: 'Logging IP traffic using VPC Flow Logs',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html',
    },
    {
      title: 'SEC04-BP01 Configure service and application logging',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_detect_investigate_events_app_service_logging.html',
    },
  ],
  crosswalk: {
    securityHub: ['EC2.6'],
    checkov: ['CKV2_AWS_11'],
    cdkNag: ['VPCFlowLogsEnabled'],
    trivy: ['AWS-0178'],
  },
  examples: {
    pass: [
      board`vpc{flowLogs=true}[ web:ec2 ]`,
      board`vpc[ vpc-flow-logs web:ec2 ]`,
      board`shop:vpc[ web:ec2 ] shop -data-> vpc-flow-logs`,
    ],
    fail: [board`vpc{flowLogs=false}[ web:ec2 ]`],
    nearlyFail: [board`vpc{flowLogs=false}[ vpc-flow-logs{traffic=reject} ]`],
    ask: [board`vpc[ web:ec2 ]`],
    notApplicable: [board`vpc-flow-logs`, board`data-center[ old:on-prem-server ]`],
  },
})
