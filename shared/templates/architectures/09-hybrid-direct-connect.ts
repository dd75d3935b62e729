import { aurora, containers, endpoints, internalLoadBalancer, sql, tls, vpc } from '../assumptions'
import { drawBaseline } from '../baseline'
import { defineTemplate } from '../define'

export default defineTemplate({
  templateId: 'hybrid-direct-connect',
  title: 'Hybrid network with Direct Connect',
  summary:
    'A data center linked to several VPCs by two Direct Connect lines in two locations, with a VPN in reserve. For applications on both sides that depend on each other.',
  also: 'dx vpn transit gateway on-premises network connectivity dns resolver active directory',
  source: {
    title: 'VPN connection as a backup to AWS DX connection (Hybrid Connectivity)',
    url: 'https://docs.aws.amazon.com/whitepapers/latest/hybrid-connectivity/vpn-connection-as-a-backup-to-aws-dx-connection-example.html',
  },
  draw(pen) {
    const { group, service, link } = pen
    group('corporateDataCenter', 'Data center', [0, 96, 448, 432], {
      facts: { cidr: '10.100.0.0/16', uplinkMbps: 10_000 },
    })
    const staff = service('office', [24, 168], 'Staff', { secondLine: true })
    const servers = service('on-prem-server', [24, 360], 'Business systems', {
      role: 'app',
      backedUp: true,
      operatingSystemSupported: true,
    })
    const wall = service('on-prem-firewall', [168, 264], 'Firewall pair', { redundant: true })
    const first = service('res-amazon-vpc-customer-gateway', [312, 168], 'Router 1')
    const second = service('res-amazon-vpc-customer-gateway', [312, 360], 'Router 2')
    const line = {
      connections: 1,
      redundant: true,
      encrypted: true,
      bandwidthMbps: 10_000,
    } as const
    group('generic', 'Location 1', [504, 120, 160, 160])
    const north = service('direct-connect', [528, 168], 'Direct Connect 1', line)
    group('generic', 'Location 2', [504, 312, 160, 160])
    const south = service('direct-connect', [528, 360], 'Direct Connect 2', line)
    group('awsCloud', 'AWS Cloud', [720, 0, 1024, 784])
    const meeting = service('res-aws-direct-connect-gateway', [744, 264], 'Direct Connect gateway')
    group('region', 'Region', [888, 48, 832, 712])
    const hub = service('transit-gateway', [912, 264], 'Transit gateway', {
      attachments: 4,
      autoAcceptShared: false,
      segmented: true,
    })
    const reserve = service('vpn', [912, 480], 'VPN in reserve', {
      tunnelsUp: 2,
      customerGateways: 2,
      routing: 'bgp',
      redundant: true,
    })
    const shared = group('vpc', 'Shared services VPC', [1104, 120, 592, 160], {
      facts: { ...vpc, cidr: '10.0.0.0/16' },
    })
    service('res-amazon-route-53-resolver', [1128, 168], 'DNS in and out')
    service(
      'res-aws-directory-service-aws-managed-microsoft-ad',
      [1344, 168],
      'Managed Active Directory',
    )
    service('vpc-endpoint', [1560, 168], 'Endpoints to AWS services', endpoints)
    const work = group('vpc', 'Workload VPC', [1104, 360, 592, 160], {
      facts: { ...vpc, internetGateway: false, cidr: '10.1.0.0/16' },
    })
    const front = service('alb', [1128, 408], 'Internal load balancer', internalLoadBalancer)
    const app = service('fargate', [1344, 408], 'Application', containers)
    const data = service('aurora', [1560, 408], 'Aurora database', aurora)
    drawBaseline(pen, [1104, 576], 'across')
    const macsec = { ...tls, networkPath: 'directConnect' } as const
    const ipsec = { ...tls, networkPath: 'vpn' } as const
    for (const from of [staff, servers]) link(from, wall, { facts: tls })
    for (const to of [first, second]) link(wall, to, { facts: tls })
    link(first, north, { label: 'MACsec', facts: macsec })
    link(second, south, { label: 'MACsec', facts: macsec })
    link(second, reserve, { label: 'IPsec', facts: ipsec })
    link(north, meeting, { facts: macsec })
    link(south, meeting, { facts: macsec })
    link(meeting, hub, { facts: macsec })
    link(reserve, hub, { facts: ipsec })
    link(hub, shared, { facts: { ...tls, networkPath: 'transitGateway' } })
    link(hub, work, { facts: { ...tls, networkPath: 'transitGateway' } })
    link(front, app, { facts: tls })
    link(app, data, { facts: { ...sql, readHeavy: true } })
  },
})
