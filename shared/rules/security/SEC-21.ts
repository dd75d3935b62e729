import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-21',
  title: 'CloudFront talks to viewers over HTTPS with TLS 1.2 or newer',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'high',
  bestPractices: ['SEC09-BP02'],
  on: { services: ['cloudfront'] },
  assert: and(is('viewerHttpsOnly', true), is('minimumTls12', true)),
  message: 'Visitors can reach {label} over plain HTTP, or over a version of TLS that is broken.',
  rationale:
    'On a café’s network anyone can read and change plain HTTP. TLS 1.0 and 1.1 have known attacks, and no browser of the last years needs them.',
  remediation:
    'Set the viewer protocol policy to redirect HTTP to HTTPS, use a certificate of your own from AWS Certificate Manager, and choose a security policy of TLSv1.2 or newer.',
  falsePositives: 'Old devices in the field that speak nothing newer and cannot be updated.',
  question: {
    text: 'Do all visitors reach {label} by https, and with TLS 1.2 or newer?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Redirect to HTTPS and ask for TLS 1.2',
    setFact('viewerHttpsOnly', true),
    setFact('minimumTls12', true),
  ),
  references: [
    {
      title: 'Require HTTPS for communication between viewers and CloudFront',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html',
    },
    {
      title: 'Supported protocols and ciphers between viewers and CloudFront',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
    },
  ],
  crosswalk: {
    securityHub: ['CloudFront.3'],
    checkov: ['CKV_AWS_34', 'CKV_AWS_174', 'CKV2_AWS_54'],
    cdkNag: ['CloudFrontDistributionHttpsViewerNoOutdatedSSL'],
    guard: ['CLOUDFRONT_VIEWER_POLICY_HTTPS', 'CLOUDFRONT_MINIMUM_PROTOCOL_VERSION_RULE'],
    trivy: ['AWS-0012', 'AWS-0013'],
  },
  examples: {
    pass: [board`cloudfront{viewerHttpsOnly=true, minimumTls12=true}`],
    fail: [
      board`cloudfront{viewerHttpsOnly=false}`,
      board`cloudfront{viewerHttpsOnly=true, minimumTls12=false}`,
    ],
    nearlyFail: [board`cloudfront{viewerHttpsOnly=true, minimumTls12=true, originHttpsOnly=false}`],
    ask: [board`users -> cloudfront`, board`cloudfront{viewerHttpsOnly=true}`],
    notApplicable: [board`alb`],
  },
})
