import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, is, noneDrawn, or, trait } from '../expression'
import { automatic, setFact } from '../fix'
import { fromOutside } from '../parts'

export default defineRule({
  id: 'SEC-25',
  title: 'A bucket that serves the web is read only through CloudFront',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer', 'leverageStorageOptions'],
  risk: 'high',
  bestPractices: ['SEC08-BP04', 'SEC05-BP01'],
  on: { services: ['s3'] },
  when: or(anyDrawn('peersIn', trait('cdn')), is('servesWebsite', true)),
  assert: and(noneDrawn('peersIn', fromOutside), is('originAccessControl', true)),
  message: '{label} serves the web and can be read past CloudFront.',
  rationale:
    'Who fetches from the bucket directly goes around the firewall, the HTTPS rule, the cache and the log of the distribution.',
  remediation:
    'Make the bucket private, add origin access control to the distribution, and allow only that distribution in the bucket policy.',
  falsePositives: 'Downloads with pre-signed links that are meant to go to the bucket.',
  question: {
    text: 'Does {label} serve the web, and only through CloudFront?',
    askWhom: 'customer',
  },
  fix: automatic('TODO', setFact('originAccessControl', true)),
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
    pass: [board`users -> cloudfront -> site:s3{originAccessControl=true}`],
    fail: [
      board`users -> cloudfront -> site:s3{originAccessControl=false}`,
      board`users -> site:s3{servesWebsite=true}`,
    ],
    nearlyFail: [
      board`users -> cloudfront -> site:s3{originAccessControl=true, servesWebsite=true}`,
    ],
    ask: [board`users -> cloudfront -> site:s3`, board`uploads:s3`],
    notApplicable: [board`lambda -> uploads:s3{servesWebsite=false}`],
  },
})
