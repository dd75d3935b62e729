import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { allDrawn, and, anyDrawn, is, noneDrawn, not, or, service, trait } from '../expression'
import { automatic, setFact } from '../fix'
import { fromOutside } from '../parts'

export default defineRule({
  id: 'SEC-25',
  title: 'What CloudFront serves from a bucket cannot be fetched past it',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer', 'leverageStorageOptions'],
  risk: 'high',
  bestPractices: ['SEC08-BP04', 'SEC05-BP01'],
  on: { services: ['s3', 'cloudfront'] },
  when: or(service('cloudfront'), anyDrawn('peersIn', trait('cdn')), is('servesWebsite', true)),
  assert: or(
    and(service('s3'), noneDrawn('peersIn', fromOutside), is('originAccessControl', true)),
    and(
      service('cloudfront'),
      or(
        is('s3OriginAccessControl', true),
        and(
          anyDrawn('peersOut', service('s3')),
          allDrawn('peersOut', or(not(service('s3')), is('originAccessControl', true))),
        ),
      ),
    ),
  ),
  message: '{label} serves files from a bucket that anyone can read past CloudFront.',
  rationale:
    'Who fetches from the bucket directly goes around the firewall, the HTTPS rule, the cache and the log of the distribution.',
  remediation:
    'Make the bucket private, add origin access control to the distribution, and allow only that distribution in the bucket policy.',
  falsePositives: 'Downloads with pre-signed links that are meant to go to the bucket.',
  question: {
    text: 'Does {label} serve the web from a bucket, and can that be read only through CloudFront?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Let CloudFront alone read the bucket',
    setFact('s3OriginAccessControl', true, service('cloudfront')),
    setFact('originAccessControl', true, service('s3')),
    {
      do: 'putInFront',
      service: 'cloudfront',
      from: fromOutside,
      facts: {
        viewerHttpsOnly: true,
        minimumTls12: true,
        originHttpsOnly: true,
        s3OriginAccessControl: true,
        waf: true,
        accessLogs: true,
      },
      when: and(
        service('s3'),
        anyDrawn('peersIn', fromOutside),
        noneDrawn('peersIn', trait('cdn')),
      ),
    },
    { do: 'removeConnectors', direction: 'in', where: fromOutside, when: service('s3') },
  ),
  references: [
    {
      title: 'Restrict access to an Amazon S3 origin',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
    },
  ],
  crosswalk: {
    securityHub: ['CloudFront.13'],
    checkov: ['CKV2_AWS_46'],
    cdkNag: ['CloudFrontDistributionS3OriginAccessControl', 'S3WebBucketOAIAccess'],
    guard: ['CLOUDFRONT_ORIGIN_ACCESS_IDENTITY_ENABLED'],
  },
  examples: {
    pass: [
      board`users -> cloudfront -> site:s3{originAccessControl=true}`,
      board`users -> cloudfront{s3OriginAccessControl=true} -> alb`,
    ],
    fail: [
      board`users -> cloudfront -> site:s3{originAccessControl=false}`,
      board`users -> site:s3{servesWebsite=true}`,
      board`cloudfront{s3OriginAccessControl=false}`,
    ],
    nearlyFail: [
      board`users -> cloudfront -> site:s3{originAccessControl=true, servesWebsite=true}`,
    ],
    ask: [board`users -> cloudfront -> site:s3`, board`uploads:s3`, board`cloudfront -> alb`],
    notApplicable: [board`lambda -> uploads:s3{servesWebsite=false}`],
  },
})
