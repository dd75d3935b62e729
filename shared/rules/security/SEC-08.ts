import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, groupKind, is, not, opens, or, service } from '../expression'
import { automatic, setFact } from '../fix'
import { leaveWebPorts } from '../web-ports'

/** FTP, SSH, MySQL, Remote Desktop, and the port of older database servers: what scanners try first. */
const atLoginPort = opens('inboundFromInternet', 20, 21, 22, 3306, 3389, 4333)

export default defineRule({
  id: 'SEC-08',
  title: 'Login, file transfer and database ports are not open to the internet',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'critical',
  bestPractices: ['SEC05-BP02', 'SEC06-BP03'],
  on: { services: ['ec2', 'network-acl'], groups: ['securityGroup'] },
  assert: or(
    and(groupKind('securityGroup'), not(atLoginPort)),
    and(service('ec2', 'network-acl'), is('adminPortsOpenToInternet', false)),
  ),
  message:
    '{label} lets anyone on the internet try to log in (SSH 22, Remote Desktop 3389, FTP 20 and 21, MySQL 3306 or 4333).',
  rationale:
    'Ports that ask for a password are under attack around the clock. One weak password or one unpatched daemon is enough.',
  remediation:
    'Close these ports and use Systems Manager Session Manager or EC2 Instance Connect Endpoint, which need no open port; or allow only the address of a VPN.',
  falsePositives:
    'A bastion that accepts a short list of known addresses is not open to the internet.',
  question: {
    text: 'Which ports of {label} can anyone on the internet reach, SSH (22) and Remote Desktop (3389) among them?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Close all ports to the internet but those of the web',
    setFact('adminPortsOpenToInternet', false, service('ec2', 'network-acl')),
    ...leaveWebPorts(and(groupKind('securityGroup'), atLoginPort)),
  ),
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
      board`db:sg{inboundFromInternet=3306}`,
      board`web:sg{inboundFromInternet="20-25, 80"}`,
    ],
    nearlyFail: [board`web:sg{inboundFromInternet="443, 2222"}`],
    ask: [board`web:ec2`, board`web:sg[ rds ]`],
    notApplicable: [board`rds lambda`],
  },
})
