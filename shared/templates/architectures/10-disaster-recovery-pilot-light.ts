import {
  aurora,
  backups,
  bucket,
  containers,
  dns,
  later,
  loadBalancer,
  sql,
  tls,
  vpc,
} from '../assumptions'
import { drawBaseline } from '../baseline'
import { defineTemplate } from '../define'

export default defineTemplate({
  templateId: 'disaster-recovery-pilot-light',
  title: 'Disaster recovery: pilot light',
  summary:
    'Data is copied to a second Region all the time, servers are started there only in a disaster. For applications that may be away for an hour, at little cost.',
  also: 'dr region failover backup business continuity rto rpo aurora global database',
  source: {
    title: 'Disaster recovery options in the cloud (Disaster Recovery of Workloads on AWS)',
    url: 'https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html',
  },
  draw(pen) {
    const { group, service, link } = pen
    const goals = { rtoMinutes: 60, rpoMinutes: 10 } as const
    const users = service('users', [0, 144], 'Users', { where: 'internet' })
    group('awsCloud', 'AWS Cloud', [168, 0, 1168, 832])
    const names = service('route-53', [192, 360], 'Route 53', dns)
    group('region', 'Region', [384, 48, 736, 400], { facts: { drPattern: 'pilotLight' } })
    group('vpc', 'VPC', [408, 96, 520, 160], { facts: { ...vpc, cidr: '10.0.0.0/16' } })
    const front = service('alb', [432, 144], 'Load balancer', loadBalancer)
    const app = service('fargate', [600, 144], 'Application', { ...containers, ...goals })
    const data = service('aurora', [792, 144], 'Aurora database', {
      ...aurora,
      ...goals,
      replicatedToOtherRegion: true,
    })
    const files = service('s3', [600, 312], 'Files', { ...bucket, replicatedToOtherRegion: true })
    const vault = service('aws-backup', [984, 144], 'AWS Backup', backups)
    const second = group('region', 'Recovery Region', [384, 480, 736, 328])
    const builder = service('aws-cloudformation', [432, 672], 'Stack to start')
    const copy = service('s3', [600, 528], 'Copy of the files', bucket)
    const spare = group('vpc', 'Recovery VPC', [696, 624, 232, 160], {
      facts: { ...vpc, cidr: '10.1.0.0/16' },
    })
    const replica = service('aurora', [792, 672], 'Aurora replica', { ...aurora, ...goals })
    const copies = service('aws-backup', [984, 672], 'Copied backups', backups)
    drawBaseline(pen, [1152, 144], 'down')
    link(users, names, { kind: 'dependency', label: 'Name' })
    link(users, front, { facts: tls })
    link(names, second, { kind: 'dependency', label: 'After a disaster' })
    link(front, app, { facts: tls })
    link(app, data, { facts: { ...sql, readHeavy: true } })
    link(app, files, { facts: tls })
    link(data, vault, { kind: 'replication', label: 'Backups', facts: later })
    link(files, copy, { kind: 'replication', facts: later })
    link(data, replica, { kind: 'replication', facts: later })
    link(vault, copies, { kind: 'replication', facts: later })
    link(builder, spare, { kind: 'dependency', label: 'Builds the servers' })
  },
})
