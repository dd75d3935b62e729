import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, is, isOneOf, not, or, service } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-20',
  title: 'Load balancers take encrypted traffic, and send HTTP to HTTPS',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'high',
  bestPractices: ['SEC09-BP02'],
  on: { services: ['alb', 'nlb', 'elb'] },
  when: or(service('alb', 'nlb'), isOneOf('type', ['application', 'classic'])),
  assert: or(
    and(service('nlb'), is('tlsListener', true)),
    and(not(service('nlb')), is('httpsListener', true), is('redirectsHttp', true)),
  ),
  message: '{label} takes requests in the clear.',
  rationale:
    'Whoever types an address without https arrives over HTTP, where passwords and session cookies can be read on the way.',
  remediation:
    'Add an HTTPS (or TLS) listener with a certificate from AWS Certificate Manager, which is free and renews itself, and make the HTTP listener redirect to it.',
  falsePositives:
    'Internal load balancers whose callers end TLS just in front of them, and protocols that encrypt themselves.',
  question: {
    text: 'Is everything that {label} takes encrypted: HTTPS with HTTP redirected to it, or TLS?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Listen on HTTPS or TLS only, and redirect HTTP',
    setFact('tlsListener', true, service('nlb')),
    setFact('httpsListener', true, not(service('nlb'))),
    setFact('redirectsHttp', true, not(service('nlb'))),
  ),
  references: [
    {
      title: 'Create an HTTPS listener for your Application Load Balancer',
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html',
    },
    {
      title: 'SEC09-BP02 Enforce encryption in transit',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_data_transit_encrypt.html',
    },
  ],
  crosswalk: {
    securityHub: ['ELB.1'],
    checkov: ['CKV_AWS_2', 'CKV2_AWS_20', 'CKV_AWS_103', 'CKV_AWS_378'],
    cdkNag: ['ALBHttpToHttpsRedirection', 'ELBTlsHttpsListenersOnly', 'CLBNoInboundHttpHttps'],
    guard: ['ELB_TLS_HTTPS_LISTENERS_ONLY', 'ELBV2_LISTENER_PROTOCOL_RULE'],
    trivy: ['AWS-0054', 'AWS-0047'],
  },
  examples: {
    pass: [board`alb{httpsListener=true, redirectsHttp=true}`, board`nlb{tlsListener=true}`],
    fail: [
      board`alb{httpsListener=false}`,
      board`alb{httpsListener=true, redirectsHttp=false}`,
      board`elb{type=classic, httpsListener=false}`,
      board`nlb{tlsListener=false}`,
    ],
    nearlyFail: [board`elb{type=application, httpsListener=true, redirectsHttp=true}`],
    ask: [board`alb`, board`alb{httpsListener=true}`, board`elb`, board`nlb`],
    notApplicable: [board`elb{type=network}`, board`cloudfront`],
  },
})
