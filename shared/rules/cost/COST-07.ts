import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is, not, or, service } from '../expression'

export default defineRule({
  id: 'COST-07',
  title: 'What runs day and night is not paid at On-Demand prices',
  pillar: 'costOptimization',
  designPrinciples: ['dontFearConstraints'],
  risk: 'medium',
  riskNote:
    'AWS rates the analysis of the whole bill; a commitment for one service can be made on any later day.',
  bestPractices: ['COST07-BP01', 'COST07-BP04'],
  on: {
    services: [
      'ec2',
      'ecs',
      'eks',
      'fargate',
      'emr',
      'rds',
      'aurora',
      'elasticache',
      'redshift',
      'opensearch',
    ],
  },
  when: or(
    // These cannot be switched off without losing what is in them, or are not worth it.
    service('elasticache', 'redshift', 'opensearch'),
    is('runsAroundTheClock', true),
  ),
  assert: not(is('pricing', 'onDemand')),
  message: '{label} runs day and night at the price for a few hours.',
  rationale:
    'A Savings Plan or reserved capacity for one year saves about a third on what runs all the time anyway, three years more than half. Work that may be interrupted costs up to nine tenths less on Spot.',
  remediation:
    'Look at a month of use, then commit to what is always there: Compute Savings Plans for EC2, Fargate and Lambda, reserved instances or nodes for databases, caches and search. Leave peaks on demand.',
  falsePositives:
    'Workloads that will be gone or rebuilt within the year, and serverless databases, which are paid by use.',
  question: {
    text: 'Does {label} run day and night, and how is it paid for?',
    askWhom: 'customer',
  },
  fix: { kind: 'question' },
  references: [
    {
      title: 'COST07-BP01 Perform pricing model analysis',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/cost_pricing_model_analysis.html',
    },
    {
      title: 'What are Savings Plans?',
      url: 'https://docs.aws.amazon.com/savingsplans/latest/userguide/what-is-savings-plans.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`web:ec2{runsAroundTheClock=true, pricing=savingsPlan}`,
      board`sessions:elasticache{pricing=reserved}`,
    ],
    fail: [
      board`web:ec2{runsAroundTheClock=true, pricing=onDemand}`,
      board`search:opensearch{pricing=onDemand}`,
    ],
    nearlyFail: [board`web:ec2{runsAroundTheClock=false, pricing=onDemand}`],
    ask: [board`web:ec2{pricing=onDemand}`, board`orders:rds{runsAroundTheClock=true}`],
    notApplicable: [board`web:ec2{runsAroundTheClock=false}`, board`lambda`, board`dynamodb`],
  },
})
