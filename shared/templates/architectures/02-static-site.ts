import { cdn, dns, firewall, later, tls, webBucket } from '../assumptions'
import { drawBaseline } from '../baseline'
import { defineTemplate } from '../define'

export default defineTemplate({
  templateId: 'static-site',
  title: 'Static website',
  summary:
    'A site of files, served worldwide by CloudFront from a private bucket with a copy in a second Region. For sites and single-page applications without a server.',
  also: 's3 cloudfront spa single page app jamstack website hosting',
  source: {
    title: 'Get started with a secure static website (CloudFront Developer Guide)',
    url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/getting-started-secure-static-website-cloudformation-template.html',
  },
  draw(pen) {
    const { group, service, link } = pen
    const users = service('users', [0, 144], 'Visitors', { where: 'internet' })
    group('awsCloud', 'AWS Cloud', [168, 0, 1264, 504])
    const edge = service('cloudfront', [384, 144], 'CloudFront', { ...cdn, originFailover: true })
    const guard = service('waf', [192, 264], 'WAF', firewall)
    const names = service('route-53', [192, 384], 'Route 53', dns)
    group('region', 'Main Region', [552, 48, 856, 232])
    const site = service('s3', [648, 144], 'Site files', webBucket)
    group('region', 'Second Region', [552, 312, 256, 160])
    const copy = service('s3', [648, 360], 'Copy of the site', webBucket)
    drawBaseline(pen, [792, 96], 'across')
    link(users, edge, { facts: tls })
    link(users, names, { kind: 'dependency', label: 'Name' })
    link(guard, edge, { kind: 'dependency', label: 'Filters' })
    link(edge, site, { facts: { ...tls, staticAssets: true } })
    link(edge, copy, { label: 'On failure', facts: { ...tls, staticAssets: true } })
    link(site, copy, { kind: 'replication', facts: later })
  },
})
