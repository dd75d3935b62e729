import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, is } from '../expression'

export default defineRule({
  id: 'SEC-27',
  title: 'No role or policy allows everything, or everything of a service',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'high',
  bestPractices: ['SEC03-BP02', 'SEC03-BP04'],
  on: { services: ['iam-role', 'iam'] },
  assert: and(is('adminAccess', false), is('fullServiceAccess', false)),
  message: '{label} may do everything, or everything with some service.',
  rationale:
    'Whoever takes over the program or the person behind a role gets all its rights. What a role does not need today can only be used against you.',
  remediation:
    'List what the role really does with IAM Access Analyzer or the service last accessed report, and allow those actions on those resources. Keep administrator rights for a role that is used rarely and with a second factor.',
  falsePositives: 'The break-glass role for emergencies, and the role that sets accounts up.',
  question: {
    text: 'Does {label} allow only what is needed, or everything?',
    askWhom: 'customer',
  },
  fix: { kind: 'question' },
  references: [
    {
      title: 'SEC03-BP02 Grant least privilege access',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_permissions_least_privileges.html',
    },
    {
      title: 'Security best practices in IAM',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    },
  ],
  crosswalk: {
    securityHub: ['IAM.1'],
    checkov: ['CKV_AWS_62', 'CKV_AWS_63', 'CKV2_AWS_40', 'CKV2_AWS_56'],
    cdkNag: ['IAMPolicyNoStatementsWithAdminAccess', 'IAMPolicyNoStatementsWithFullAccess'],
    guard: [
      'IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS',
      'IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS',
    ],
    trivy: ['AWS-0057'],
  },
  examples: {
    pass: [board`iam-role{adminAccess=false, fullServiceAccess=false}`],
    fail: [board`iam-role{adminAccess=true}`, board`iam{fullServiceAccess=true}`],
    nearlyFail: [board`iam-role{adminAccess=false, fullServiceAccess=false, crossAccount=true}`],
    ask: [board`web:ec2 -dependency-> iam-role`, board`iam-role{adminAccess=false}`],
    notApplicable: [board`web:ec2{adminAccess=publicSsh}`],
  },
})
