import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { anyDrawn, is, or, service } from '../expression'
import { automatic, setFact } from '../fix'

const backup = service('aws-backup')

export default defineRule({
  id: 'REL-18',
  title: 'DynamoDB tables can be brought back to an earlier moment',
  pillar: 'reliability',
  designPrinciples: ['designForFailure'],
  risk: 'medium',
  bestPractices: ['REL09-BP03', 'REL09-BP01'],
  on: { services: ['dynamodb'] },
  assert: or(
    anyDrawn('peersIn', backup),
    anyDrawn('peersOut', backup),
    is('pointInTimeRecovery', true),
    is('inBackupPlan', true),
  ),
  message: '{label} has no point-in-time recovery and is in no backup plan.',
  rationale:
    'DynamoDB keeps every item in three zones, and deletes it from all three when told to. Point-in-time recovery takes a table back to any second of the last 35 days.',
  remediation:
    'Turn point-in-time recovery on, or put the table into an AWS Backup plan. A restore makes a new table.',
  falsePositives: 'Tables of sessions, caches and locks that fill themselves again.',
  question: {
    text: 'If data in {label} is deleted by mistake, can you go back to the minute before?',
    askWhom: 'customer',
  },
  fix: automatic('Turn point-in-time recovery on', setFact('pointInTimeRecovery', true)),
  references: [
    {
      title: 'Point-in-time backups for DynamoDB',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html',
    },
  ],
  crosswalk: {
    securityHub: ['DynamoDB.2'],
    checkov: ['CKV_AWS_28', 'CKV_AWS_165'],
    cdkNag: ['DynamoDBPITREnabled', 'DynamoDBInBackupPlan'],
    guard: ['DYNAMODB_PITR_ENABLED'],
    trivy: ['AWS-0024'],
  },
  examples: {
    pass: [
      board`orders:dynamodb{pointInTimeRecovery=true}`,
      board`orders:dynamodb{inBackupPlan=true}`,
    ],
    fail: [board`orders:dynamodb{pointInTimeRecovery=false, inBackupPlan=false}`],
    nearlyFail: [
      board`orders:dynamodb{pointInTimeRecovery=false, inBackupPlan=false} -> aws-backup`,
    ],
    ask: [board`orders:dynamodb`, board`orders:dynamodb{pointInTimeRecovery=false}`],
    notApplicable: [board`rds`],
  },
})
