import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is, isOneOf, not } from '../expression'
import { choose, setFact, suggestion } from '../fix'

export default defineRule({
  id: 'COST-08',
  title: 'Databases, caches, queues and file servers on EC2 have a reason to be there',
  pillar: 'costOptimization',
  designPrinciples: ['dontFearConstraints', 'implementElasticity'],
  risk: 'medium',
  bestPractices: ['COST05-BP05', 'SUS05-BP03'],
  on: { services: ['ec2'] },
  when: isOneOf('role', ['database', 'cache', 'queue', 'file']),
  assert: not(is('selfManagedReason', 'none')),
  message: '{label} is run by hand on a server for no particular reason.',
  rationale:
    'Backups, patches, failover and monitoring of a managed service come with it. On your own server each is a daily task that somebody could spend on something customers notice. Full control and unsupported features are good reasons; habit is not.',
  remediation:
    'Move databases to RDS, Aurora or DynamoDB (with DMS), caches to ElastiCache, queues to SQS or Amazon MQ, files to EFS or FSx.',
  falsePositives: 'Set the reason on the node; it is then on record and no longer a finding.',
  question: {
    text: 'What does {label} do, and is there a reason not to use a managed service?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose(
      'Use the managed service for it',
      { do: 'becomeService', service: 'rds', when: is('role', 'database') },
      { do: 'becomeService', service: 'elasticache', when: is('role', 'cache') },
      { do: 'becomeService', service: 'amazon-mq', when: is('role', 'queue') },
      { do: 'becomeService', service: 'fsx', when: is('role', 'file') },
    ),
    choose(
      'Use what was made for the cloud',
      { do: 'becomeService', service: 'aurora', when: is('role', 'database') },
      { do: 'becomeService', service: 'memorydb', when: is('role', 'cache') },
      { do: 'becomeService', service: 'sqs', when: is('role', 'queue') },
      { do: 'becomeService', service: 'efs', when: is('role', 'file') },
    ),
    choose('Keep it, for full control', setFact('selfManagedReason', 'control')),
  ),
  references: [
    {
      title: 'Amazon RDS compared with running a database on Amazon EC2',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Welcome.html',
    },
    {
      title: 'SUS05-BP03 Use managed services',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/sustainability-pillar/sus_sus_hardware_a4.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [board`db:ec2{role=database, selfManagedReason=unsupported}`],
    fail: [
      board`db:ec2{role=database, selfManagedReason=none}`,
      board`jobs:ec2{role=queue, selfManagedReason=none}`,
      board`files:ec2{role=file, selfManagedReason=none}`,
    ],
    nearlyFail: [board`web:ec2{role=web, selfManagedReason=none} -> rds`],
    ask: [board`db:ec2{role=database}`, board`box:ec2`],
    notApplicable: [board`web:ec2{role=web}`, board`rds`],
  },
})
