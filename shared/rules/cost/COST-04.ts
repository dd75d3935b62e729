import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { crosses, or, stated } from '../expression'

export default defineRule({
  id: 'COST-04',
  title: 'What crosses Regions or Availability Zones has an expected volume',
  pillar: 'costOptimization',
  designPrinciples: ['dontFearConstraints'],
  risk: 'medium',
  riskNote:
    'AWS rates the model of all transfer; one connector without a number is one gap in that model.',
  bestPractices: ['COST08-BP01'],
  on: { edges: ['request', 'data', 'event', 'replication'] },
  when: or(crosses('region'), crosses('availabilityZone')),
  assert: stated('volumeGbPerMonth'),
  message: 'Nobody has said how much data goes from {source} to {target} in a month.',
  rationale:
    'Between Regions, and between Availability Zones in both directions, every gigabyte is paid for. It is seldom in the first estimate and often a surprise on the first bill.',
  remediation:
    'Write the volume on the connector: measured from today’s traffic, or requests times size. Where it is large, keep callers and data in one zone, compress, or cache.',
  falsePositives:
    'Replication inside managed services such as Multi-AZ RDS, which AWS does not charge.',
  question: {
    text: 'How much data goes from {source} to {target} in a month?',
    askWhom: 'customer',
  },
  fix: { kind: 'question' },
  references: [
    {
      title: 'COST08-BP01 Perform data transfer modeling',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/cost_data_transfer_modeling.html',
    },
    {
      title: 'Amazon EC2 On-Demand pricing: data transfer',
      url: 'https://aws.amazon.com/ec2/pricing/on-demand/',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`one:region[ orders:rds ] two:region[ copy:rds ] orders -replication{volumeGbPerMonth=40}-> copy`,
    ],
    nearlyFail: [board`one:region[ orders:rds  copy:rds ] orders -replication-> copy`],
    ask: [
      board`one:region[ orders:rds ] two:region[ copy:rds ] orders -replication-> copy`,
      board`a:az[ web:ec2 ] b:az[ db:rds ] web -> db`,
    ],
    notApplicable: [board`web:ec2 -> db:rds`, board`a:az[ web:ec2 -> db:rds ]`],
  },
})
