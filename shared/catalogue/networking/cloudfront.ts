import { environment, yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'cloudfront',
  name: 'Amazon CloudFront',
  shortName: 'CloudFront',
  category: 'networkingContentDelivery',
  aliases: ['amazon cloudfront', 'cdn', 'content delivery network', 'edge cache'],
  purposes: [
    'cdn',
    'global delivery',
    'static content',
    'caching',
    'edge',
    'downloads',
    'video delivery',
  ],
  icon: 'architecture-service/AmazonCloudFront',
  scope: 'global',
  traits: ['cdn'],
  summary: 'Serves content from the edge location nearest to each user.',
  facts: [
    yesNo('viewerHttpsOnly', 'Viewers use HTTPS', [
      'Do all visitors reach {label} by https?',
      'Does {label} redirect viewers to HTTPS, or allow HTTPS only?',
    ]),
    yesNo('minimumTls12', 'TLS 1.2 or newer', [
      'Must very old browsers be able to use {label}?',
      'Is the security policy of {label} TLSv1.2 or newer?',
    ]),
    yesNo('originHttpsOnly', 'HTTPS to the origin', [
      'Is the traffic behind {label}, towards the servers, encrypted as well?',
      'Does {label} use HTTPS only towards its origins?',
    ]),
    yesNo('waf', 'Web application firewall', [
      'Does anything filter attacks before they reach {label}?',
      'Is a web ACL associated with {label}?',
    ]),
    yesNo('s3OriginAccessControl', 'Reads buckets with access control', [
      'Can {label} alone read the buckets behind it, or can anyone fetch from them directly?',
      'Does {label} reach its S3 origins with origin access control?',
    ]),
    yesNo('originFailover', 'Origin failover', [
      'If the servers behind {label} fail, is there a second source?',
      'Does {label} use an origin group?',
    ]),
    yesNo(
      'accessLogs',
      'Access logs',
      ['Is there a record of who called {label}?', 'Are access logs on for {label}?'],
      {
        awsDefault: {
          value: false,
          source:
            'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html',
        },
      },
    ),
    environment,
  ],
})
