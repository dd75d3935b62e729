import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-29',
  title: 'Secrets rotate by themselves',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'medium',
  riskNote:
    'The practice is about all credentials, people’s first of all; this is one secret that is already kept in a safe.',
  bestPractices: ['SEC02-BP05', 'SEC02-BP03'],
  on: { services: ['secrets-manager'] },
  assert: is('rotation', true),
  message: 'Nobody changes the passwords in {label}.',
  rationale:
    'A password that leaked works until it is changed. If it changes every month by itself, a leak is over within a month, and nobody has to plan a night for it.',
  remediation:
    'Turn managed rotation on for RDS, Aurora, Redshift and DocumentDB; for other secrets give Secrets Manager a function that changes them.',
  falsePositives: 'Keys issued by others that only they can change.',
  question: { text: 'Are the passwords in {label} changed regularly?', askWhom: 'customer' },
  fix: automatic('Rotate it automatically', setFact('rotation', true)),
  references: [
    {
      title: 'Rotate AWS Secrets Manager secrets',
      url: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html',
    },
    {
      title: 'SEC02-BP05 Audit and rotate credentials periodically',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_audit.html',
    },
  ],
  crosswalk: {
    checkov: ['CKV2_AWS_57'],
    cdkNag: ['SecretsManagerRotationEnabled'],
    guard: ['SECRETSMANAGER_ROTATION_ENABLED_CHECK'],
  },
  examples: {
    pass: [board`secrets-manager{rotation=true}`],
    fail: [board`secrets-manager{rotation=false}`],
    nearlyFail: [board`secrets-manager{rotation=true, replicated=false}`],
    ask: [board`app:ec2 -> secrets-manager`],
    notApplicable: [board`kms{rotation=false}`],
  },
})
