import { board } from '../board-text'
import { defineRule } from '../define-rule'
import {
  and,
  anyDrawn,
  crossesNetworks,
  drawnInside,
  groupKind,
  isOneOf,
  noneDrawn,
  or,
  scope,
  service,
  trait,
} from '../expression'
import { choose, suggestion } from '../fix'
import { WELL_BUILT } from '../well-built'

const link = or(trait('hybridLink'), service('vpc-endpoint'))

/** In a private network: drawn in one, or a thing that is nowhere else; or the way to one. */
const inPrivateNetwork = or(
  link,
  drawnInside('vpc', 'corporateDataCenter'),
  groupKind('vpc', 'corporateDataCenter'),
  scope('zonal', 'vpc', 'on-premises'),
)
const onPremises = or(
  scope('on-premises'),
  drawnInside('corporateDataCenter'),
  groupKind('corporateDataCenter'),
)
const leadsToInternet = service('internet-gateway', 'nat-gateway', 'global-accelerator')

export default defineRule({
  id: 'STR-04',
  title: 'Traffic between private networks takes a private link',
  pillar: 'reliability',
  designPrinciples: ['securityAtEveryLayer', 'dontFearConstraints'],
  risk: 'high',
  riskNote:
    'AWS rates the shape of the network; here nothing says that the two sides reach each other at all.',
  bestPractices: ['REL02-BP04', 'REL02-BP02', 'SEC05-BP02'],
  on: { edges: ['request', 'data', 'event', 'replication'] },
  when: and(
    crossesNetworks,
    anyDrawn('source', inPrivateNetwork),
    anyDrawn('target', inPrivateNetwork),
    or(noneDrawn('source', onPremises), noneDrawn('target', onPremises)),
    noneDrawn('source', leadsToInternet),
    noneDrawn('target', leadsToInternet),
  ),
  assert: or(
    anyDrawn('source', link),
    anyDrawn('target', link),
    isOneOf('networkPath', ['vpn', 'directConnect', 'peering', 'transitGateway', 'privateLink']),
  ),
  message:
    '{source} and {target} are in different private networks, and nothing private joins them.',
  rationale:
    'Private addresses do not reach from one VPC to another, or to a data center. Without peering, a transit gateway, PrivateLink, a VPN or Direct Connect the traffic needs the internet and public addresses at both ends, or does not flow.',
  remediation:
    'Join VPCs by peering or, from three on, by a transit gateway; offer a single service by PrivateLink; reach sites over a VPN or Direct Connect.',
  falsePositives:
    'A public API that is meant to be called over the internet, encrypted and with a login.',
  question: {
    text: 'Which way does the traffic from {source} to {target} take?',
    askWhom: 'architect',
  },
  fix: suggestion(
    choose('Join the networks by a transit gateway', {
      do: 'putBetween',
      service: 'transit-gateway',
      facts: WELL_BUILT.transitGateway,
      edgeFacts: { networkPath: 'transitGateway' },
    }),
    choose('Join the networks by a VPN with two tunnels', {
      do: 'putBetween',
      service: 'vpn',
      facts: WELL_BUILT.vpn,
      edgeFacts: { networkPath: 'vpn', encrypted: true },
    }),
  ),
  references: [
    {
      title: 'Amazon Virtual Private Cloud connectivity options',
      url: 'https://docs.aws.amazon.com/whitepapers/latest/aws-vpc-connectivity-options/introduction.html',
    },
    {
      title: 'REL02-BP04 Prefer hub-and-spoke topologies over many-to-many mesh',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_network_topology_prefer_hub_and_spoke.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`a:vpc[ web:ec2 peer:vpc-peering ] b:vpc[ db:rds ] web -> peer -> db`,
      board`data-center[ erp:on-prem-server ] vpc[ web:ec2 ] web -{networkPath=vpn}-> erp`,
    ],
    fail: [
      board`a:vpc[ web:ec2 ] b:vpc[ db:rds ] web -{networkPath=internet}-> db`,
      board`data-center[ erp:on-prem-server ] vpc[ web:ec2 ] erp -data{networkPath=internet}-> web`,
    ],
    nearlyFail: [
      board`vpc[ a:az[ web:ec2 ] b:az[ db:rds ] ] web -> db`,
      board`data-center[ erp:on-prem-server ] vpc[ web:ec2 ] erp -> vpn -> web`,
    ],
    ask: [board`a:vpc[ web:ec2 ] b:vpc[ db:rds ] web -> db`],
    notApplicable: [
      board`vpc[ alb ] users -> alb`,
      board`data-center[ old:on-prem-server ] old -> s3`,
      board`a:data-center[ one:on-prem-server ] b:data-center[ two:on-prem-server ] one -> two`,
    ],
  },
})
