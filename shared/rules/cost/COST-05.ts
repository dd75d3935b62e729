import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { always, and, any, drawnInside, groupKind, or, service, trait } from '../expression'
import { automatic } from '../fix'

const ELASTIC_IP = 'res-amazon-ec2-elastic-ip-address'
const connected = or(any('edgesIn', always), any('edgesOut', always))

export default defineRule({
  id: 'COST-05',
  title: 'No load balancer, NAT gateway, public address or security group is left over',
  pillar: 'costOptimization',
  designPrinciples: ['dontFearConstraints', 'implementElasticity'],
  risk: 'low',
  riskNote: 'One forgotten part costs tens of dollars a month, not thousands.',
  bestPractices: ['COST04-BP03', 'SUS02-BP03'],
  on: {
    services: ['nat-gateway', ELASTIC_IP],
    traits: ['loadBalancer'],
    groups: ['securityGroup'],
  },
  assert: or(
    and(trait('loadBalancer'), any('edgesOut', always)),
    and(
      service('nat-gateway'),
      or(
        connected,
        any('ancestors', and(groupKind('vpc'), any('descendants', groupKind('privateSubnet')))),
      ),
    ),
    and(service(ELASTIC_IP), or(connected, drawnInside('serverContents'))),
    and(groupKind('securityGroup'), any('children', always)),
  ),
  message: '{label} serves nothing.',
  rationale:
    'Load balancers, NAT gateways and public addresses are paid by the hour, whether anything goes through them or not. Empty security groups cost nothing but are opened by mistake sooner or later.',
  remediation: 'Take it away, or draw what it is for.',
  falsePositives: 'A part that is kept ready for a failover or a release, and used then.',
  question: { text: 'What is {label} still needed for?', askWhom: 'customer' },
  fix: automatic('Take it away', { do: 'remove' }),
  references: [
    {
      title: 'COST04-BP03 Decommission resources',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/cost_decomissioning_resources_decommission.html',
    },
    {
      title: 'AWS Trusted Advisor: cost optimization checks',
      url: 'https://docs.aws.amazon.com/awssupport/latest/user/cost-optimization-checks.html',
    },
  ],
  crosswalk: {
    securityHub: ['EC2.12', 'EC2.22'],
    trustedAdvisor: ['hjLMh88uM8', 'Z4AUBRNSmz'],
    checkov: ['CKV2_AWS_19', 'CKV2_AWS_23'],
  },
  examples: {
    pass: [
      board`alb -> web:ec2`,
      board`vpc[ public-subnet[ nat-gateway ] private-subnet[ app:ec2 ] ]`,
      board`sg[ web:ec2 ]`,
    ],
    fail: [
      board`vpc!complete[ users -> alb ]`,
      board`vpc!complete[ public-subnet[ nat-gateway web:ec2 ] ]`,
      board`vpc!complete[ sg web:ec2 ]`,
    ],
    nearlyFail: [
      board`vpc!complete[ alb -> asg ]`,
      board`vpc!complete[ public-subnet[ nat-gateway ] app:ec2 -> nat-gateway ]`,
      board`vpc!complete[ sg[ db:rds ] ]`,
    ],
    ask: [board`users -> alb`, board`vpc[ public-subnet[ nat-gateway ] ]`, board`vpc[ sg ]`],
    notApplicable: [board`web:ec2`, board`vpc[ internet-gateway ]`],
  },
})
