import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, is, isOneOf, or, service } from '../expression'
import { choose, setFact, suggestion } from '../fix'
import { WELL_BUILT } from '../well-built'

const dns = service('route-53')
const cdn = service('cloudfront')

export default defineRule({
  id: 'REL-28',
  title: 'The first address that people reach knows a second place to send them',
  pillar: 'reliability',
  designPrinciples: ['designForFailure'],
  risk: 'medium',
  riskNote:
    'AWS rates failover of a whole workload; a load balancer over two zones behind the address covers most failures.',
  bestPractices: ['REL11-BP02', 'REL02-BP01'],
  on: { services: ['route-53', 'cloudfront'] },
  assert: or(
    and(
      dns,
      is('healthChecks', true),
      isOneOf('routingPolicy', ['failover', 'weighted', 'latency', 'geolocation', 'multivalue']),
    ),
    and(cdn, is('originFailover', true)),
  ),
  message: '{label} keeps sending people to the same place when that is down.',
  rationale:
    'DNS and CDN are the only parts that are there when a whole site is not. With health checks, or a second origin, they show people the other site, or at least a page that says what is going on.',
  remediation:
    'Give the records in Route 53 health checks and a failover policy; give the CloudFront distribution an origin group with a second origin, such as a static page in S3.',
  falsePositives:
    'Names for internal use, and distributions in front of one bucket, which is redundant by itself.',
  question: {
    text: 'If the site behind {label} is down, where are people sent?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose(
      'Fail over to a second site',
      setFact('healthChecks', true, dns),
      setFact('routingPolicy', 'failover', dns),
      setFact('originFailover', true, cdn),
    ),
    choose(
      'Keep a static page in S3 for the time it is down',
      setFact('healthChecks', true, dns),
      setFact('routingPolicy', 'failover', dns),
      setFact('originFailover', true, cdn),
      {
        do: 'add',
        service: 's3',
        label: 'Standby page',
        facts: { ...WELL_BUILT.s3, servesWebsite: true, originAccessControl: true },
        where: 'region',
        connect: { direction: 'to', kind: 'data', facts: { encrypted: true } },
        when: cdn,
      },
      {
        do: 'add',
        service: 'cloudfront',
        label: 'Standby page',
        facts: WELL_BUILT.cloudfront,
        where: 'beside',
        connect: { direction: 'to', kind: 'request', facts: { encrypted: true } },
        when: dns,
      },
    ),
  ),
  references: [
    {
      title: 'Creating Amazon Route 53 health checks and configuring DNS failover',
      url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover.html',
    },
    {
      title: 'Optimize high availability with CloudFront origin failover',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
    },
  ],
  crosswalk: {
    securityHub: ['CloudFront.4'],
    checkov: ['CKV_AWS_310'],
    guard: ['CLOUDFRONT_ORIGIN_FAILOVER_ENABLED'],
  },
  examples: {
    pass: [
      board`route-53{routingPolicy=failover, healthChecks=true}`,
      board`cloudfront{originFailover=true}`,
    ],
    fail: [
      board`route-53{routingPolicy=simple}`,
      board`route-53{healthChecks=false}`,
      board`cloudfront{originFailover=false}`,
    ],
    nearlyFail: [board`route-53{routingPolicy=latency, healthChecks=true}`],
    ask: [board`route-53`, board`cloudfront`],
    notApplicable: [board`users -> alb`],
  },
})
