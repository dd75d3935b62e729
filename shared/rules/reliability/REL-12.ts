import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, groupKind, is, or, trait } from '../expression'
import { automatic, setFact } from '../fix'

const balanced = anyDrawn('peersIn', trait('loadBalancer'))

export default defineRule({
  id: 'REL-12',
  title: 'An Auto Scaling group replaces what its load balancer calls unhealthy',
  pillar: 'reliability',
  designPrinciples: ['designForFailure', 'implementElasticity'],
  risk: 'medium',
  riskNote:
    'AWS rates healing on all layers; here a dead application still takes no traffic, it is only not replaced.',
  bestPractices: ['REL11-BP03', 'REL11-BP01'],
  on: { groups: ['autoScalingGroup'], services: ['auto-scaling'] },
  when: or(
    balanced,
    and(groupKind('autoScalingGroup'), anyDrawn('descendants', balanced)),
    is('behindLoadBalancer', true),
  ),
  assert: is('loadBalancerHealthCheck', true),
  message:
    '{label} replaces servers only when the machine dies, not when the application on it stops answering.',
  rationale:
    'By default the group looks at the machine alone. A server whose application hangs is taken out by the load balancer and never replaced, until one after the other is gone.',
  remediation:
    'Set the health check type of the group to ELB, with a grace period as long as the application needs to start.',
  falsePositives:
    'Applications that a wrong health check would restart in circles; then mend the check first.',
  question: {
    text: 'Are servers of {label} replaced when the application on them stops answering?',
    askWhom: 'customer',
  },
  fix: automatic('Use the load balancer’s health check', setFact('loadBalancerHealthCheck', true)),
  references: [
    {
      title: 'Health checks for instances in an Auto Scaling group',
      url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html',
    },
    {
      title: 'REL11-BP03 Automate healing on all layers',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_withstand_component_failures_auto_healing_system.html',
    },
  ],
  crosswalk: {
    securityHub: ['AutoScaling.1'],
    trustedAdvisor: ['c18d2gz104'],
    checkov: ['CKV2_AWS_15', 'CKV_AWS_261'],
    cdkNag: ['AutoScalingGroupHealthCheck', 'AutoScalingGroupELBHealthCheckRequired'],
    guard: ['AUTOSCALING_GROUP_ELB_HEALTHCHECK_REQUIRED'],
  },
  examples: {
    pass: [board`fleet:asg{loadBalancerHealthCheck=true}[ web:ec2 ] alb -> fleet`],
    fail: [
      board`fleet:asg{loadBalancerHealthCheck=false}[ web:ec2 ] alb -> fleet`,
      board`asg{loadBalancerHealthCheck=false}[ web:ec2 ] nlb -> web`,
      board`asg{behindLoadBalancer=true, loadBalancerHealthCheck=false}`,
    ],
    nearlyFail: [
      board`fleet:asg{loadBalancerHealthCheck=false, behindLoadBalancer=false}[ job:ec2 ] sqs -> fleet`,
    ],
    ask: [board`fleet:asg[ web:ec2 ] alb -> fleet`, board`asg{loadBalancerHealthCheck=false}`],
    notApplicable: [board`asg{behindLoadBalancer=false}[ job:ec2 ]`, board`alb -> web:ec2`],
  },
})
