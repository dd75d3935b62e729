import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { anyDrawn, is, noneDrawn, or, trait } from '../expression'
import { choose, setFact, suggestion } from '../fix'
import { fromOutside } from '../parts'
import { WELL_BUILT } from '../well-built'

export default defineRule({
  id: 'PERF-01',
  title: 'Static files come from S3 and CloudFront, not from web servers',
  pillar: 'performanceEfficiency',
  designPrinciples: ['leverageStorageOptions', 'dontFearConstraints'],
  risk: 'medium',
  bestPractices: ['PERF03-BP05', 'PERF03-BP01'],
  on: { services: ['ec2'] },
  when: anyDrawn('peersIn', or(fromOutside, trait('loadBalancer', 'cdn', 'networkGateway', 'dns'))),
  assert: or(anyDrawn('peersIn', trait('cdn')), is('servesStaticAssets', false)),
  message: '{label} hands out images, scripts and downloads itself.',
  rationale:
    'Files that are the same for everyone need no server. S3 keeps them for less, CloudFront serves them from near the user, and the servers keep their capacity for what only they can do.',
  remediation:
    'Put static assets into S3 and CloudFront in front, or at least cache them in CloudFront.',
  falsePositives: 'Internal tools with a handful of users.',
  question: {
    text: 'Do images, scripts and downloads come from {label} itself?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose('Keep them in S3', setFact('servesStaticAssets', false), {
      do: 'add',
      service: 's3',
      label: 'Static files',
      facts: { ...WELL_BUILT.s3, servesWebsite: true, originAccessControl: true },
      where: 'region',
      connect: { direction: 'to', kind: 'dependency' },
    }),
    choose(
      'Cache them in CloudFront',
      {
        do: 'putInFront',
        service: 'cloudfront',
        facts: WELL_BUILT.cloudfront,
        from: fromOutside,
        edgeFacts: { encrypted: true },
        when: anyDrawn('peersIn', fromOutside),
      },
      {
        do: 'add',
        service: 'cloudfront',
        facts: WELL_BUILT.cloudfront,
        where: 'awsCloud',
        connect: {
          direction: 'from',
          kind: 'request',
          facts: { encrypted: true, staticAssets: true },
        },
        when: noneDrawn('peersIn', or(fromOutside, trait('cdn'))),
      },
    ),
  ),
  references: [
    {
      title: 'PERF03-BP05 Implement data access patterns that utilize caching',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/performance-efficiency-pillar/perf_data_access_patterns_caching.html',
    },
    {
      title: 'Get started with a secure static website',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/getting-started-secure-static-website-cloudformation-template.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`users -> web:ec2{servesStaticAssets=false}, users -> cloudfront -> s3`,
      board`users -> cloudfront -> web:ec2`,
    ],
    fail: [board`users -> alb -> web:ec2{servesStaticAssets=true}`],
    nearlyFail: [board`users -> cloudfront -> web:ec2{servesStaticAssets=true}`],
    ask: [board`users -> alb -> web:ec2`],
    notApplicable: [board`web:ecs -> app:ec2`],
  },
})
