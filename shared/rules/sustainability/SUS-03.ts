import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is, isOneOf, not, or, service } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SUS-03',
  title: 'What can run on Graviton processors does',
  pillar: 'sustainability',
  designPrinciples: ['dontFearConstraints'],
  risk: 'low',
  riskNote: 'The saving is a part of one resource’s use, and nothing breaks without it.',
  bestPractices: ['SUS05-BP02', 'COST06-BP02'],
  on: { services: ['ec2', 'lambda', 'ecs', 'eks', 'fargate', 'rds', 'elasticache'] },
  when: or(not(service('rds')), isOneOf('engine', ['postgres', 'mysql', 'mariadb'])),
  assert: is('architecture', 'arm64'),
  message: '{label} runs on processors that use more power and money for the same work.',
  rationale:
    'Graviton uses up to 60 percent less energy for the same performance and costs about a fifth less. Interpreted languages, Java, Go and open-source databases run on it as they are.',
  remediation:
    'Try it with one function or one container built for arm64, measure, then move the rest. For databases and caches it is another instance class.',
  falsePositives:
    'Windows, software that is sold for x86 only, and code that uses instructions of Intel or AMD.',
  question: {
    text: 'Does anything in {label} need an Intel-compatible processor?',
    askWhom: 'customer',
  },
  fix: automatic('Run it on Graviton', setFact('architecture', 'arm64')),
  references: [
    {
      title: 'AWS Graviton processor',
      url: 'https://aws.amazon.com/ec2/graviton/',
    },
    {
      title: 'Selecting and configuring an instruction set architecture for your Lambda function',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`lambda{architecture=arm64}`,
      board`orders:rds{engine=postgres, architecture=arm64}`,
    ],
    fail: [
      board`lambda{architecture=x86_64}`,
      board`orders:rds{engine=mysql, architecture=x86_64}`,
    ],
    nearlyFail: [board`orders:rds{engine=oracle, architecture=x86_64}`],
    ask: [board`web:ec2`, board`orders:rds{architecture=x86_64}`],
    notApplicable: [board`orders:rds{engine=sqlserver}`, board`dynamodb`],
  },
})
