import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'OPS-02',
  title: 'Load balancers, APIs, CDNs and buckets write access logs',
  pillar: 'operationalExcellence',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'medium',
  bestPractices: ['OPS08-BP02', 'SEC04-BP01'],
  on: { services: ['alb', 'nlb', 'elb', 'cloudfront', 'api-gateway', 'appsync', 's3'] },
  assert: is('accessLogs', true),
  message: '{label} keeps no record of who called it.',
  rationale:
    'When something is slow, broken or stolen, the first question is who asked for what, and when. Without the log of the door there is no answer, and it cannot be had afterwards.',
  remediation:
    'Write access logs to a bucket or log group of their own, with a retention. For buckets, CloudTrail data events do as well.',
  falsePositives:
    'The bucket that the access logs go to, and buckets that CloudTrail data events cover.',
  question: { text: 'Is there a record of who called {label}?', askWhom: 'customer' },
  fix: automatic('Write access logs', setFact('accessLogs', true)),
  references: [
    {
      title: 'Access logs for your Application Load Balancer',
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html',
    },
    {
      title: 'Logging requests with server access logging',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
    },
    {
      title: 'SEC04-BP01 Configure service and application logging',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_detect_investigate_events_app_service_logging.html',
    },
  ],
  crosswalk: {
    securityHub: ['ELB.5', 'CloudFront.5', 'APIGateway.9', 'S3.9', 'AppSync.2'],
    checkov: ['CKV_AWS_91', 'CKV_AWS_92', 'CKV_AWS_86', 'CKV_AWS_76', 'CKV_AWS_18'],
    cdkNag: [
      'ELBLoggingEnabled',
      'CloudFrontDistributionAccessLogging',
      'APIGWAccessLogging',
      'S3BucketLoggingEnabled',
    ],
    guard: [
      'ELB_LOGGING_ENABLED',
      'ELBV2_ACCESS_LOGGING_RULE',
      'CLOUDFRONT_ACCESSLOGS_ENABLED',
      'API_GW_STAGE_ACCESS_LOGGING_RULE',
      'S3_BUCKET_LOGGING_ENABLED',
    ],
    trivy: ['AWS-0001', 'AWS-0010', 'AWS-0089'],
  },
  examples: {
    pass: [board`alb{accessLogs=true}`, board`files:s3{accessLogs=true}`],
    fail: [board`cloudfront{accessLogs=false}`, board`files:s3{accessLogs=false}`],
    nearlyFail: [board`api-gateway{accessLogs=true, tracing=false}`],
    ask: [board`nlb`, board`appsync`],
    notApplicable: [board`web:ec2`, board`route-53`],
  },
})
