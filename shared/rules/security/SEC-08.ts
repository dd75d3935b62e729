import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, groupKind, is, lists, not, or, service } from '../expression'

export default defineRule({
  id: 'SEC-08',
  title: 'SSH and Remote Desktop are not open to the internet',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'critical',
  bestPractices: ['SEC05-BP02', 'SEC06-BP03'],
  on: { services: ['ec2', 'network-acl'], groups: ['securityGroup'] },
  assert: or(
    and(groupKind('securityGroup'), not(lists('inboundFromInternet', '22', '3389', 'all', 'any'))),
    and(service('ec2', 'network-acl'), is('adminPortsOpenToInternet', false)),
  ),
  message: '{label} lets anyone on the internet try to log in (port 22 or 3389).',
  rationale:
    'Login ports on the internet are under attack around the clock. One weak password or one unpatched daemon is enough.',
  remediation:
    'Close both ports and use Systems Manager Session Manager or EC2 Instance Connect Endpoint, which need no open port; or allow only the address of a VPN.',
  falsePositives:
    'A bastion that accepts a short list of known addresses is not open to the internet.',
  question: {
    text: 'Can anyone on the internet reach port 22 or 3389 of {label}?',
    askWhom: 'customer',
  },
  fix: { kind: 'none' },
  references: [
    {
      title: 'AWS Systems Manager Session Manager',
      url: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html',
    },
    {
      title: 'SEC06-BP03 Reduce manual management and interactive access',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_compute_reduce_manual_management.html',
    },
  ],
  crosswalk: {
    securityHub: ['EC2.13', 'EC2.14'],
    trustedAdvisor: ['HCP4007jGY'],
    checkov: ['CKV_AWS_24', 'CKV_AWS_25'],
    cdkNag: ['EC2RestrictedSSH', 'EC2RestrictedCommonPorts'],
    guard: ['INCOMING_SSH_DISABLED'],
    trivy: ['AWS-0107'],
  },
  examples: {
    pass: [
      board`web:ec2{adminPortsOpenToInternet=false}`,
      board`web:sg{inboundFromInternet="80, 443"}`,
    ],
    fail: [
      board`web:ec2{adminPortsOpenToInternet=true}`,
      board`web:sg{inboundFromInternet="443, 22"}`,
      board`web:sg{inboundFromInternet=all}`,
    ],
    nearlyFail: [board`web:sg{inboundFromInternet="443, 2222"}`],
    ask: [board`web:ec2`, board`web:sg[ rds ]`],
    notApplicable: [board`rds lambda`],
  },
})
