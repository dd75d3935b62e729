import { aurora, server, sharedFiles, sql, subnet, tls, vpc } from '../assumptions'
import { drawBaseline } from '../baseline'
import { defineTemplate } from '../define'

export default defineTemplate({
  templateId: 'vmware-migration',
  title: 'VMware migration',
  summary:
    'Virtual machines replicated to EC2, their database to Aurora and their files to FSx, over a private line. For leaving a data center whose date is set.',
  also: 'rehost lift and shift mgn application migration service dms datasync vsphere data center exit',
  source: {
    title: 'AWS Application Migration Service User Guide',
    url: 'https://docs.aws.amazon.com/mgn/latest/ug/what-is-application-migration-service.html',
  },
  draw(pen) {
    const { group, service, link } = pen
    const site = { criticality: 'important', wave: 1 } as const
    group('corporateDataCenter', 'Data center', [0, 96, 160, 984], {
      facts: { cidr: '10.100.0.0/16', uplinkMbps: 1000 },
    })
    const database = service(
      'on-prem-database',
      [24, 168],
      'Database',
      { ...site, backedUp: true },
      { disposition: 'replatform', why: 'Nobody has to run a database server any more.' },
    )
    const machines = service(
      'vmware-host',
      [24, 480],
      'VMware cluster',
      { ...site, sharedStorage: true },
      { disposition: 'rehost', why: 'The machines move as they are, the hosts are given back.' },
    )
    const share = service(
      'on-prem-file-server',
      [24, 816],
      'File server',
      { ...site, backedUp: true },
      { disposition: 'replatform', why: 'The same shares, as a managed file system.' },
    )
    const router = service('res-amazon-vpc-customer-gateway', [24, 960], 'Routers')
    group('awsCloud', 'AWS Cloud', [240, 0, 1176, 1128])
    group('region', 'Region', [264, 48, 1128, 1056])
    const moveData = service('dms', [312, 168], 'Database Migration Service', {
      migrationType: 'fullLoadAndCdc',
      tls: true,
      path: 'directConnect',
      publicAccess: false,
      multiAz: true,
      subnetType: 'private',
      schemaConversion: true,
    })
    const moveServers = service(
      'application-migration-service',
      [312, 480],
      'Application Migration Service',
      { testLaunched: true, privateReplication: true },
    )
    const moveFiles = service('datasync', [312, 816], 'DataSync', {
      path: 'directConnect',
      tls: true,
      recurring: true,
    })
    const line = service('direct-connect', [312, 960], 'Direct Connect', {
      connections: 2,
      locations: 2,
      redundant: true,
      encrypted: true,
      bandwidthMbps: 1000,
    })
    const hub = service('transit-gateway', [768, 960], 'Transit gateway', {
      attachments: 2,
      autoAcceptShared: false,
      segmented: true,
    })
    const network = group('vpc', 'Target VPC', [528, 96, 592, 832], {
      facts: { ...vpc, internetGateway: false, cidr: '10.0.0.0/16' },
    })
    const data = service('aurora', [840, 168], 'Aurora database', aurora)
    const files = service('fsx', [984, 816], 'File shares', {
      ...sharedFiles,
      fileSystem: 'windows',
    })
    for (const [zone, y, net] of [
      ['A', 264, 0],
      ['B', 528, 1],
    ] as const) {
      group('availabilityZone', `Availability Zone ${zone}`, [576, y, 208, 232])
      group('privateSubnet', 'App subnet', [600, y + 48, 160, 160], {
        facts: { ...subnet, cidr: `10.0.${net}.0/24` },
      })
      const servers = service('ec2', [624, y + 96], `Moved servers ${zone}`, {
        ...server,
        role: 'app',
      })
      link(moveServers, servers, { kind: 'replication', facts: tls })
      link(servers, data, { facts: { ...sql, readHeavy: true } })
      link(servers, files, { facts: tls })
    }
    drawBaseline(pen, [1176, 96], 'down', ['aws-backup'])
    const privately = { ...tls, networkPath: 'directConnect', mode: 'asynchronous' } as const
    link(machines, moveServers, { kind: 'replication', facts: privately })
    link(database, moveData, { kind: 'replication', facts: privately })
    link(share, moveFiles, { kind: 'replication', facts: privately })
    link(router, line, { label: 'MACsec', facts: privately })
    link(line, hub, { facts: privately })
    link(hub, network, { facts: { ...tls, networkPath: 'transitGateway' } })
    link(moveData, data, { kind: 'replication', facts: tls })
    link(moveFiles, files, { kind: 'replication', facts: tls })
  },
})
