import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { anyDrawn, is, or, trait } from '../expression'
import { fromOutside } from '../parts'

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
  fix: { kind: 'none' },
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
