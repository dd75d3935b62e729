import {
  aurora,
  cache,
  cdn,
  cluster,
  dns,
  endpoints,
  firewall,
  gatewayEndpoint,
  loadBalancer,
  natGateway,
  registry,
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
  templateId: 'containers-eks',
  title: 'Containers on EKS',
  summary:
    'A Kubernetes cluster with a private API and worker nodes in two Availability Zones. For teams that already run Kubernetes or need what is made for it.',
  also: 'eks kubernetes k8s container microservice helm node group karpenter',
  source: {
    title: 'Amazon EKS Best Practices Guide',
    url: 'https://docs.aws.amazon.com/eks/latest/best-practices/introduction.html',
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
    const control = service('eks', [360, 480], 'EKS control plane', {
      ...cluster,
      publicEndpoint: false,
    })
    const images = service('ecr', [360, 624], 'Container images', registry)
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
      const app = service('ec2', [792, y], `Worker nodes ${zone}`, {
        ...server,
        role: 'app',
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
    link(control, network, { kind: 'dependency', label: 'Schedules' })
    link(images, control, { kind: 'dependency', label: 'Images' })
  },
})
