import { defineSample } from '../define'

export default defineSample({
  sampleId: 'order-pipeline',
  title: 'Serverless order pipeline',
  customer: 'Example Foods',
  description:
    'Orders from a web and a mobile app through API Gateway, queues and Step Functions, without a server to run.',
  draw({ firstBoard, note }) {
    firstBoard('Target', 'target', ({ group, service, link, frame }) => {
      const web = service('users', [40, 152], 'Web customers', { where: 'internet' })
      const mobile = service('mobile-client', [40, 376], 'Mobile app', { appKind: 'native' })
      group('awsCloud', 'AWS Cloud', [200, 24, 1344, 712])
      const cdn = service('cloudfront', [232, 152], 'CloudFront', {
        viewerHttpsOnly: true,
        minimumTls12: true,
        originHttpsOnly: true,
        waf: true,
        accessLogs: true,
      })
      group('region', 'Ireland (eu-west-1)', [392, 72, 1120, 640], { facts: { name: 'eu-west-1' } })
      const site = service('s3', [432, 128], 'Web app files', {
        publicAccess: false,
        encryptedAtRest: true,
        versioning: true,
        lifecycle: true,
        originAccessControl: true,
        servesWebsite: true,
        classification: 'public',
      })
      const signIn = service('cognito', [432, 552], 'Sign-in', { mfa: 'required' })
      const api = service('api-gateway', [432, 352], 'Orders API', {
        authorization: 'cognito',
        throttled: true,
        waf: true,
        accessLogs: true,
        tracing: true,
      })
      const intake = service('lambda', [632, 352], 'Take order', {
        timeoutSeconds: 10,
        failureDestination: true,
        tracing: true,
      })
      const orders = service('dynamodb', [632, 152], 'Orders', {
        capacity: 'onDemand',
        pointInTimeRecovery: true,
        encryptedAtRest: true,
        deletionProtection: true,
        classification: 'confidential',
      })
      const queue = service('sqs', [832, 352], 'Orders to fulfil', {
        deadLetterQueue: true,
        encryptedAtRest: true,
        queueType: 'standard',
      })
      const failed = service('sqs', [832, 552], 'Failed orders', {
        isDeadLetterQueue: true,
        encryptedAtRest: true,
        alarms: true,
      })
      const starter = service('lambda', [1016, 352], 'Start fulfilment', {
        timeoutSeconds: 10,
        failureDestination: true,
      })
      const flow = service('step-functions', [1200, 352], 'Fulfil order', {
        workflowType: 'standard',
        errorHandling: true,
        tracing: true,
      })
      const bus = service('eventbridge', [1200, 152], 'Order events', {
        deadLetterQueue: true,
        encryptedAtRest: true,
      })
      const mail = service('sns', [1376, 152], 'Tell the customer', {
        encryptedAtRest: true,
        deadLetterQueue: true,
      })
      const payment = service('lambda', [1376, 352], 'Charge card', {
        timeoutSeconds: 20,
        failureDestination: true,
      })
      const bank = service('third-party', [1608, 352], 'Payment provider', { exchange: 'api' })
      service('cloudwatch', [1016, 552], 'Metrics and alarms', { alarmsReachSomeone: true })
      service('secrets-manager', [1200, 552], 'Provider keys', { rotation: true })
      const tls = { protocol: 'HTTPS', encrypted: true } as const
      link(web, cdn, { facts: tls })
      link(cdn, site, { facts: { ...tls, staticAssets: true } })
      link(cdn, api, { facts: { ...tls, staticAssets: false } })
      link(mobile, api, { facts: tls })
      link(api, signIn, { kind: 'dependency' })
      link(api, intake, { facts: tls })
      link(intake, orders, { kind: 'data', facts: { ...tls, readHeavy: false } })
      link(intake, queue, { kind: 'event', facts: tls })
      link(queue, failed, { kind: 'event', label: 'after 3 tries', facts: tls })
      link(queue, starter, { kind: 'event', facts: tls })
      link(starter, flow, { facts: { ...tls, mode: 'asynchronous' } })
      link(flow, bus, { kind: 'event', facts: tls })
      link(bus, mail, { kind: 'event', facts: tls })
      link(flow, payment, { facts: { ...tls, mode: 'asynchronous' } })
      link(payment, bank, { facts: { ...tls, mode: 'asynchronous' } })
      frame('Taking an order', [24, 48, 944, 640])
      frame('Fulfilling it', [816, 120, 912, 560])
    })
    note('challenge', 'On Fridays orders arrive faster than the kitchen system takes them.')
    note('idea', 'Let the queue hold the rush and fulfil at the kitchen’s pace.')
    note('nextStep', 'Load test with three times last Friday’s peak', { owner: 'Noor' })
  },
})
