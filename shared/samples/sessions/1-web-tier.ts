import { defineSample } from '../define'

export default defineSample({
  sampleId: 'web-tier',
  title: 'Web shop on two servers',
  customer: 'Example Outfitters',
  description:
    'The classic web tier in one Availability Zone with its own database, and the same shop with AWS best practice applied.',
  draw({ firstBoard, board, note }) {
    firstBoard('Current', 'current', ({ group, service, link }) => {
      const users = service('users', [40, 272], 'Shoppers', { where: 'internet', worldwide: true })
      group('awsCloud', 'AWS Cloud', [216, 40, 752, 560])
      group('region', 'Frankfurt (eu-central-1)', [248, 88, 688, 488], {
        facts: { name: 'eu-central-1' },
      })
      group('vpc', 'Shop VPC', [280, 136, 624, 416], { facts: { cidr: '10.0.0.0/16' } })
      group('availabilityZone', 'eu-central-1a', [312, 184, 560, 344], {
        facts: { name: 'eu-central-1a' },
      })
      group('publicSubnet', 'Public subnet', [344, 224, 496, 280], {
        facts: { cidr: '10.0.1.0/24' },
      })
      const web = service('ec2', [376, 272], 'Web server', {
        role: 'web',
        instances: 1,
        scaling: 'fixed',
        sessionState: 'local',
        servesStaticAssets: true,
        publicIp: true,
      })
      const db = service('ec2', [640, 272], 'MySQL server', {
        role: 'database',
        instances: 1,
        localData: true,
        publicIp: true,
      })
      const disk = service('ebs', [640, 392], 'Data volume', { encryptedAtRest: false })
      link(users, web, { label: 'Shop', facts: { protocol: 'HTTP', encrypted: false } })
      link(web, db, { label: 'Orders', facts: { protocol: 'SQL', readHeavy: true } })
      link(db, disk, { kind: 'data' })
    })

    board('Target', 'target', ({ group, service, link, frame }) => {
      const users = service('users', [40, 400], 'Shoppers', { where: 'internet', worldwide: true })
      group('awsCloud', 'AWS Cloud', [216, 24, 1488, 896], { detail: 'complete' })
      const dns = service('route-53', [248, 120], 'Route 53', {
        routingPolicy: 'simple',
        healthChecks: true,
      })
      const cdn = service('cloudfront', [248, 400], 'CloudFront', {
        viewerHttpsOnly: true,
        minimumTls12: true,
        originHttpsOnly: true,
        waf: true,
        accessLogs: true,
      })
      const waf = service('waf', [248, 256], 'WAF', { managedRules: true, rateLimit: true })
      service('cloudtrail', [1568, 168], 'Who did what', {
        multiRegion: true,
        fileValidation: true,
        separateAccount: true,
        encryptedAtRest: true,
      })
      service('guardduty', [1568, 312], 'Intruder alarm', {
        enabled: true,
        findingsReachSomeone: true,
      })
      service('config', [1568, 456], 'Every change', { enabled: true, allRegions: true })
      const assets = service('s3', [248, 560], 'Product images', {
        publicAccess: false,
        blockPublicAccess: true,
        encryptedAtRest: true,
        versioning: true,
        lifecycle: true,
        originAccessControl: true,
        servesWebsite: false,
        classification: 'public',
      })
      group('region', 'Frankfurt (eu-central-1)', [408, 72, 1136, 824], {
        facts: { name: 'eu-central-1' },
      })
      const vpc = group('vpc', 'Shop VPC', [440, 120, 856, 752], {
        facts: { cidr: '10.0.0.0/16', flowLogs: true },
      })
      group('availabilityZone', 'eu-central-1a', [656, 168, 608, 328], {
        facts: { name: 'eu-central-1a' },
      })
      group('availabilityZone', 'eu-central-1b', [656, 528, 608, 328], {
        facts: { name: 'eu-central-1b' },
      })
      group('publicSubnet', 'Public subnet A', [680, 208, 160, 264], {
        facts: { cidr: '10.0.0.0/24', autoAssignPublicIp: false },
      })
      group('publicSubnet', 'Public subnet B', [680, 568, 160, 264], {
        facts: { cidr: '10.0.1.0/24', autoAssignPublicIp: false },
      })
      group('privateSubnet', 'Private subnet A', [864, 208, 376, 264], {
        facts: { cidr: '10.0.10.0/24' },
      })
      group('privateSubnet', 'Private subnet B', [864, 568, 376, 264], {
        facts: { cidr: '10.0.11.0/24' },
      })
      const alb = service('alb', [488, 432], 'Load balancer', {
        availabilityZones: 2,
        crossZone: true,
        httpsListener: true,
        redirectsHttp: true,
        internetFacing: true,
        accessLogs: true,
        ownSecurityGroup: true,
        deletionProtection: true,
      })
      const nat = { connectivity: 'public', availabilityZones: 1 } as const
      service('nat-gateway', [704, 360], 'NAT gateway A', nat)
      service('nat-gateway', [704, 720], 'NAT gateway B', nat)
      const web = {
        role: 'web',
        runsApplication: true,
        instances: 2,
        availabilityZones: 2,
        scaling: 'dynamic',
        sessionState: 'external',
        localData: false,
        servesStaticAssets: false,
        publicIp: false,
        ownSecurityGroup: true,
        adminPortsOpenToInternet: false,
        instanceRole: true,
        rebuiltFromImage: true,
      } as const
      const webA = service('ec2', [888, 280], 'Web server A', web)
      const webB = service('ec2', [888, 640], 'Web server B', web)
      const database = {
        engine: 'mysql',
        multiAz: true,
        readReplicas: 1,
        backupRetentionDays: 14,
        encryptedAtRest: true,
        publicAccess: false,
        ownSecurityGroup: true,
        deletionProtection: true,
        autoMinorUpgrade: true,
        tlsRequired: true,
        storesBlobsOrSessions: false,
        classification: 'confidential',
      } as const
      const db = service('rds', [1088, 280], 'Orders (Multi-AZ)', database)
      const cache = service('elasticache', [1088, 640], 'Sessions and cache', {
        engine: 'valkey',
        multiAz: true,
        encryptedAtRest: true,
        tlsRequired: true,
        availabilityZones: 2,
        ownSecurityGroup: true,
      })
      const orders = service('sqs', [1344, 168], 'Order e-mails', {
        deadLetterQueue: true,
        encryptedAtRest: true,
        queueType: 'standard',
      })
      const mailer = service('lambda', [1344, 312], 'Send e-mails', {
        inVpc: false,
        failureDestination: true,
      })
      const backup = service('aws-backup', [1344, 456], 'Backups', {
        retentionDays: 35,
        crossRegionCopy: true,
        restoreTested: true,
        encryptedAtRest: true,
      })
      service('cloudwatch', [1344, 600], 'Metrics and alarms', { alarmsReachSomeone: true })
      service('secrets-manager', [1344, 744], 'Database password', { rotation: true })
      const tls = { protocol: 'HTTPS', encrypted: true } as const
      link(users, dns, { kind: 'dependency', label: 'Name', facts: { encrypted: false } })
      link(users, cdn, { facts: tls })
      link(waf, cdn, { kind: 'dependency' })
      link(cdn, assets, { label: 'Images', facts: { ...tls, staticAssets: true } })
      link(cdn, alb, { label: 'Pages', facts: { ...tls, staticAssets: false } })
      for (const server of [webA, webB]) {
        link(alb, server, { facts: tls })
        link(server, db, { facts: { encrypted: true, readHeavy: true } })
        link(server, cache, { facts: { encrypted: true } })
      }
      link(vpc, orders, { kind: 'event', label: 'Order placed', facts: { encrypted: true } })
      link(orders, mailer, { kind: 'event', facts: tls })
      link(db, backup, { kind: 'replication', facts: { encrypted: true } })
      frame('The way in', [16, 8, 640, 936], 'Everything from outside enters through CloudFront.')
      frame('Two of everything', [424, 104, 888, 784], 'Any one Availability Zone may fail.')
    })

    note('challenge', 'The shop was down for four hours on the first Saturday of the sale.')
    note('challenge', 'Nobody dares to restart the database server.')
    note('openQuestion', 'How many orders may be lost at worst if the database fails?')
    note('idea', 'Move product images to S3 first: quick to do, and takes half of the load off.')
    note('nextStep', 'Restore last night’s backup and time it', {
      owner: 'Dana',
      dueDate: '2027-01-15',
    })
  },
})
