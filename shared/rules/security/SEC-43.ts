import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-43',
  title: 'Subnets give no public addresses by themselves',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'medium',
  riskNote: 'A setting that makes mistakes likely; the mistake itself is a server that is reached.',
  bestPractices: ['SEC05-BP01'],
  on: { groups: ['publicSubnet', 'privateSubnet'] },
  assert: is('autoAssignPublicIp', false),
  message: 'Whatever is started in {label} gets a public address, whether it needs one or not.',
  rationale:
    'A public address should be a decision. Where the subnet hands them out, a test server started in a hurry is on the internet, and each address costs money by the hour.',
  remediation:
    'Turn auto-assignment of public IPv4 addresses off. Load balancers and NAT gateways in public subnets do not need it.',
  falsePositives: 'A subnet made for servers that must be public, such as VPN servers.',
  question: {
    text: 'Does every machine started in {label} get a public address by itself?',
    askWhom: 'customer',
  },
  fix: automatic('Assign no public addresses', setFact('autoAssignPublicIp', false)),
  references: [
    {
      title: 'IP addressing for your VPCs and subnets',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html',
    },
    {
      title: 'SEC05-BP01 Create network layers',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_create_layers.html',
    },
  ],
  crosswalk: {
    securityHub: ['EC2.15'],
    checkov: ['CKV_AWS_130'],
    cdkNag: ['VPCSubnetAutoAssignPublicIpDisabled'],
    guard: ['SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED'],
    trivy: ['AWS-0164'],
  },
  examples: {
    pass: [board`public-subnet{autoAssignPublicIp=false}[ alb ]`],
    fail: [
      board`public-subnet{autoAssignPublicIp=true}[ web:ec2 ]`,
      board`private-subnet{autoAssignPublicIp=true}`,
    ],
    nearlyFail: [board`public-subnet{autoAssignPublicIp=false}[ web:ec2{publicIp=true} ]`],
    ask: [board`vpc[ public-subnet[ web:ec2 ] ]`],
    notApplicable: [board`vpc[ web:ec2 ]`],
  },
})
