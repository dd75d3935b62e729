import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, groupKind, isOneOf, not, or } from '../expression'
import { automatic, setFact } from '../fix'
import { COMPUTE_FLEETS, inScalingGroup, servesAs } from '../parts'

/** Inside a drawn Auto Scaling group its policy answers; elsewhere the node's own fact does. */
export default defineRule({
  id: 'PERF-04',
  title: 'Compute follows demand by itself',
  pillar: 'performanceEfficiency',
  designPrinciples: ['implementElasticity', 'thinkParallel', 'dontFearConstraints'],
  risk: 'high',
  bestPractices: ['PERF02-BP05', 'REL07-BP03', 'SUS02-BP01'],
  on: { services: COMPUTE_FLEETS },
  when: servesAs('web', 'app', 'worker'),
  assert: or(
    and(
      inScalingGroup,
      anyDrawn(
        'ancestors',
        and(
          groupKind('autoScalingGroup'),
          isOneOf('scalingPolicy', ['target-tracking', 'step', 'scheduled']),
        ),
      ),
    ),
    and(not(inScalingGroup), isOneOf('scaling', ['dynamic', 'scheduled'])),
  ),
  message: '{label} has a fixed size: too small on a busy day, too large on all others.',
  rationale:
    'In a data center capacity had to be guessed a year ahead. On AWS it can follow the load within minutes, so that nobody waits and nothing idles.',
  remediation:
    'Put the tier into an Auto Scaling group with a target tracking policy, or turn service auto scaling on; keep sessions and data outside of the instances first.',
  falsePositives: 'Load that never changes, and software licensed for a fixed number of servers.',
  question: { text: 'How does {label} grow when it gets busy?', askWhom: 'customer' },
  fix: automatic(
    'Let it follow the load',
    {
      do: 'setFact',
      key: 'scalingPolicy',
      value: 'target-tracking',
      on: { relation: 'ancestors', where: groupKind('autoScalingGroup') },
      when: inScalingGroup,
    },
    setFact('scaling', 'dynamic', not(inScalingGroup)),
  ),
  references: [
    {
      title: 'PERF02-BP05 Scale your compute resources dynamically',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/performance-efficiency-pillar/perf_compute_hardware_scale_compute_resources_dynamically.html',
    },
    {
      title: 'Target tracking scaling policies for Amazon EC2 Auto Scaling',
      url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html',
    },
  ],
  crosswalk: { trustedAdvisor: ['8CNsSllI5v'] },
  examples: {
    pass: [
      board`asg{scalingPolicy=target-tracking}[ web:ec2{role=web} ]`,
      board`api:ecs{scaling=dynamic}`,
    ],
    fail: [
      board`web:ec2{role=web, scaling=fixed}`,
      board`asg{scalingPolicy=none}[ web:ec2{role=web} ]`,
      board`vpc[ asg{scalingPolicy=none}[ web:ec2{role=web} ] ]`,
    ],
    nearlyFail: [board`asg{scalingPolicy=scheduled}[ web:ec2{role=web, scaling=fixed} ]`],
    ask: [board`web:ec2{role=web}`, board`asg[ web:ec2{role=web} ]`, board`box:ec2{scaling=fixed}`],
    notApplicable: [board`db:ec2{role=database}`, board`lambda`],
  },
})
