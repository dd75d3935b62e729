import {
  api,
  bucket,
  cdn,
  deadLetters,
  dns,
  firewall,
  lambda,
  later,
  queue,
  table,
  tls,
  webBucket,
} from '../assumptions'
import { drawBaseline } from '../baseline'
import { defineTemplate } from '../define'

export default defineTemplate({
  templateId: 'serverless-api',
  title: 'Serverless web application',
  summary:
    'API Gateway, Lambda and DynamoDB, with slow work behind a queue. For new applications with uneven load that nobody wants to run servers for.',
  also: 'api gateway lambda dynamodb rest backend mobile microservice sqs cognito',
  source: {
    title: 'RESTful microservices (Serverless Applications Lens, AWS Well-Architected)',
    url: 'https://docs.aws.amazon.com/wellarchitected/latest/serverless-applications-lens/restful-microservices.html',
  },
  draw(pen) {
    const { group, service, link } = pen
    const users = service('users', [0, 312], 'Users', { where: 'internet' })
    group('awsCloud', 'AWS Cloud', [168, 0, 1240, 664])
    const names = service('route-53', [192, 168], 'Route 53', dns)
    const edge = service('cloudfront', [192, 312], 'CloudFront', cdn)
    const guard = service('waf', [192, 456], 'WAF', firewall)
    group('region', 'Region', [336, 48, 1048, 592])
    const site = service('s3', [360, 168], 'Web app files', webBucket)
    const front = service('api-gateway', [360, 312], 'API', { ...api, authorization: 'cognito' })
    const people = service('cognito', [360, 456], 'Sign-in', { mfa: 'required' })
    const take = service('lambda', [528, 312], 'Handle request', {
      ...lambda,
      timeoutSeconds: 10,
      invocation: 'synchronous',
    })
    const records = service('dynamodb', [528, 168], 'Records', table)
    const waiting = service('sqs', [696, 312], 'Work queue', queue)
    const failed = service('sqs', [696, 456], 'Failed work', deadLetters)
    const worker = service('lambda', [864, 312], 'Do slow work', {
      ...lambda,
      timeoutSeconds: 120,
      invocation: 'stream',
    })
    const results = service('s3', [1032, 312], 'Documents', bucket)
    drawBaseline(pen, [1200, 96], 'down')
    link(users, edge, { facts: tls })
    link(users, names, { kind: 'dependency', label: 'Name' })
    link(guard, edge, { kind: 'dependency', label: 'Filters' })
    link(edge, site, { facts: { ...tls, staticAssets: true } })
    link(edge, front, { facts: { ...tls, staticAssets: false } })
    link(front, people, { kind: 'dependency', label: 'Tokens' })
    link(front, take, { facts: tls })
    link(take, records, { kind: 'data', label: 'Items', facts: { ...tls, readHeavy: false } })
    link(take, waiting, { kind: 'event', label: 'Job', facts: later })
    link(waiting, failed, { kind: 'event', label: 'After 3 tries', facts: later })
    link(waiting, worker, { kind: 'event', label: 'Job', facts: later })
    link(worker, records, { kind: 'data', label: 'Status', facts: { ...tls, readHeavy: false } })
    link(worker, results, { kind: 'data', label: 'Files', facts: tls })
  },
})
