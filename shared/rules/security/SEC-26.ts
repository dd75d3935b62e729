import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { anyDrawn, is, or, service } from '../expression'
import { automatic, setFact } from '../fix'

const role = service('iam-role')

export default defineRule({
  id: 'SEC-26',
  title: 'Servers act with an IAM role, never with stored keys',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'high',
  bestPractices: ['SEC02-BP02'],
  on: { services: ['ec2'] },
  assert: or(anyDrawn('peersIn', role), anyDrawn('peersOut', role), is('instanceRole', true)),
  message: '{label} has no IAM role: what it does on AWS it does with stored keys.',
  rationale:
    'A key in a file works for whoever copies it, from anywhere, for years. A role hands out credentials that expire within hours. Even a server that calls nothing needs one to be patched, watched and reached through Systems Manager.',
  remediation:
    'Attach an instance profile with a role that allows what the server needs, then delete the access keys and the user behind them.',
  falsePositives:
    'A server without any business with AWS that nobody manages through Systems Manager.',
  question: {
    text: 'Does {label} reach AWS with stored keys, or with a role?',
    askWhom: 'customer',
  },
  fix: automatic('Give it an IAM role', setFact('instanceRole', true)),
  references: [
    {
      title: 'IAM roles for Amazon EC2',
      url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html',
    },
    {
      title: 'SEC02-BP02 Use temporary credentials',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_unique.html',
    },
  ],
  crosswalk: {
    checkov: ['CKV2_AWS_41'],
    cdkNag: ['EC2InstanceProfileAttached'],
    guard: ['EC2_INSTANCE_PROFILE_ATTACHED'],
  },
  examples: {
    pass: [board`web:ec2{instanceRole=true} -> s3`, board`web:ec2 -dependency-> iam-role`],
    fail: [board`web:ec2{instanceRole=false} -> s3`, board`asg[ web:ec2{instanceRole=false} ]`],
    nearlyFail: [board`web:ec2{instanceRole=true, imdsV2Required=false}`],
    ask: [board`web:ec2 -> s3`],
    notApplicable: [board`lambda -> s3`, board`iam-role`],
  },
})
