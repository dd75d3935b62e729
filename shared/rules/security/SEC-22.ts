import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-22',
  title: 'CloudFront talks to its origins over HTTPS',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'medium',
  riskNote:
    'This is the stretch behind the edge, where far fewer can listen than between a visitor and CloudFront.',
  bestPractices: ['SEC09-BP02'],
  on: { services: ['cloudfront'] },
  assert: is('originHttpsOnly', true),
  message: 'Behind {label}, requests go on to the origin in the clear.',
  rationale:
    'Visitors see a lock in the address bar and trust it. If the second half of the way is plain HTTP, passwords cross the internet readable after all.',
  remediation:
    'Set the origin protocol policy to HTTPS only with TLS 1.2, and give the origin a certificate that matches its name.',
  falsePositives: 'Bucket websites, which know no HTTPS: use the bucket itself as origin instead.',
  question: {
    text: 'Is the traffic between {label} and the servers behind it encrypted as well?',
    askWhom: 'customer',
  },
  fix: automatic('Use HTTPS to the origins', setFact('originHttpsOnly', true)),
  references: [
    {
      title: 'Require HTTPS for communication between CloudFront and your custom origin',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html',
    },
  ],
  crosswalk: {
    securityHub: ['CloudFront.9'],
    checkov: ['CKV2_AWS_72'],
    cdkNag: ['CloudFrontDistributionNoOutdatedSSL'],
  },
  examples: {
    pass: [board`cloudfront{originHttpsOnly=true} -> alb`],
    fail: [board`cloudfront{originHttpsOnly=false} -> alb`],
    nearlyFail: [board`cloudfront{originHttpsOnly=true, viewerHttpsOnly=false}`],
    ask: [board`users -> cloudfront -> alb`],
    notApplicable: [board`users -> alb`],
  },
})
