import { aurora, bucket, containers, dns, later, loadBalancer, sql, tls, vpc } from '../assumptions'
import { drawBaseline } from '../baseline'
import { defineTemplate } from '../define'

export default defineTemplate({
  templateId: 'disaster-recovery-warm-standby',
  title: 'Disaster recovery: warm standby',
  summary:
    'A small copy of everything runs in a second Region and grows when it takes over. For applications that must be back within minutes.',
  also: 'dr region failover business continuity rto rpo multi-region aurora global database',
  source: {
    title: 'Disaster recovery options in the cloud (Disaster Recovery of Workloads on AWS)',
    url: 'https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html',
  },
  draw(pen) {
    const { group, service, link } = pen
    const goals = { rtoMinutes: 15, rpoMinutes: 1 } as const
    const users = service('users', [0, 408], 'Users', { where: 'internet' })
    group('awsCloud', 'AWS Cloud', [168, 0, 1000, 856])
    const names = service('route-53', [192, 408], 'Route 53', dns)
    group('region', 'Region', [384, 48, 568, 376], { facts: { drPattern: 'warmStandby' } })
    group('region', 'Standby Region', [384, 456, 568, 376], { facts: { drPattern: 'warmStandby' } })
    const draw = (name: string, top: number, bottom: number, net: number) => {
      group('vpc', 'VPC', [408, top - 48, 520, 160], {
        facts: { ...vpc, cidr: `10.${net}.0.0/16` },
      })
      const front = service('alb', [432, top], 'Load balancer', loadBalancer)
      const app = service('fargate', [600, top], name, { ...containers, ...goals })
      const data = service('aurora', [792, top], net === 0 ? 'Aurora database' : 'Aurora replica', {
        ...aurora,
        ...goals,
        replicatedToOtherRegion: true,
      })
      const files = service('s3', [600, bottom], 'Files', {
        ...bucket,
        replicatedToOtherRegion: true,
      })
      link(users, front, { label: net === 0 ? '' : 'After a disaster', facts: tls })
      link(front, app, { facts: tls })
      link(app, data, { facts: { ...sql, readHeavy: true } })
      link(app, files, { facts: tls })
      return { data, files }
    }
    const main = draw('Application', 144, 312, 0)
    const standby = draw('Small application', 696, 504, 1)
    drawBaseline(pen, [984, 168], 'down')
    link(users, names, { kind: 'dependency', label: 'Name' })
    link(main.data, standby.data, { kind: 'replication', facts: later })
    link(main.files, standby.files, { kind: 'replication', facts: later })
  },
})
