import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { anyDrawn, is, or, service } from '../expression'
import { automatic, setFact } from '../fix'

const acl = service('network-acl')

export default defineRule({
  id: 'SEC-11',
  title: 'Subnets have a network ACL of their own',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'low',
  riskNote:
    'Security groups already decide who may talk to whom; a network ACL is a second, coarser net that not everybody wants to look after.',
  bestPractices: ['SEC05-BP02', 'SEC05-BP01'],
  on: { groups: ['publicSubnet', 'privateSubnet'] },
  assert: or(
    anyDrawn('descendants', acl),
    anyDrawn('peersIn', acl),
    anyDrawn('peersOut', acl),
    is('networkAcl', true),
  ),
  message: '{label} has the default network ACL, which lets everything in and out.',
  rationale:
    'A security group forgotten or opened too far is caught by the rules of the subnet: no traffic between tiers that have nothing to say to each other, and none with addresses known to be hostile.',
  remediation:
    'Give the subnets of each tier a network ACL that allows the traffic of that tier and its answers, and denies the rest.',
  falsePositives:
    'Teams that keep all rules in security groups on purpose; network ACLs are easy to get wrong, since they know nothing of connections.',
  question: {
    text: 'Does {label} have a network ACL of its own?',
    askWhom: 'architect',
  },
  fix: automatic('Give it a network ACL of its own', setFact('networkAcl', true)),
  references: [
    {
      title: 'Control subnet traffic with network access control lists',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
    },
  ],
  crosswalk: { checkov: ['CKV2_AWS_1'], cdkNag: ['VPCNoNACLs'] },
  examples: {
    pass: [
      board`private-subnet{networkAcl=true}`,
      board`private-subnet[ network-acl orders:rds ]`,
      board`back:private-subnet[ orders:rds ] network-acl -dependency-> back`,
    ],
    fail: [board`private-subnet{networkAcl=false}[ orders:rds ]`],
    nearlyFail: [board`private-subnet[ network-acl{custom=true} ]`],
    ask: [board`vpc[ network-acl public-subnet[ web:ec2 ] ]`],
    notApplicable: [board`vpc[ web:ec2 ]`],
  },
})
