import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { not } from '../expression'
import { choose, setFact, suggestion } from '../fix'
import { leaveWebPorts, onlyWebPorts } from '../web-ports'

export default defineRule({
  id: 'SEC-09',
  title: 'Security groups open only the ports of the web to the internet',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'high',
  bestPractices: ['SEC05-BP02'],
  on: { groups: ['securityGroup'] },
  assert: onlyWebPorts,
  message: '{label} opens more to the internet than ports 80 and 443.',
  rationale:
    'Every open port is a program that strangers may talk to. Web ports are meant for that; management consoles, databases and test servers are not.',
  remediation:
    'Close all other ports to 0.0.0.0/0 and ::/0. Where partners need one, list their addresses; where other tiers need one, name their security group.',
  falsePositives:
    'Services that are public on another port by design, such as mail or game servers.',
  question: {
    text: 'Which ports of {label} can be reached from anywhere on the internet?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose('Leave only the web ports open', ...leaveWebPorts(not(onlyWebPorts))),
    choose('Close it to the internet', setFact('inboundFromInternet', 'none')),
  ),
  references: [
    {
      title: 'SEC05-BP02 Control traffic flow within your network layers',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_layered.html',
    },
    {
      title: 'Security group rules',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    },
  ],
  crosswalk: {
    securityHub: ['EC2.18'],
    trustedAdvisor: ['1iG5NDGVre'],
    checkov: ['CKV_AWS_277'],
    cdkNag: ['EC2RestrictedInbound'],
    guard: ['EC2_SECURITY_GROUP_INGRESS_OPEN_TO_WORLD_RULE'],
  },
  examples: {
    pass: [
      board`web:sg{inboundFromInternet="80, 443"}`,
      board`db:sg{inboundFromInternet=none}[ rds ]`,
    ],
    fail: [
      board`web:sg{inboundFromInternet="80, 443, 8080"}`,
      board`web:sg{inboundFromInternet=all}`,
      board`db:sg{inboundFromInternet=5432}`,
      board`web:sg{inboundFromInternet="80-443"}`,
    ],
    nearlyFail: [board`web:sg{inboundFromInternet=443}`],
    ask: [board`web:sg[ web:ec2 ]`],
    notApplicable: [board`web:ec2 rds`],
  },
})
