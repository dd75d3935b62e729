import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, exposed, is, or, service } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-06',
  title: 'A web application firewall guards every way in from the internet',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'medium',
  bestPractices: ['SEC05-BP03', 'SEC05-BP04'],
  on: { services: ['alb', 'api-gateway', 'cloudfront', 'appsync'] },
  when: or(
    service('cloudfront', 'appsync'),
    exposed,
    and(service('alb'), is('internetFacing', true)),
    and(service('api-gateway'), is('private', false)),
  ),
  assert: or(
    anyDrawn('peersIn', service('waf')),
    anyDrawn('peersOut', service('waf')),
    is('waf', true),
  ),
  message: '{label} lets requests from the internet in without looking into them.',
  rationale:
    'A load balancer or an API passes on whatever is well formed. A web application firewall stops known attacks, bots and floods before they reach code that may have a hole.',
  remediation:
    'Associate an AWS WAF web ACL with the managed core rules, known bad inputs and a rate limit. Start by counting, then block.',
  falsePositives:
    'An origin that only accepts requests from a CloudFront distribution which has the firewall.',
  question: {
    text: 'Is {label} for the internet, and does anything filter attacks before they reach it?',
    askWhom: 'customer',
  },
  fix: automatic('Put a web application firewall in front', setFact('waf', true)),
  references: [
    {
      title: 'SEC05-BP03 Implement inspection-based protection',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_inspection.html',
    },
    {
      title: 'What is AWS WAF?',
      url: 'https://docs.aws.amazon.com/waf/latest/developerguide/what-is-aws-waf.html',
    },
  ],
  crosswalk: {
    securityHub: ['ELB.16'],
    checkov: ['CKV2_AWS_28', 'CKV2_AWS_29', 'CKV2_AWS_33', 'CKV_AWS_68'],
    cdkNag: ['ALBWAFEnabled', 'CloudFrontDistributionWAFIntegration', 'APIGWAssociatedWithWAF'],
    trivy: ['AWS-0011'],
  },
  examples: {
    pass: [
      board`users -> cloudfront{waf=true}`,
      board`waf -dependency-> alb{internetFacing=true}`,
      board`users -> api-gateway -dependency-> waf`,
    ],
    fail: [
      board`users -> alb{waf=false}`,
      board`alb{internetFacing=true, waf=false}`,
      board`cloudfront{waf=false}`,
      board`api-gateway{private=false, waf=false}`,
      board`appsync{waf=false}`,
    ],
    nearlyFail: [board`alb{internetFacing=false, waf=false}`],
    ask: [board`alb{waf=false}`, board`users -> cloudfront`],
    notApplicable: [board`alb{internetFacing=false}`, board`api-gateway{private=true}`, board`nlb`],
  },
})
