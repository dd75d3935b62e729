import { api, bucket, lambda, later, search, stream, table, tls, topic } from '../assumptions'
import { drawBaseline } from '../baseline'
import { defineTemplate } from '../define'

export default defineTemplate({
  templateId: 'streaming',
  title: 'Streaming analytics',
  summary:
    'Events from devices and apps in one stream that several readers work on at once. For dashboards, alarms and decisions within seconds.',
  also: 'kinesis flink real-time iot telemetry clickstream kafka firehose opensearch',
  source: {
    title: 'Amazon Kinesis Data Streams Developer Guide',
    url: 'https://docs.aws.amazon.com/streams/latest/dev/introduction.html',
  },
  draw(pen) {
    const { group, service, link } = pen
    const devices = service('client', [0, 96], 'Devices')
    const apps = service('mobile-client', [0, 240], 'Apps')
    group('awsCloud', 'AWS Cloud', [168, 0, 976, 736])
    group('region', 'Region', [192, 48, 928, 664])
    const things = service('aws-iot-core', [216, 96], 'IoT Core')
    const front = service('api-gateway', [216, 240], 'Events API', { ...api, authorization: 'jwt' })
    const events = service('kinesis', [408, 240], 'Event stream', stream)
    const windows = service('amazon-managed-service-for-apache-flink', [624, 96], 'Apache Flink')
    const react = service('lambda', [624, 240], 'React to events', {
      ...lambda,
      timeoutSeconds: 60,
      invocation: 'stream',
    })
    const delivery = service('amazon-data-firehose', [624, 384], 'Data Firehose')
    const live = service('opensearch', [816, 96], 'Search and trends', search)
    const boards = service('amazon-managed-grafana', [984, 96], 'Managed Grafana')
    const state = service('dynamodb', [816, 240], 'Current state', table)
    const lake = service('s3', [816, 384], 'All events', bucket)
    const alarms = service('sns', [984, 240], 'Alarms', topic)
    const query = service('athena', [984, 384], 'Athena', {
      encryptedAtRest: true,
      workgroupEnforced: true,
      queryLimitGb: 1000,
    })
    const people = service('users', [1200, 96], 'Operators', { where: 'office', mfa: true })
    drawBaseline(pen, [216, 528], 'across', ['kms'])
    link(devices, things, { kind: 'event', label: 'MQTT', facts: later })
    link(apps, front, { kind: 'event', label: 'Clicks', facts: later })
    link(things, events, { kind: 'event', label: 'Telemetry', facts: later })
    link(front, events, { kind: 'event', label: 'Clicks', facts: later })
    link(events, windows, { kind: 'data', label: 'Windows', facts: later })
    link(events, react, { kind: 'data', label: 'Each one', facts: later })
    link(events, delivery, { kind: 'data', label: 'Batches', facts: later })
    link(windows, live, { kind: 'data', label: 'Trends', facts: tls })
    link(react, state, { kind: 'data', label: 'State', facts: { ...tls, readHeavy: false } })
    link(state, alarms, { kind: 'event', label: 'Limit', facts: later })
    link(delivery, lake, { kind: 'data', label: 'Parquet', facts: tls })
    link(query, lake, { kind: 'data', label: 'Queries', facts: tls })
    link(boards, live, { facts: tls })
    link(people, boards, { facts: tls })
  },
})
