import { bucket, later, tls, warehouse, workflow } from '../assumptions'
import { drawBaseline } from '../baseline'
import { defineTemplate } from '../define'

export default defineTemplate({
  templateId: 'data-lake',
  title: 'Data lake',
  summary:
    'Data from databases, SaaS and applications collected in S3, cleaned, catalogued and queried. For reports and machine learning over data that lies in many systems.',
  also: 'analytics s3 glue athena redshift lake formation etl warehouse bi dashboards lakehouse',
  source: {
    title: 'Data lake foundation (Storage Best Practices for Data and Analytics Applications)',
    url: 'https://docs.aws.amazon.com/whitepapers/latest/building-data-lakes/data-lake-foundation.html',
  },
  draw(pen) {
    const { group, service, link } = pen
    const systems = service('on-prem-database', [0, 96], 'Business databases', {
      encrypted: true,
      backedUp: true,
    })
    const saas = service('saas', [0, 240], 'SaaS', { sso: true })
    const apps = service('mobile-client', [0, 384], 'Apps and websites')
    group('awsCloud', 'AWS Cloud', [168, 0, 1144, 736])
    group('region', 'Region', [192, 48, 1096, 664])
    const copy = service('dms', [216, 96], 'Database Migration Service', {
      migrationType: 'fullLoadAndCdc',
      tls: true,
      path: 'vpn',
      publicAccess: false,
      multiAz: true,
      subnetType: 'private',
    })
    const flow = service('amazon-appflow', [216, 240], 'AppFlow')
    const events = service('amazon-data-firehose', [216, 384], 'Data Firehose')
    const raw = service('s3', [408, 240], 'Raw data', bucket)
    const steps = service('step-functions', [576, 384], 'Pipeline', workflow)
    const clean = service('glue', [576, 240], 'Clean and join', {
      jobType: 'spark',
      encryptedAtRest: true,
      encryptedLogs: true,
    })
    const names = service('glue', [576, 96], 'Data Catalog', {
      jobType: 'catalogOnly',
      encryptedAtRest: true,
      encryptedLogs: true,
    })
    const grants = service('aws-lake-formation', [768, 96], 'Lake Formation')
    const curated = service('s3', [768, 240], 'Curated data', bucket)
    const query = service('athena', [960, 96], 'Athena', {
      encryptedAtRest: true,
      workgroupEnforced: true,
      queryLimitGb: 1000,
    })
    const house = service('redshift', [960, 240], 'Redshift', warehouse)
    const models = service('amazon-sagemaker-ai', [960, 384], 'SageMaker AI')
    const reports = service('amazon-quick-suite', [1152, 240], 'Dashboards')
    const analysts = service('users', [1368, 240], 'Analysts', { where: 'office', mfa: true })
    drawBaseline(pen, [216, 528], 'across', ['kms', 'secrets-manager'])
    const privately = { ...later, networkPath: 'vpn' } as const
    link(systems, copy, { kind: 'data', label: 'Changes', facts: privately })
    link(saas, flow, { kind: 'data', label: 'Records', facts: later })
    link(apps, events, { kind: 'event', label: 'Clicks', facts: later })
    link(copy, raw, { kind: 'data', label: 'Tables', facts: tls })
    link(flow, raw, { kind: 'data', label: 'Files', facts: tls })
    link(events, raw, { kind: 'data', label: 'Batches', facts: tls })
    link(raw, clean, { kind: 'data', label: 'Files', facts: tls })
    link(steps, clean, { kind: 'dependency', label: 'Starts' })
    link(clean, names, { kind: 'dependency', label: 'Describes' })
    link(clean, curated, { kind: 'data', label: 'Parquet', facts: tls })
    link(grants, names, { kind: 'dependency', label: 'Grants' })
    link(curated, query, { kind: 'data', label: 'Queries', facts: tls })
    link(curated, house, { kind: 'data', label: 'Loads', facts: tls })
    link(curated, models, { kind: 'data', label: 'Features', facts: tls })
    link(query, reports, { kind: 'data', label: 'Ad hoc', facts: tls })
    link(house, reports, { kind: 'data', label: 'Reports', facts: tls })
    link(analysts, reports, { facts: tls })
  },
})
