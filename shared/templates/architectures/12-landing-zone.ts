import { aurora, bucket, containers, later, sql, tls, vpc } from '../assumptions'
import { defineTemplate } from '../define'

export default defineTemplate({
  templateId: 'landing-zone',
  title: 'Landing zone with several accounts',
  summary:
    'Accounts for logs, security, network and each environment under one organization, joined by a transit gateway. For anyone with more than one workload on AWS.',
  also: 'control tower organizations multi-account ou governance guardrails identity center',
  source: {
    title: 'Recommended OUs and accounts (Organizing Your AWS Environment Using Multiple Accounts)',
    url: 'https://docs.aws.amazon.com/whitepapers/latest/organizing-your-aws-environment/recommended-ous-and-accounts.html',
  },
  draw({ group, service, link }) {
    const staff = service('users', [0, 120], 'Staff', { where: 'office', mfa: true })
    group('awsCloud', 'AWS Organization', [168, 0, 1416, 960], {
      facts: { testEnvironment: true },
    })
    const account = (
      label: string,
      rect: readonly [number, number, number, number],
      environment: string,
    ) => group('account', label, rect, { facts: { environment, testEnvironment: true } })

    account('Management account', [192, 72, 1368, 160], 'shared')
    const signIn = service('iam-identity-center', [216, 120], 'IAM Identity Center', {
      identitySource: 'external',
      mfa: true,
    })
    const tower = service('aws-control-tower', [864, 120], 'Control Tower')
    service('aws-organizations', [1416, 120], 'Organizations')

    const security = group('generic', 'Security', [192, 312, 496, 624])
    account('Log archive account', [216, 360, 448, 264], 'shared')
    const trail = service('cloudtrail', [240, 480], 'Trail of all accounts', {
      multiRegion: true,
      fileValidation: true,
      separateAccount: true,
      encryptedAtRest: true,
    })
    const logs = service('s3', [384, 480], 'All logs', { ...bucket, classification: 'internal' })
    const archive = service('s3-glacier', [528, 480], 'Archive', {
      encryptedAtRest: true,
      retrieval: 'deep',
      objectLock: true,
      classification: 'internal',
    })
    account('Security tooling account', [216, 648, 448, 264], 'shared')
    service('guardduty', [240, 768], 'GuardDuty', { enabled: true, findingsReachSomeone: true })
    service('security-hub', [384, 768], 'Security Hub', {
      enabled: true,
      findingsReachSomeone: true,
    })
    service('config', [528, 768], 'Config', { enabled: true, allRegions: true })

    const infrastructure = group('generic', 'Infrastructure', [720, 312, 400, 624])
    account('Network account', [744, 360, 352, 552], 'shared')
    const names = service('res-amazon-route-53-resolver', [768, 480], 'DNS for all')
    const hub = service('transit-gateway', [936, 480], 'Transit gateway', {
      attachments: 3,
      autoAcceptShared: false,
      segmented: true,
    })
    const inspection = group('vpc', 'Inspection VPC', [912, 696, 160, 192], {
      facts: { ...vpc, cidr: '10.0.0.0/16' },
    })
    service('aws-network-firewall', [936, 768], 'Network Firewall')

    const workloads = group('generic', 'Workloads', [1152, 312, 408, 624])
    const workload = (
      name: string,
      top: number,
      net: number,
      environment: { account: string; service: string },
    ) => {
      account(`${name} account`, [1176, top, 360, 264], environment.account)
      const network = group('vpc', `${name} VPC`, [1200, top + 48, 312, 192], {
        facts: { ...vpc, internetGateway: false, cidr: `10.${net}.0.0/16` },
      })
      const app = service('fargate', [1224, top + 120], 'Application', {
        ...containers,
        environment: environment.service,
      })
      const data = service('aurora', [1368, top + 120], 'Aurora database', {
        ...aurora,
        environment: environment.service,
      })
      link(app, data, { facts: { ...sql, readHeavy: true } })
      link(hub, network, { facts: { ...tls, networkPath: 'transitGateway' } })
    }
    workload('Production', 360, 1, { account: 'prod', service: 'production' })
    workload('Test', 648, 2, { account: 'non-prod', service: 'nonProduction' })
    link(staff, signIn, { facts: tls })
    for (const unit of [security, infrastructure, workloads])
      link(tower, unit, { kind: 'dependency', label: 'Controls' })
    link(trail, logs, { kind: 'data', label: 'Logs', facts: later })
    link(logs, archive, { kind: 'data', label: 'Old', facts: later })
    link(names, hub, { kind: 'dependency', label: 'Shared' })
    link(hub, inspection, { label: 'Inspected', facts: { ...tls, networkPath: 'transitGateway' } })
  },
})
