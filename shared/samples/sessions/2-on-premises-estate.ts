import { defineSample } from '../define'

export default defineSample({
  sampleId: 'on-premises-estate',
  title: 'Data center exit',
  customer: 'Example Logistics',
  description:
    'An on-premises estate about to migrate: VMware hosts, a file server, databases and mail, with one of the seven Rs for each workload.',
  draw({ firstBoard, note }) {
    firstBoard('Current', 'current', ({ group, service, link, frame }) => {
      const staff = service('office', [40, 336], 'Depots and offices', {
        people: 420,
        connection: 'mpls',
        secondLine: false,
      })
      const partners = service('third-party', [40, 584], 'Freight partners', { exchange: 'files' })
      group('corporateDataCenter', 'Data center Hamburg', [216, 40, 1032, 816], {
        facts: { location: 'Hamburg', uplinkMbps: 500, exitDate: '2027-09-30' },
      })
      const firewall = service(
        'on-prem-firewall',
        [256, 336],
        'Firewall pair',
        { redundant: true, vpnCapable: true, criticality: 'mission-critical' },
        { disposition: 'retain', why: 'Stays until the last depot has its own line.' },
      )
      const balancer = service(
        'on-prem-load-balancer',
        [408, 336],
        'Load balancer',
        {
          redundant: false,
          tlsTermination: true,
          stickySessions: true,
          criticality: 'mission-critical',
        },
        { disposition: 'replatform', why: 'An Application Load Balancer does the same.' },
      )
      group('generic', 'VMware cluster (3 hosts)', [568, 104, 416, 496])
      const host = service(
        'vmware-host',
        [600, 152],
        'ESXi hosts',
        {
          hosts: 3,
          vmCount: 46,
          vsphereVersion: '7.0',
          sharedStorage: true,
          criticality: 'mission-critical',
        },
        { disposition: 'relocate', why: 'The lease ends before the applications can be rebuilt.' },
      )
      const portal = service(
        'vm',
        [600, 296],
        'Customer portal',
        {
          role: 'web',
          operatingSystem: 'linux',
          vcpus: 4,
          memoryGib: 16,
          criticality: 'important',
          backedUp: true,
        },
        { disposition: 'refactor', why: 'Peaks each Monday; the team wants containers.' },
      )
      const tracking = service(
        'vm',
        [776, 296],
        'Shipment tracking',
        {
          role: 'app',
          operatingSystem: 'linux',
          vcpus: 8,
          memoryGib: 32,
          criticality: 'mission-critical',
          backedUp: true,
        },
        { disposition: 'rehost' },
      )
      const erpNode = service(
        'vm',
        [600, 448],
        'ERP',
        {
          role: 'app',
          operatingSystem: 'windows',
          vcpus: 16,
          memoryGib: 128,
          criticality: 'mission-critical',
        },
        { disposition: 'replatform', why: 'Same application, database to RDS for SQL Server.' },
      )
      const intranet = service(
        'vm',
        [776, 448],
        'Old intranet',
        {
          role: 'web',
          operatingSystem: 'windows',
          operatingSystemSupported: false,
          criticality: 'supporting',
        },
        { disposition: 'retire', why: 'Eleven visits last month.' },
      )
      const oracle = service(
        'on-prem-database',
        [1064, 216],
        'Tracking DB (Oracle)',
        {
          engine: 'oracle',
          dataVolumeGib: 1800,
          highAvailability: false,
          proprietaryFeatures: true,
          criticality: 'mission-critical',
        },
        { disposition: 'refactor', why: 'Licence renewal is due; moving to Aurora PostgreSQL.' },
      )
      const sqlServer = service(
        'on-prem-database',
        [1064, 408],
        'ERP DB (SQL Server)',
        {
          engine: 'sqlserver',
          dataVolumeGib: 650,
          highAvailability: false,
          criticality: 'mission-critical',
        },
        { disposition: 'replatform' },
      )
      const files = service('on-prem-file-server', [600, 688], 'File server', {
        protocol: 'smb',
        dataVolumeGib: 14_000,
        activeDirectory: true,
        criticality: 'important',
      })
      const mail = service(
        'on-prem-mail-server',
        [776, 688],
        'Mail',
        { product: 'Exchange 2016', mailboxes: 430, criticality: 'important' },
        { disposition: 'repurchase', why: 'To a mail service; nobody wants to run it.' },
      )
      const storage = service('on-prem-storage', [1064, 600], 'SAN', {
        kind: 'block',
        dataVolumeGib: 40_000,
        encrypted: false,
        replicated: false,
        criticality: 'mission-critical',
        endOfLife: '2027-06-30',
      })
      link(staff, firewall, { facts: { encrypted: true } })
      link(partners, firewall, {
        kind: 'data',
        label: 'Manifests',
        facts: { protocol: 'SFTP', encrypted: true },
      })
      link(firewall, balancer, { facts: { protocol: 'HTTPS', encrypted: true } })
      link(balancer, portal, { facts: { protocol: 'HTTP', encrypted: false } })
      link(portal, tracking, { facts: { protocol: 'HTTP', encrypted: false, mode: 'synchronous' } })
      link(tracking, oracle, { facts: { protocol: 'SQL' } })
      link(portal, erpNode, { label: 'Invoices', facts: { protocol: 'HTTP', encrypted: false } })
      link(erpNode, sqlServer, { facts: { protocol: 'SQL' } })
      link(intranet, files, { kind: 'dependency', facts: { protocol: 'SMB' } })
      link(erpNode, files, { kind: 'data', label: 'Scans', facts: { protocol: 'SMB' } })
      link(oracle, storage, { kind: 'data' })
      link(sqlServer, storage, { kind: 'data' })
      link(host, storage, { kind: 'dependency' })
      link(staff, mail, { facts: { encrypted: true } })
      frame('What customers touch', [240, 88, 1000, 520])
      frame('What only we touch', [568, 584, 680, 248])
    })
    note('challenge', 'The data center contract ends on 30 September 2027 and will not be renewed.')
    note('challenge', 'Every Monday morning the customer portal is slow until eleven.')
    note('openQuestion', 'Which file shares have been opened by anyone in the last year?')
    note('openQuestion', 'May shipment data leave Germany?')
    note('idea', 'Move tracking and its database in one wave: they talk all the time.')
    note('nextStep', 'Run discovery agents on all hosts for two weeks', {
      owner: 'Kim',
      dueDate: '2027-01-22',
    })
    note('nextStep', 'Get the Oracle licence terms from purchasing', { owner: 'Ali' })
  },
})
