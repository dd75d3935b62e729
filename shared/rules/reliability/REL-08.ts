import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, atLeast, is, not, or, service } from '../expression'
import { automatic, setFact } from '../fix'

/** An Application Load Balancer cannot be made with fewer than two zones, so only the others are asked. */
export default defineRule({
  id: 'REL-08',
  title: 'A load balancer works in two Availability Zones and across them',
  pillar: 'reliability',
  designPrinciples: ['designForFailure', 'thinkParallel'],
  risk: 'high',
  bestPractices: ['REL11-BP02', 'REL10-BP01'],
  on: { services: ['alb', 'nlb', 'elb'] },
  assert: and(or(service('alb'), atLeast('availabilityZones', 2)), is('crossZone', true)),
  message:
    '{label} does not balance across two Availability Zones: one zone can fail it, or be overloaded while the other idles.',
  rationale:
    'A load balancer that has nodes in one zone shares that zone’s fate. Without cross-zone balancing, each zone gets an equal share of traffic even when it has fewer healthy targets.',
  remediation:
    'Enable subnets in at least two Availability Zones and turn cross-zone load balancing on (off by default for Network Load Balancers).',
  falsePositives:
    'Cross-zone balancing may be left off on purpose to keep traffic inside a zone, when every zone has capacity to spare and can be shifted away from.',
  question: {
    text: 'Does {label} work in at least two Availability Zones, with cross-zone balancing on?',
    askWhom: 'architect',
  },
  fix: automatic('Balance over two zones and across them', setFact('crossZone', true), {
    do: 'atLeast',
    key: 'availabilityZones',
    value: 2,
    when: not(service('alb')),
  }),
  references: [
    {
      title: 'How Elastic Load Balancing works',
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html',
    },
    {
      title: 'Cross-zone load balancing for target groups (NLB)',
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html',
    },
  ],
  crosswalk: {
    securityHub: ['ELB.13'],
    trustedAdvisor: ['c1dfprch08', 'c1dfprch09'],
    checkov: ['CKV_AWS_138', 'CKV_AWS_152'],
    cdkNag: ['ELBCrossZoneLoadBalancingEnabled'],
    guard: ['ELB_CROSS_ZONE_LOAD_BALANCING_ENABLED'],
  },
  examples: {
    pass: [board`alb{crossZone=true}`, board`nlb{availabilityZones=3, crossZone=true}`],
    fail: [board`nlb{availabilityZones=1}`, board`alb{crossZone=false}`],
    nearlyFail: [board`nlb{availabilityZones=2, crossZone=true}`],
    ask: [board`alb`, board`nlb{availabilityZones=2}`],
    notApplicable: [board`api-gateway -> lambda`],
  },
})
