import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is, not } from '../expression'
import { automatic } from '../fix'

/** Application and Network Load Balancers take only the protocols they are made for, so the type alone is judged. */
export default defineRule({
  id: 'PERF-06',
  title: 'Load balancers are of the current generation',
  pillar: 'performanceEfficiency',
  designPrinciples: ['dontFearConstraints'],
  risk: 'low',
  riskNote:
    'AWS rates load balancing as such; a Classic Load Balancer balances, it only lacks what has been added since.',
  bestPractices: ['PERF04-BP04', 'PERF04-BP05'],
  on: { services: ['elb'] },
  assert: not(is('type', 'classic')),
  message: '{label} is a Classic Load Balancer, a generation that gets nothing new.',
  rationale:
    'Application Load Balancers route by path and host, redirect to HTTPS, speak HTTP/2 and take a firewall; Network Load Balancers carry millions of connections with fixed addresses. The classic one does none of this.',
  remediation:
    'Move HTTP and HTTPS to an Application Load Balancer and everything else to a Network Load Balancer; the console has a wizard that copies the settings.',
  falsePositives: 'A system that is to be switched off soon.',
  question: {
    text: 'Does {label} look into web requests, or just pass connections on?',
    askWhom: 'customer',
  },
  fix: automatic('Make it an Application Load Balancer', {
    do: 'becomeService',
    service: 'alb',
  }),
  references: [
    {
      title: 'Migrate your Classic Load Balancer',
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/migrate-classic-load-balancer.html',
    },
    {
      title: 'PERF04-BP04 Use load balancing to distribute traffic across multiple resources',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/performance-efficiency-pillar/perf_networking_load_balancing_distribute_traffic.html',
    },
  ],
  crosswalk: { cdkNag: ['CLBNoInboundHttpHttps'] },
  examples: {
    pass: [board`front:elb{type=application}`, board`front:elb{type=network}`],
    fail: [board`front:elb{type=classic}`],
    nearlyFail: [board`front:elb{type=gateway}`],
    ask: [board`front:elb`],
    notApplicable: [board`alb`, board`nlb`],
  },
})
