import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, atLeast, countDrawn, is, or, service } from '../expression'
import { choose, setFact, suggestion } from '../fix'
import { WELL_BUILT } from '../well-built'

const line = service('direct-connect')
const vpn = service('vpn')

/** Another link that leads to the same thing, or from it. */
const secondWay = or(
  anyDrawn('peersIn', or(anyDrawn('peersOut', vpn), countDrawn('peersOut', line, 2))),
  anyDrawn('peersOut', or(anyDrawn('peersIn', vpn), countDrawn('peersIn', line, 2))),
)

export default defineRule({
  id: 'REL-15',
  title: 'The link between a site and AWS has a second way',
  pillar: 'reliability',
  designPrinciples: ['designForFailure'],
  risk: 'high',
  bestPractices: ['REL02-BP02', 'REL10-BP01'],
  on: { services: ['direct-connect', 'vpn'] },
  assert: or(
    and(line, or(secondWay, atLeast('locations', 2), is('redundant', true))),
    and(vpn, atLeast('tunnelsUp', 2)),
  ),
  message: '{label} is the only way between the site and AWS: one cut cable, and it is gone.',
  rationale:
    'Lines get dug up and routers get updated. AWS maintains one end of a VPN tunnel at a time and takes it down for that, which is why every connection comes with two.',
  remediation:
    'Order a second Direct Connect connection at another location, or keep a VPN as a backup; set both tunnels of each VPN up, best on two routers at the site.',
  falsePositives: 'A link for a migration that may pause for a day.',
  question: {
    text: 'When the line behind {label} is cut, which other way to AWS is there?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose(
      'Use a second location, and both tunnels of a VPN',
      { do: 'atLeast', key: 'locations', value: 2, when: line },
      { do: 'atLeast', key: 'connections', value: 2, when: line },
      { do: 'atLeast', key: 'tunnelsUp', value: 2, when: vpn },
      setFact('redundant', true),
    ),
    choose(
      'Keep a VPN with two tunnels as a backup',
      {
        do: 'add',
        service: 'vpn',
        label: 'Backup VPN',
        facts: WELL_BUILT.vpn,
        where: 'beside',
        connect: { direction: 'to', kind: 'dependency' },
      },
      { do: 'atLeast', key: 'tunnelsUp', value: 2, when: vpn },
      setFact('redundant', true),
    ),
  ),
  references: [
    {
      title: 'AWS Direct Connect Resiliency Toolkit',
      url: 'https://docs.aws.amazon.com/directconnect/latest/UserGuide/resiliency_toolkit.html',
    },
    {
      title: 'REL02-BP02 Provision redundant connectivity between private networks',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_network_topology_ha_conn_private_networks.html',
    },
  ],
  crosswalk: {
    securityHub: ['EC2.20'],
    trustedAdvisor: ['8M012Ph3U5', 'S45wrEXrLz'],
  },
  examples: {
    pass: [
      board`line:direct-connect{locations=2}`,
      board`site:vpn{tunnelsUp=2}`,
      board`erp:on-prem-server -> line:direct-connect, erp -> backup:vpn{tunnelsUp=2}`,
    ],
    fail: [board`site:vpn{tunnelsUp=1}`, board`line:direct-connect{locations=1, redundant=false}`],
    nearlyFail: [
      board`erp:on-prem-server -> line:direct-connect{locations=1, redundant=false}, erp -> backup:vpn{tunnelsUp=2}`,
      board`line:direct-connect{locations=1, redundant=true}`,
    ],
    ask: [board`line:direct-connect`, board`site:vpn`],
    notApplicable: [board`transit-gateway`, board`a:vpc-peering`],
  },
})
