import { board } from '../board-text'
import { defineRule } from '../define-rule'
import {
  allDrawn,
  and,
  any,
  anyDrawn,
  groupKind,
  is,
  noneDrawn,
  not,
  or,
  service,
  tierSize,
  tierZones,
  trait,
} from '../expression'
import { choose, suggestion, type FixStep } from '../fix'
import { COMPUTE_FLEETS } from '../parts'
import { WELL_BUILT } from '../well-built'

const target = or(trait('compute'), groupKind('autoScalingGroup'))
const fleet = or(service(...COMPUTE_FLEETS), groupKind('autoScalingGroup'))

/** Groups behind any load balancer: a step cannot go from a connector's end to the group around it. */
const balancedGroups = {
  relation: 'nodes',
  where: and(
    groupKind('autoScalingGroup'),
    or(
      anyDrawn('peersIn', trait('loadBalancer')),
      anyDrawn('descendants', anyDrawn('peersIn', trait('loadBalancer'))),
    ),
  ),
} as const

const addContainers: FixStep = {
  do: 'add',
  service: 'fargate',
  facts: WELL_BUILT.fargate,
  where: 'vpc',
  connect: { direction: 'to', kind: 'request' },
}

export default defineRule({
  id: 'REL-09',
  title: 'A load balancer has two targets in two Availability Zones',
  pillar: 'reliability',
  designPrinciples: ['designForFailure', 'thinkParallel'],
  risk: 'high',
  bestPractices: ['REL11-BP02', 'REL10-BP01'],
  on: { services: ['alb', 'nlb', 'elb'] },
  assert: and(
    any('peersOut', target),
    allDrawn('peersOut', or(not(fleet), and(tierSize(2), tierZones(2)))),
  ),
  message: '{label} has nowhere to send traffic when one target, or the zone it is in, fails.',
  rationale:
    'A load balancer is only as good as its healthy targets. With one target, or all of them in one zone, it adds cost and no resilience.',
  remediation:
    'Register at least two targets in two Availability Zones, best by attaching an Auto Scaling group that spans them.',
  falsePositives:
    'A load balancer kept in front of one target only for its certificate or its firewall, where an outage is acceptable.',
  question: {
    text: 'Which targets does {label} have, how many, and in how many Availability Zones?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose(
      'Run each target at least twice, in two zones',
      { ...addContainers, when: noneDrawn('peersOut', target) },
      {
        do: 'atLeast',
        key: 'instances',
        value: 2,
        on: { relation: 'peersOut', where: service(...COMPUTE_FLEETS) },
      },
      {
        do: 'atLeast',
        key: 'availabilityZones',
        value: 2,
        on: { relation: 'peersOut', where: fleet },
      },
      { do: 'atLeast', key: 'minCapacity', value: 2, on: balancedGroups },
      { do: 'atLeast', key: 'availabilityZones', value: 2, on: balancedGroups },
      {
        do: 'setFact',
        key: 'sessionState',
        value: 'external',
        on: { relation: 'peersOut', where: is('sessionState', 'local') },
      },
    ),
    choose(
      'Send requests to containers in two zones instead',
      { do: 'removeConnectors', direction: 'out', where: fleet },
      addContainers,
    ),
  ),
  references: [
    {
      title: 'REL11-BP02 Fail over to healthy resources',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_withstand_component_failures_failover2good.html',
    },
    {
      title: 'Target groups for your Application Load Balancers',
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
    },
  ],
  crosswalk: { trustedAdvisor: ['iqdCTZKCUp', 'b92b83d667'] },
  examples: {
    pass: [
      board`alb a:az[ web-1:ec2 ] b:az[ web-2:ec2 ] alb -> web-1, alb -> web-2`,
      board`alb -> lambda`,
      board`fleet:asg{minCapacity=2, availabilityZones=2}[ web:ec2 ] alb -> fleet`,
    ],
    fail: [
      board`alb -> web:ec2{instances=1}`,
      board`vpc!complete[ alb ]`,
      board`fleet:asg{minCapacity=1}[ web:ec2 ] alb -> fleet`,
    ],
    nearlyFail: [board`alb -> web:ec2{instances=2, availabilityZones=2}`],
    ask: [board`alb -> web:ec2`, board`users -> alb`],
    notApplicable: [board`users -> web:ec2`],
  },
})
