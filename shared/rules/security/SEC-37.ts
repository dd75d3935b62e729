import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, isOneOf, noneDrawn } from '../expression'
import { automatic, setFact } from '../fix'
import { fromOutside } from '../parts'

const loginFromOutside = and(isOneOf('protocol', ['SSH', 'RDP']), anyDrawn('source', fromOutside))

export default defineRule({
  id: 'SEC-37',
  title: 'Administrators come in through Session Manager or a VPN, not over SSH from the internet',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'medium',
  bestPractices: ['SEC06-BP03'],
  on: { services: ['ec2', 'cloud9'] },
  assert: and(
    isOneOf('adminAccess', ['sessionManager', 'vpn', 'none']),
    noneDrawn('edgesIn', loginFromOutside),
  ),
  message: 'Administrators log in to {label} straight from the internet.',
  rationale:
    'An open login port is attacked all day, keys for it lie on laptops, and nobody records what was typed. Session Manager needs no port, uses the company’s sign-in and keeps a log.',
  remediation:
    'Install the Systems Manager agent, allow it in the instance role, and close the port. Better still, replace work by hand with Run Command and images.',
  falsePositives: 'A bastion that takes connections only from the addresses of the office.',
  question: {
    text: 'How do administrators get on to {label}?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Let administrators in through Session Manager',
    setFact('adminAccess', 'sessionManager'),
    {
      do: 'setFact',
      key: 'protocol',
      value: 'HTTPS',
      on: { relation: 'edgesIn', where: loginFromOutside },
    },
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
  crosswalk: { cdkNag: ['Cloud9InstanceNoIngressSystemsManager'] },
  examples: {
    pass: [
      board`web:ec2{adminAccess=sessionManager}`,
      board`users -{protocol=HTTPS}-> web:ec2{adminAccess=none}`,
    ],
    fail: [
      board`web:ec2{adminAccess=publicSsh}`,
      board`admins:users -{protocol=SSH}-> web:ec2{adminAccess=vpn}`,
      board`cloud9{adminAccess=publicSsh}`,
    ],
    nearlyFail: [
      board`admins:users -{protocol=IPsec}-> vpn-client -{protocol=SSH}-> web:ec2{adminAccess=vpn}`,
    ],
    ask: [board`web:ec2`, board`admins:users -> web:ec2{adminAccess=vpn}`],
    notApplicable: [board`users -{protocol=SSH}-> lambda`],
  },
})
