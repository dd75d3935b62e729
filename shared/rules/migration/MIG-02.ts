import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, is, isOneOf, or, scope, stated, trait } from '../expression'
import { choose, suggestion } from '../fix'
import { WELL_BUILT } from '../well-built'

const onAws = scope('global', 'regional', 'vpc', 'zonal')
const retained = and(scope('on-premises'), is('disposition', 'retain'))
const link = trait('hybridLink')

export default defineRule({
  id: 'MIG-02',
  title: 'What moves and what it needs from the old site have a link, and time for it',
  pillar: 'reliability',
  designPrinciples: ['looseCoupling', 'dontFearConstraints'],
  risk: 'high',
  bestPractices: ['REL02-BP02', 'PERF04-BP03'],
  on: { edges: ['request', 'data'] },
  when: or(
    and(anyDrawn('source', onAws), anyDrawn('target', retained)),
    and(anyDrawn('source', retained), anyDrawn('target', onAws)),
  ),
  assert: and(
    or(
      anyDrawn('source', link),
      anyDrawn('target', link),
      isOneOf('networkPath', ['vpn', 'directConnect', 'transitGateway', 'privateLink']),
    ),
    stated('latencyMs'),
  ),
  message:
    '{source} calls {target} across the old site’s edge, without a private link between the two.',
  rationale:
    'Two systems that sat in one rack talk hundreds of times per page and never notice. With one of them on AWS each call takes ten milliseconds or more and hangs on one line: that is how migrations fail on the first Monday.',
  remediation:
    'Agree on the delay that is bearable and measure it before the move. Give the call a VPN or Direct Connect with a second way; or move both, or keep a copy on the other side.',
  falsePositives: 'A nightly transfer that may fail and try again.',
  question: {
    text: 'Which way do calls between {source} and {target} take, and how slow may they get?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose('Send it over a VPN with two tunnels', {
      do: 'putBetween',
      service: 'vpn',
      facts: WELL_BUILT.vpn,
      edgeFacts: { networkPath: 'vpn', encrypted: true },
    }),
    choose('Send it over Direct Connect from two locations', {
      do: 'putBetween',
      service: 'direct-connect',
      facts: WELL_BUILT.directConnect,
      edgeFacts: { networkPath: 'directConnect', encrypted: true },
    }),
  ),
  references: [
    {
      title: 'REL02-BP02 Provision redundant connectivity between private networks',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_network_topology_ha_conn_private_networks.html',
    },
    {
      title: 'About the migration strategies',
      url: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/large-migration-guide/migration-strategies.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`web:ec2 -{networkPath=vpn, latencyMs=50}-> erp:on-prem-server{disposition=retain}`,
      board`web:ec2 -> vpn -{latencyMs=50}-> erp:on-prem-server{disposition=retain}`,
    ],
    fail: [
      board`web:ec2 -{networkPath=internet}-> erp:on-prem-server{disposition=retain}`,
      board`erp:on-prem-server{disposition=retain} -data{networkPath=internet, latencyMs=20}-> orders:rds`,
    ],
    nearlyFail: [
      board`web:ec2 -{networkPath=directConnect, latencyMs=10}-> erp:on-prem-server{disposition=retain}`,
    ],
    ask: [
      board`web:ec2 -> erp:on-prem-server{disposition=retain}`,
      board`web:ec2 -> erp:on-prem-server`,
    ],
    notApplicable: [
      board`web:ec2 -> erp:on-prem-server{disposition=rehost}`,
      board`old:on-prem-server -> erp:on-prem-server{disposition=retain}`,
    ],
  },
})
