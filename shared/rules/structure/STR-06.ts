import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { cidrClear } from '../expression'

/** A network that no drawn connection joins with another has nothing to overlap with, whatever its range. */
export default defineRule({
  id: 'STR-06',
  title: 'Address ranges of connected networks do not overlap',
  pillar: 'reliability',
  designPrinciples: ['dontFearConstraints'],
  risk: 'high',
  riskNote:
    'AWS rates the plan of address ranges; once two connected networks overlap, one of them has to be built anew.',
  bestPractices: ['REL02-BP05', 'REL02-BP03'],
  on: { groups: ['vpc', 'corporateDataCenter'] },
  assert: cidrClear,
  message: '{label} uses addresses that are in use in a network it is connected to.',
  rationale:
    'A router sends a packet to one place. Where two connected networks share addresses, some machines of one can never be reached from the other, and peering is refused outright. The range of a VPC cannot be changed afterwards.',
  remediation:
    'Plan one range per network from a central list (Amazon VPC IPAM keeps it) before anything is built. Where it is too late, offer single services over PrivateLink, or translate addresses with a private NAT gateway.',
  falsePositives: 'Networks whose traffic passes a NAT gateway or PrivateLink on purpose.',
  question: { text: 'Which address range does {label} use?', askWhom: 'customer' },
  fix: { kind: 'none' },
  references: [
    {
      title: 'VPC CIDR blocks',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
    },
    {
      title: 'REL02-BP05 Enforce non-overlapping private IP address ranges',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_network_topology_non_overlap_ip.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`vpc[ web:ec2 ]`,
      board`a:vpc{cidr="10.0.0.0/16"}[ web:ec2 ] b:vpc{cidr="10.1.0.0/16"}[ db:rds ] web -> peer:vpc-peering -> db`,
    ],
    fail: [
      board`a:vpc{cidr="10.0.0.0/16"}[ web:ec2 ] b:vpc{cidr="10.0.128.0/20"}[ db:rds ] web -> peer:vpc-peering -> db`,
      board`vpc{cidr="10.0.0.0/16"}[ web:ec2 ] data-center{cidr="192.168.0.0/16, 10.0.3.0/24"}[ erp:on-prem-server ] web -> vpn -> erp`,
    ],
    nearlyFail: [
      board`a:vpc{cidr="10.0.0.0/16"}[ web:ec2 ] b:vpc{cidr="10.0.0.0/16"}[ db:rds ]`,
      board`a:vpc{cidr="10.0.0.0/17"}[ web:ec2 ] b:vpc{cidr="10.0.128.0/17"}[ db:rds ] web -> peer:vpc-peering -> db`,
    ],
    ask: [
      board`a:vpc{cidr="10.0.0.0/16"}[ web:ec2 ] b:vpc[ db:rds ] web -> peer:vpc-peering -> db`,
    ],
    notApplicable: [board`public-subnet[ web:ec2 ]`],
  },
})
