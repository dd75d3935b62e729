import { board } from '../board-text'
import { defineRule } from '../define-rule'
import {
  allDrawn,
  and,
  any,
  anyDrawn,
  atLeast,
  crosses,
  drawnInside,
  groupKind,
  noneDrawn,
  not,
  or,
  service,
  trait,
} from '../expression'
import { automatic } from '../fix'
import { WELL_BUILT } from '../well-built'

const nat = service('nat-gateway')
const zone = groupKind('availabilityZone')
const toOtherZone = and(anyDrawn('target', nat), crosses('availabilityZone'))

/**
 * A gateway drawn in the own zone settles it. Without one, a connector to a gateway in another zone is a finding, and
 * so is its absence from a zone that is drawn completely; in a sketch it may not be drawn yet.
 */
export default defineRule({
  id: 'REL-13',
  title: 'Private subnets reach the internet through a NAT gateway in their own zone',
  pillar: 'reliability',
  designPrinciples: ['designForFailure'],
  risk: 'medium',
  riskNote:
    'AWS rates bulkheads in general; what is lost here are calls to the outside, not the service itself.',
  bestPractices: ['REL10-BP03', 'REL10-BP01'],
  on: { groups: ['privateSubnet'] },
  when: and(
    drawnInside('availabilityZone'),
    anyDrawn('descendants', trait('compute')),
    anyDrawn('ancestors', and(groupKind('vpc'), anyDrawn('descendants', nat))),
  ),
  assert: or(
    anyDrawn('ancestors', and(zone, anyDrawn('descendants', nat))),
    and(
      noneDrawn('edgesOut', toOtherZone),
      allDrawn('descendants', noneDrawn('edgesOut', toOtherZone)),
      or(
        anyDrawn('ancestors', and(zone, any('descendants', nat))),
        anyDrawn(
          'ancestors',
          and(
            groupKind('vpc'),
            anyDrawn(
              'descendants',
              and(nat, not(drawnInside('availabilityZone')), atLeast('availabilityZones', 2)),
            ),
          ),
        ),
      ),
    ),
  ),
  message:
    '{label} reaches the internet through another Availability Zone: when that one fails, so do its calls.',
  rationale:
    'A NAT gateway lives in one zone. Servers in the other zones that depend on it are alive and useless when it goes, and pay for every gigabyte across zones until then.',
  remediation:
    'Put a NAT gateway into a public subnet of each Availability Zone, and route each private subnet to the one in its zone.',
  falsePositives: 'Test environments, and servers that call the outside only for updates.',
  question: {
    text: 'Through which NAT gateway does {label} reach the internet, and in which zone is it?',
    askWhom: 'architect',
  },
  fix: automatic('Add a NAT gateway in this zone', {
    do: 'add',
    service: 'nat-gateway',
    facts: WELL_BUILT.natGateway,
    where: 'availabilityZone',
  }),
  references: [
    {
      title: 'NAT gateways',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
    },
    {
      title: 'Availability Zones',
      url: 'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/availability-zones.html',
    },
  ],
  crosswalk: { trustedAdvisor: ['c1dfptbg10'] },
  examples: {
    pass: [
      board`vpc!complete[
        a:az[ pa:public-subnet[ nat-a:nat-gateway ] qa:private-subnet[ one:ec2 ] ]
        b:az[ pb:public-subnet[ nat-b:nat-gateway ] qb:private-subnet[ two:ec2 ] ] ]`,
      board`vpc!complete[ nat:nat-gateway{availabilityZones=2} a:az[ qa:private-subnet[ one:ec2 ] ] ]`,
    ],
    fail: [
      board`vpc!complete[
        a:az[ pa:public-subnet[ nat:nat-gateway ] qa:private-subnet[ one:ec2 ] ]
        b:az[ qb:private-subnet[ two:ec2 ] ] ]`,
      board`vpc[ a:az[ pa:public-subnet[ nat:nat-gateway ] ] b:az[ qb:private-subnet[ two:ec2 ] ] ] two -> nat`,
    ],
    nearlyFail: [
      board`vpc!complete[
        a:az[ pa:public-subnet[ nat:nat-gateway ] qa:private-subnet[ one:ec2 ] ]
        b:az[ qb:private-subnet[ db:rds ] ] ]`,
    ],
    ask: [
      board`vpc[ a:az[ pa:public-subnet[ nat:nat-gateway ] ] b:az[ qb:private-subnet[ two:ec2 ] ] ]`,
    ],
    notApplicable: [board`vpc!complete[ az[ private-subnet[ one:ec2 ] ] ]`, board`s3`],
  },
})
