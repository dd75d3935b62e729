import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { atLeast, isOneOf } from '../expression'
import { choose, suggestion } from '../fix'

/** Percent; below this AWS Trusted Advisor calls an instance underused. */
const BUSY = 10

export default defineRule({
  id: 'SUS-02',
  title: 'Servers have enough to do, or are no servers',
  pillar: 'sustainability',
  designPrinciples: ['implementElasticity', 'dontFearConstraints'],
  risk: 'medium',
  bestPractices: ['SUS05-BP03', 'SUS05-BP01', 'COST06-BP02'],
  on: { services: ['ec2'] },
  // Data servers idle for good reasons, and so do bastions; the first are asked for theirs elsewhere.
  when: isOneOf('role', ['web', 'app', 'worker', 'other']),
  assert: atLeast('cpuUtilization', BUSY),
  message: '{label} has next to nothing to do.',
  rationale:
    'An idle server still uses a good part of the power of a busy one, and costs the same. Containers and functions share machines with others and end when the work is done.',
  remediation:
    'Let AWS Compute Optimizer propose a smaller size, put several applications together on Fargate, or turn work that comes now and then into functions.',
  falsePositives:
    'Servers limited by memory, network or licences, and those kept ready for a failover.',
  question: {
    text: 'How busy is {label} on an ordinary day, in percent of its processor?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose('Run it on Fargate', { do: 'becomeService', service: 'fargate' }),
    choose('Turn it into a function', { do: 'becomeService', service: 'lambda' }),
    choose('Choose a size that is used well', { do: 'atLeast', key: 'cpuUtilization', value: 40 }),
  ),
  references: [
    {
      title: 'SUS05-BP03 Use managed services',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/sustainability-pillar/sus_sus_hardware_a4.html',
    },
    {
      title: 'What is AWS Compute Optimizer?',
      url: 'https://docs.aws.amazon.com/compute-optimizer/latest/ug/what-is-compute-optimizer.html',
    },
  ],
  crosswalk: { trustedAdvisor: ['Qch7DwouX1'] },
  examples: {
    pass: [board`web:ec2{role=web, cpuUtilization=45}`],
    fail: [board`web:ec2{role=web, cpuUtilization=4}`],
    nearlyFail: [
      board`web:ec2{role=web, cpuUtilization=10}`,
      board`db:ec2{role=database, cpuUtilization=4}`,
    ],
    ask: [board`web:ec2{role=web}`, board`box:ec2{cpuUtilization=4}`],
    notApplicable: [board`jump:ec2{role=bastion}`, board`fargate`],
  },
})
