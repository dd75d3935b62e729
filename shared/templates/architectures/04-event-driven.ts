import { api, bucket, bus, lambda, later, queue, table, tls, topic, workflow } from '../assumptions'
import { drawBaseline } from '../baseline'
import { defineTemplate } from '../define'

export default defineTemplate({
  templateId: 'event-driven',
  title: 'Event-driven application',
  summary:
    'Services tell an event bus what happened, others take what concerns them. For teams that want to add and change parts without asking each other.',
  also: 'eventbridge events decoupled microservices choreography sns sqs step functions',
  source: {
    title: 'What is an event-driven architecture?',
    url: 'https://aws.amazon.com/event-driven-architecture/',
  },
  draw(pen) {
    const { group, service, link } = pen
    const users = service('users', [0, 240], 'Customers', { where: 'internet' })
    group('awsCloud', 'AWS Cloud', [168, 0, 1120, 880])
    group('region', 'Region', [192, 48, 1072, 808])
    const front = service('api-gateway', [216, 240], 'Orders API', { ...api, authorization: 'jwt' })
    const take = service('lambda', [384, 240], 'Take order', {
      ...lambda,
      timeoutSeconds: 10,
      invocation: 'synchronous',
    })
    const events = service('eventbridge', [576, 240], 'Event bus', bus)
    const toFulfil = service('sqs', [792, 96], 'Orders to fulfil', queue)
    const fulfil = service('lambda', [960, 96], 'Fulfil order', {
      ...lambda,
      timeoutSeconds: 30,
      invocation: 'stream',
    })
    const orders = service('dynamodb', [1128, 96], 'Orders', table)
    const billing = service('step-functions', [792, 240], 'Billing', workflow)
    const charge = service('lambda', [960, 240], 'Charge card', {
      ...lambda,
      timeoutSeconds: 30,
      invocation: 'asynchronous',
    })
    const provider = service('third-party', [1344, 240], 'Payment provider', { exchange: 'api' })
    const news = service('sns', [792, 384], 'Notifications', topic)
    const mail = service('amazon-simple-email-service', [960, 384], 'E-mail')
    const delivery = service('amazon-data-firehose', [792, 528], 'Data Firehose')
    const archive = service('s3', [960, 528], 'Event archive', bucket)
    drawBaseline(pen, [216, 672], 'across', ['secrets-manager', 'kms'])
    link(users, front, { facts: tls })
    link(front, take, { facts: tls })
    link(take, events, { kind: 'event', label: 'Ordered', facts: later })
    link(events, toFulfil, { kind: 'event', label: 'Ordered', facts: later })
    link(events, billing, { kind: 'event', label: 'Ordered', facts: later })
    link(events, delivery, { kind: 'event', label: 'Everything', facts: later })
    link(events, news, { kind: 'event', label: 'Shipped', facts: later })
    link(toFulfil, fulfil, { kind: 'event', label: 'Order', facts: later })
    link(fulfil, orders, { kind: 'data', label: 'State', facts: { ...tls, readHeavy: false } })
    link(billing, charge, { facts: later })
    link(charge, provider, { facts: later })
    link(news, mail, { kind: 'event', label: 'Message', facts: later })
    link(delivery, archive, { kind: 'data', label: 'Events', facts: tls })
  },
})
