import {
  aurora,
  cdn,
  dns,
  firewall,
  internalLoadBalancer,
  loadBalancer,
  natGateway,
  server,
  sql,
  subnet,
  tls,
  vpc,
  webBucket,
} from '../assumptions'
import { drawBaseline } from '../baseline'
import { defineTemplate } from '../define'

export default defineTemplate({
  templateId: 'three-tier-web',
  title: 'Three-tier web application',
  summary:
    'Web servers, application servers and a database over two Availability Zones. For an application that keeps its servers and must survive the loss of a zone.',
  also: '3-tier n-tier classic web app ec2 auto scaling multi-az lift',
  source: {
    title: 'An AWS Cloud architecture for web hosting (Web Application Hosting in the AWS Cloud)',
    url: 'https://docs.aws.amazon.com/whitepapers/latest/web-application-hosting-best-practices/an-aws-cloud-architecture-for-web-hosting.html',
  },
  draw(pen) {
    const { group, service, link } = pen
    const users = service('users', [0, 408], 'Users', { where: 'internet' })
    group('awsCloud', 'AWS Cloud', [168, 0, 1360, 840])
    const names = service('route-53', [192, 240], 'Route 53', dns)
    const edge = service('cloudfront', [192, 408], 'CloudFront', { ...cdn, originFailover: true })
    const guard = service('waf', [192, 600], 'WAF', firewall)
    group('region', 'Region', [336, 48, 1168, 768])
    const files = service('s3', [360, 240], 'Static files', webBucket)
    group('vpc', 'VPC', [504, 96, 784, 696], { facts: { ...vpc, cidr: '10.0.0.0/16' } })
    const front = service('alb', [528, 408], 'Load balancer', loadBalancer)
    for (const [zone, y, net] of [
      ['A', 144, 0],
      ['B', 528, 1],
    ] as const) {
      group('availabilityZone', `Availability Zone ${zone}`, [672, y, 592, 232])
      group('privateSubnet', 'Web subnet', [696, y + 48, 160, 160], {
        facts: { ...subnet, cidr: `10.0.${10 + net}.0/24` },
      })
      group('privateSubnet', 'App subnet', [888, y + 48, 160, 160], {
        facts: { ...subnet, cidr: `10.0.${20 + net}.0/24` },
      })
      group('publicSubnet', 'Public subnet', [1080, y + 48, 160, 160], {
        facts: { ...subnet, cidr: `10.0.${net}.0/24` },
      })
      service('nat-gateway', [1104, y + 96], `NAT gateway ${zone}`, natGateway)
    }
    const between = service('alb', [816, 408], 'Internal load balancer', internalLoadBalancer)
    const data = service('aurora', [1008, 408], 'Aurora database', aurora)
    for (const [zone, y] of [
      ['A', 240],
      ['B', 624],
    ] as const) {
      const web = service('ec2', [720, y], `Web servers ${zone}`, { ...server, role: 'web' })
      const app = service('ec2', [912, y], `App servers ${zone}`, { ...server, role: 'app' })
      link(front, web, { facts: tls })
      link(web, between, { facts: tls })
      link(between, app, { facts: tls })
      link(app, data, { facts: { ...sql, readHeavy: true } })
    }
    drawBaseline(pen, [1320, 96], 'down', ['secrets-manager'])
    link(users, names, { kind: 'dependency', label: 'Name' })
    link(users, edge, { facts: tls })
    link(guard, edge, { kind: 'dependency', label: 'Filters' })
    link(edge, files, { facts: { ...tls, staticAssets: true } })
    link(edge, front, { facts: { ...tls, staticAssets: false } })
  },
})
