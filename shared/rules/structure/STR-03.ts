import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, drawnInside, inside, is, not, or, service, stated, trait } from '../expression'
import { choose, setFact, suggestion } from '../fix'
import { inScalingGroup } from '../parts'

const inNetwork = drawnInside('vpc', 'availabilityZone')
const asksForSubnet = or(service('nat-gateway'), inScalingGroup)

/**
 * Decided so, in this order:
 *
 * - Drawn in a subnet: it has one. Clusters that span subnets (ElastiCache, Redshift) have one when drawn in a VPC.
 * - Drawn in a VPC or zone and in no subnet: the drawing decides, so a finding once the group is complete.
 * - Drawn in no network at all: the fact `inVpc` decides.
 *
 * A NAT gateway and what an Auto Scaling group spreads over subnets may say which kind of subnet instead.
 */
export default defineRule({
  id: 'STR-03',
  title: 'Everything that is bound to a zone has a subnet',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'medium',
  riskNote:
    'AWS rates layered networks as a whole; one resource without a subnet is a gap in the plan, not yet an open door.',
  bestPractices: ['SEC05-BP01'],
  on: { services: ['ec2', 'rds', 'nat-gateway', 'redshift', 'elasticache'] },
  assert: or(
    drawnInside('publicSubnet', 'privateSubnet'),
    and(service('redshift', 'elasticache'), drawnInside('vpc')),
    and(or(inNetwork, service('nat-gateway')), inside('publicSubnet', 'privateSubnet')),
    and(asksForSubnet, stated('subnetType')),
    and(not(or(inNetwork, service('nat-gateway'))), is('inVpc', true)),
  ),
  message: '{label} is in no subnet, so nobody can say who can reach it.',
  rationale:
    'The subnet decides whether there is a way to and from the internet, and in which zone a resource is. Outside a VPC of one’s own, AWS puts it where every neighbour and every default rule can reach it.',
  remediation:
    'Drop it into a public or private subnet; create instances, caches and clusters with a subnet or subnet group of your own VPC.',
  falsePositives: 'Very early sketches: leave the group a sketch and answer later.',
  question: { text: 'In which subnet is {label}?', askWhom: 'architect' },
  fix: suggestion(
    choose(
      'Put it into a private subnet',
      setFact('inVpc', true, not(service('nat-gateway'))),
      setFact('subnetType', 'private'),
      { do: 'moveInto', kind: 'vpc' },
      { do: 'moveInto', kind: 'availabilityZone' },
      { do: 'moveInto', kind: 'privateSubnet', facts: { autoAssignPublicIp: false } },
    ),
    choose(
      'Put it where the internet reaches it: a public subnet, or a private one for data',
      setFact('inVpc', true, not(service('nat-gateway'))),
      setFact('subnetType', 'private', trait('dataStore')),
      setFact('subnetType', 'public', not(trait('dataStore'))),
      { do: 'moveInto', kind: 'vpc' },
      { do: 'moveInto', kind: 'availabilityZone' },
      {
        do: 'moveInto',
        kind: 'privateSubnet',
        facts: { autoAssignPublicIp: false },
        when: trait('dataStore'),
      },
      {
        do: 'moveInto',
        kind: 'publicSubnet',
        facts: { autoAssignPublicIp: false },
        when: not(trait('dataStore')),
      },
    ),
  ),
  references: [
    {
      title: 'Subnets for your VPC',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html',
    },
  ],
  crosswalk: {
    securityHub: ['RDS.18'],
    checkov: ['CKV_AWS_154'],
    cdkNag: ['EC2InstancesInVPC', 'RedshiftClusterInVPC', 'ElastiCacheClusterInVPC'],
    guard: ['EC2_INSTANCES_IN_VPC'],
    trivy: ['AWS-0127'],
  },
  examples: {
    pass: [
      board`vpc[ private-subnet[ rds ] ]`,
      board`private-subnet[ asg[ ec2 ] ]`,
      board`web:ec2{inVpc=true}`,
      board`vpc[ sessions:elasticache ]`,
      board`dwh:redshift{inVpc=true}`,
    ],
    fail: [
      board`vpc!complete[ rds ]`,
      board`vpc!complete[ az[ ec2 ] ]`,
      board`web:ec2{inVpc=false}`,
      board`dwh:redshift{inVpc=false}`,
      board`sessions:elasticache{inVpc=false, engine=memcached}`,
    ],
    nearlyFail: [
      board`vpc!complete[ private-subnet[ sg[ ec2 ] ] ]`,
      board`vpc!complete[ asg[ ec2{subnetType=private} ] ]`,
    ],
    ask: [board`ec2`, board`vpc[ rds ]`, board`nat-gateway`],
    notApplicable: [board`s3`, board`users`],
  },
})
