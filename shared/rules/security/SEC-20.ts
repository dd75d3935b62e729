import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, is, isOneOf, or, service } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-20',
  title: 'Web load balancers listen on HTTPS and send HTTP there',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'high',
  bestPractices: ['SEC09-BP02'],
  on: { services: ['alb', 'elb'] },
  when: or(service('alb'), isOneOf('type', ['application', 'classic'])),
  assert: and(is('httpsListener', true), is('redirectsHttp', true)),
  message: '{label} lets people in over plain HTTP.',
  rationale:
    'Whoever types an address without https arrives over HTTP, where passwords and session cookies can be read on the way.',
  remediation:
    'Add an HTTPS listener with a certificate from AWS Certificate Manager, which is free and renews itself, and make the HTTP listener redirect to it.',
  falsePositives: 'Internal load balancers whose callers end TLS just in front of them.',
  question: {
    text: 'Does {label} listen on HTTPS, and redirect HTTP to it?',
    askWhom: 'customer',
  },
  fix: automatic('TODO', setFact('redirectsHttp', true)),
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
    pass: [board`alb{httpsListener=true, redirectsHttp=true}`],
    fail: [
      board`alb{httpsListener=false}`,
      board`alb{httpsListener=true, redirectsHttp=false}`,
      board`elb{type=classic, httpsListener=false}`,
    ],
    nearlyFail: [board`elb{type=application, httpsListener=true, redirectsHttp=true}`],
    ask: [board`alb`, board`alb{httpsListener=true}`, board`elb`],
    notApplicable: [board`nlb`, board`elb{type=network}`],
  },
})
