import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, groupKind, is, not, stated, tierSize } from '../expression'
import { automatic, setFact } from '../fix'
import { COMPUTE_FLEETS, inScalingGroup, servesAs } from '../parts'

export default defineRule({
  id: 'REL-01',
  title: 'Every web and application tier runs at least two instances',
  pillar: 'reliability',
  designPrinciples: ['designForFailure', 'thinkParallel', 'implementElasticity'],
  risk: 'high',
  bestPractices: ['REL10-BP01', 'REL07-BP01'],
  on: { services: COMPUTE_FLEETS },
  when: servesAs('web', 'app', 'worker'),
  assert: tierSize(2),
  message: '{label} runs as a single instance: when it stops, so does everything behind it.',
  rationale:
    'A single instance fails, gets patched and gets replaced sooner or later. Two smaller ones cost about the same as one large one and turn an outage into a slow minute.',
  remediation:
    'Run at least two instances behind a load balancer, best in an Auto Scaling group with a minimum capacity of two, each in another Availability Zone.',
  falsePositives:
    'A batch worker that may pause until it is relaunched can run alone in an Auto Scaling group of one.',
  question: {
    text: 'How many instances of {label} run, and what does it do?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Run two instances, with sessions kept outside of them',
    { do: 'atLeast', key: 'instances', value: 2, when: not(inScalingGroup) },
    {
      do: 'atLeast',
      key: 'minCapacity',
      value: 2,
      on: { relation: 'ancestors', where: groupKind('autoScalingGroup') },
      when: inScalingGroup,
    },
    {
      do: 'atLeast',
      key: 'maxCapacity',
      value: 2,
      on: {
        relation: 'ancestors',
        where: and(groupKind('autoScalingGroup'), stated('maxCapacity')),
      },
      when: inScalingGroup,
    },
    setFact('sessionState', 'external', is('sessionState', 'local')),
  ),
  references: [
    {
      title: 'REL10-BP01 Deploy the workload to multiple locations',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html',
    },
    {
      title: 'Benefits of Auto Scaling for application architecture',
      url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html',
    },
  ],
  crosswalk: { trustedAdvisor: ['wuy7G1zxql'] },
  examples: {
    pass: [
      board`users -> alb, alb -> web-1:ec2{role=web}, alb -> web-2:ec2{role=web}`,
      board`asg{minCapacity=2}[ web:ec2{role=web} ]`,
    ],
    fail: [
      board`users -> web:ec2{role=web, instances=1}`,
      board`api:ecs{instances=1}`,
      board`asg{minCapacity=1, maxCapacity=1}[ web:ec2{role=web, sessionState=local} ]`,
    ],
    nearlyFail: [
      board`web:ec2{role=web, instances=2}`,
      board`web-1:ec2{role=web, instances=1} web-2:ec2{role=web, instances=1}`,
    ],
    ask: [
      board`users -> web:ec2{role=web}`,
      board`asg[ web:ec2{role=web} ]`,
      board`ec2{instances=1}`,
    ],
    notApplicable: [board`db:ec2{role=database, instances=1}`, board`lambda`],
  },
})
