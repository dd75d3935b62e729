import {
  aurora,
  cache,
  cdn,
  containers,
  dns,
  endpoints,
  firewall,
  gatewayEndpoint,
  loadBalancer,
  natGateway,
  registry,
  sql,
  subnet,
  tls,
  vpc,
  webBucket,
} from '../assumptions'
import { drawBaseline } from '../baseline'
import { defineTemplate } from '../define'

export default defineTemplate({
  templateId: 'containers-ecs',
  title: 'Containers on ECS and Fargate',
  summary:
    'A containerised service on Fargate behind a load balancer, in two Availability Zones. For teams that have containers and want neither servers nor Kubernetes to look after.',
  also: 'ecs fargate docker container microservice alb aurora',
  source: {
    title: 'Amazon ECS Developer Guide',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/Welcome.html',
  },
  draw(pen) {
    const { group, service, link } = pen
    const users = service('users', [0, 408], 'Users', { where: 'internet' })
    group('awsCloud', 'AWS Cloud', [168, 0, 1240, 960])
    const names = service('route-53', [192, 240], 'Route 53', dns)
    const edge = service('cloudfront', [192, 408], 'CloudFront', { ...cdn, originFailover: true })
    const guard = service('waf', [192, 600], 'WAF', firewall)
    group('region', 'Region', [336, 48, 1048, 888])
    const files = service('s3', [360, 240], 'Static files', webBucket)
    const images = service('ecr', [360, 480], 'Container images', registry)
    const network = group('vpc', 'VPC', [528, 96, 640, 816], {
      facts: { ...vpc, cidr: '10.0.0.0/16' },
    })
    for (const [zone, y, net] of [
      ['A', 144, 0],
      ['B', 528, 1],
    ] as const) {
      group('availabilityZone', `Availability Zone ${zone}`, [552, y, 592, 232])
      group('publicSubnet', 'Public subnet', [576, y + 48, 160, 160], {
        facts: { ...subnet, cidr: `10.0.${net}.0/24` },
      })
      group('privateSubnet', 'App subnet', [768, y + 48, 160, 160], {
        facts: { ...subnet, cidr: `10.0.${10 + net}.0/24` },
      })
      group('privateSubnet', 'Data subnet', [960, y + 48, 160, 160], {
        facts: { ...subnet, cidr: `10.0.${20 + net}.0/24` },
      })
      service('nat-gateway', [600, y + 96], `NAT gateway ${zone}`, natGateway)
    }
    const front = service('alb', [696, 408], 'Load balancer', loadBalancer)
    const data = service('aurora', [888, 408], 'Aurora database', aurora)
    service('vpc-endpoint', [792, 792], 'Endpoints to AWS services', endpoints)
    service('vpc-endpoint', [984, 792], 'Gateway to S3', gatewayEndpoint)
    for (const [zone, y] of [
      ['A', 240],
      ['B', 624],
    ] as const) {
      const app = service('fargate', [792, y], `Service tasks ${zone}`, {
        ...containers,
        sessionState: 'external',
      })
      const sessions = service('elasticache', [984, y], `Session cache ${zone}`, cache)
      link(front, app, { facts: tls })
      link(app, data, { facts: { ...sql, readHeavy: true } })
      link(app, sessions, { facts: tls })
    }
    drawBaseline(pen, [1200, 96], 'down', ['secrets-manager', 'kms'])
    link(users, names, { kind: 'dependency', label: 'Name' })
    link(users, edge, { facts: tls })
    link(guard, edge, { kind: 'dependency', label: 'Filters' })
    link(edge, files, { facts: { ...tls, staticAssets: true } })
    link(edge, front, { facts: { ...tls, staticAssets: false } })
    link(images, network, { kind: 'dependency', label: 'Images' })
  },
})
