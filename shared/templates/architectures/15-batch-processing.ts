import {
  bucket,
  bus,
  endpoints,
  later,
  registry,
  table,
  tls,
  topic,
  vpc,
  workflow,
} from '../assumptions'
import { drawBaseline } from '../baseline'
import { defineTemplate } from '../define'

export default defineTemplate({
  templateId: 'batch-processing',
  title: 'Batch processing',
  summary:
    'Files that arrive start jobs on machines that exist only while there is work. For nightly runs, rendering, simulation and conversion.',
  also: 'aws batch jobs nightly hpc spot fargate step functions file transfer sftp scheduled',
  source: {
    title: 'AWS Batch User Guide',
    url: 'https://docs.aws.amazon.com/batch/latest/userguide/what-is-batch.html',
  },
  draw(pen) {
    const { group, service, link } = pen
    const partners = service('third-party', [0, 240], 'Partners', { exchange: 'files' })
    group('awsCloud', 'AWS Cloud', [168, 0, 1168, 760])
    group('region', 'Region', [192, 48, 1120, 688])
    const door = service('aws-transfer-family', [216, 240], 'Transfer Family')
    const input = service('s3', [384, 240], 'Files to process', bucket)
    const arrivals = service('eventbridge', [552, 240], 'Arrivals', bus)
    const steps = service('step-functions', [720, 240], 'Job steps', workflow)
    const failures = service('sns', [720, 96], 'Failures', topic)
    const status = service('dynamodb', [720, 384], 'Job status', table)
    group('vpc', 'Batch VPC', [888, 144, 208, 328], {
      facts: { ...vpc, internetGateway: false, cidr: '10.0.0.0/16' },
    })
    const jobs = service('aws-batch', [936, 240], 'Batch jobs')
    service('vpc-endpoint', [936, 360], 'Endpoints', endpoints)
    const results = service('s3', [1176, 240], 'Results', bucket)
    const images = service('ecr', [1176, 384], 'Job images', registry)
    drawBaseline(pen, [216, 552], 'across', ['kms'])
    link(partners, door, { kind: 'data', label: 'Files', facts: { ...later, protocol: 'SFTP' } })
    link(door, input, { kind: 'data', label: 'Files', facts: tls })
    link(input, arrivals, { kind: 'event', label: 'New file', facts: later })
    link(arrivals, steps, { kind: 'event', label: 'Start', facts: later })
    link(steps, jobs, { facts: later })
    link(steps, failures, { kind: 'event', label: 'Failed', facts: later })
    link(steps, status, { kind: 'data', label: 'Status', facts: { ...tls, readHeavy: false } })
    link(jobs, results, { kind: 'data', label: 'Files', facts: tls })
    link(images, jobs, { kind: 'dependency', label: 'Images' })
  },
})
