import { board } from '../board-text'
import { defineRule } from '../define-rule'
import {
  and,
  anyDrawn,
  drawnInside,
  edgeKind,
  groupKind,
  is,
  noneDrawn,
  not,
  or,
  scope,
  service,
  tierZones,
} from '../expression'
import { automatic, setFact } from '../fix'
import { COMPUTE_FLEETS, distributes, inScalingGroup, servesAs } from '../parts'
import { WELL_BUILT } from '../well-built'

const scalingGroup = groupKind('autoScalingGroup')
const inZone = drawnInside('availabilityZone')
const server = and(scope('zonal'), not(scalingGroup))

/**
 * Zones that are drawn count first: two boxes of one tier in two zones settle it. One box stands for all its copies,
 * so without a second box it takes facts: one instance, or one zone, is a finding; so is a box inside one zone of a
 * `complete` group. In a sketch a lone box with nothing said about it is a question.
 *
 * An Auto Scaling group answers for what is inside it, so it is judged itself, once. One that is drawn inside a zone is
 * a finding unless its servers are of one tier with others elsewhere: people draw one group once per zone.
 */
export default defineRule({
  id: 'REL-02',
  title: 'Every compute tier is spread over two Availability Zones',
  pillar: 'reliability',
  designPrinciples: ['designForFailure'],
  risk: 'high',
  bestPractices: ['REL10-BP01'],
  on: { services: COMPUTE_FLEETS, groups: ['autoScalingGroup'] },
  when: not(inScalingGroup),
  assert: or(
    tierZones(2),
    and(scalingGroup, anyDrawn('descendants', and(service(...COMPUTE_FLEETS), tierZones(2)))),
  ),
  message: '{label} runs in one Availability Zone only: losing that zone takes it down.',
  rationale:
    'Availability Zones fail independently of each other, so a tier in two of them survives the loss of either. In one zone, no number of instances helps.',
  remediation:
    'Give the tier subnets in a second Availability Zone and let a load balancer or Auto Scaling group spread the instances over both.',
  falsePositives:
    'Bastion hosts and build servers that can be relaunched within their recovery time, and clusters that need one zone for latency and have a recovery plan.',
  question: {
    text: 'Over how many Availability Zones is {label} spread?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Spread it over two Availability Zones',
    { do: 'atLeast', key: 'availabilityZones', value: 2 },
    { do: 'atLeast', key: 'instances', value: 2, when: not(scalingGroup) },
    {
      do: 'setFact',
      key: 'subnetType',
      value: 'public',
      on: { relation: 'descendants', where: service('ec2') },
      when: and(scalingGroup, inZone, drawnInside('publicSubnet')),
    },
    {
      do: 'setFact',
      key: 'subnetType',
      value: 'private',
      on: { relation: 'descendants', where: service('ec2') },
      when: and(scalingGroup, inZone, drawnInside('privateSubnet')),
    },
    {
      do: 'moveOutOf',
      kinds: ['publicSubnet', 'privateSubnet', 'availabilityZone'],
      when: and(inZone, not(server)),
    },
    setFact('sessionState', 'external', is('sessionState', 'local')),
    {
      do: 'putInFront',
      service: 'alb',
      facts: WELL_BUILT.alb,
      from: not(distributes),
      when: and(
        server,
        inZone,
        servesAs('web', 'app', 'worker'),
        anyDrawn('edgesIn', and(edgeKind('request'), noneDrawn('source', distributes))),
      ),
    },
    { do: 'copyToOtherZone', when: and(server, inZone) },
  ),
  references: [
    {
      title: 'REL10-BP01 Deploy the workload to multiple locations',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html',
    },
    {
      title: 'Availability Zones',
      url: 'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/availability-zones.html',
    },
  ],
  crosswalk: { securityHub: ['AutoScaling.2'], trustedAdvisor: ['c18d2gz101'] },
  examples: {
    pass: [
      board`alb vpc[ a:az[ web-1:ec2 ] b:az[ web-2:ec2 ] ] alb -> web-1, alb -> web-2`,
      board`asg{availabilityZones=2}[ web:ec2 ]`,
    ],
    fail: [
      board`vpc[ az[ public-subnet[ web:ec2{instances=1} ] ] ]`,
      board`vpc!complete[ az[ public-subnet[ web:ec2 ] ] ]`,
      board`az[ asg[ web:ec2 ] ]`,
      board`asg{availabilityZones=1}[ web:ec2 ]`,
      board`vpc!complete[ az[ api:ecs ] ]`,
      board`vpc!complete[ az[ web-1:ec2 web-2:ec2 ] ]`,
    ],
    nearlyFail: [
      board`vpc!complete[ a:az[ web-1:ec2 ] b:az[ web-2:ec2 ] ]`,
      board`az[ web:ec2{instances=2, availabilityZones=2} ]`,
      board`a:az[ one:asg[ web-1:ec2 ] ] b:az[ two:asg[ web-2:ec2 ] ]`,
    ],
    ask: [board`vpc[ az[ web:ec2 ] ]`, board`web:ec2{instances=2}`],
    notApplicable: [board`lambda s3`],
  },
})
