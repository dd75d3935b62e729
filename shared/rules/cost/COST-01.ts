import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is, not } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'COST-01',
  title: 'An Auto Scaling group has a scaling policy',
  pillar: 'costOptimization',
  designPrinciples: ['implementElasticity', 'dontFearConstraints'],
  risk: 'medium',
  riskNote:
    'AWS rates one way of many to follow demand; a fleet of fixed size is often the largest line of the bill.',
  bestPractices: ['COST09-BP03', 'SUS02-BP01'],
  on: { groups: ['autoScalingGroup'] },
  assert: not(is('scalingPolicy', 'none')),
  message: '{label} has a fixed number of instances, and is paid for day and night.',
  rationale:
    'Most workloads are quiet at night and on weekends. A group that follows the load costs what is used, not what the busiest hour needs.',
  remediation: 'Add a target tracking policy, or a schedule where the pattern is known.',
  falsePositives: 'A group of one or a few that exists only to replace failed instances.',
  question: { text: 'Which scaling policy does {label} have?', askWhom: 'customer' },
  fix: automatic('Follow the load', setFact('scalingPolicy', 'target-tracking')),
  references: [
    {
      title: 'COST09-BP03 Supply resources dynamically',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/cost_manage_demand_resources_dynamic.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [board`asg{scalingPolicy=target-tracking}[ web:ec2 ]`],
    fail: [board`asg{scalingPolicy=none, minCapacity=4}[ web:ec2 ]`],
    nearlyFail: [board`asg{scalingPolicy=scheduled, minCapacity=4, maxCapacity=4}[ web:ec2 ]`],
    ask: [board`asg{minCapacity=2}[ web:ec2 ]`],
    notApplicable: [board`web:ec2{scaling=fixed}`],
  },
})
