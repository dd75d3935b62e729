import { yesNo } from '../common-facts'
import { defineService } from '../define'

export default defineService({
  serviceId: 'waf',
  name: 'AWS WAF',
  shortName: 'WAF',
  category: 'securityIdentityCompliance',
  aliases: ['aws waf', 'web application firewall', 'web acl', 'firewall'],
  purposes: [
    'filter attacks',
    'sql injection',
    'cross site scripting',
    'bots',
    'rate limiting',
    'protect web application',
  ],
  icon: 'architecture-service/AWSWAF',
  scope: 'regional',
  traits: ['security'],
  summary: 'Filters web requests before they reach CloudFront, a load balancer or an API.',
  facts: [
    yesNo('managedRules', 'Managed rule groups', [
      'Does {label} use ready-made rules that somebody keeps up to date?',
      'Does {label} use managed rule groups?',
    ]),
    yesNo('rateLimit', 'Rate limit', [
      'Does {label} slow down a caller who asks too often?',
      'Does {label} have a rate-based rule?',
    ]),
    yesNo('logging', 'Logged', [
      'Is there a record of what {label} blocked?',
      'Is logging on for {label}?',
    ]),
  ],
})
