import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { boardKind, is } from '../expression'

/** Asked about what is to be: on a target board, once per service that leaves duties with the customer. */
export default defineRule({
  id: 'MIG-06',
  title: 'For every service it is agreed what stays the customer’s to do',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer', 'dontFearConstraints'],
  risk: 'medium',
  bestPractices: ['SEC01-BP05', 'OPS02-BP01'],
  on: {
    services: [
      'ec2',
      'ecs',
      'eks',
      'fargate',
      'lambda',
      'elastic-beanstalk',
      'emr',
      'rds',
      'aurora',
      'dynamodb',
      'neptune',
      'documentdb',
      'memorydb',
      'elasticache',
      'amazon-mq',
      's3',
      'efs',
      'fsx',
    ],
  },
  when: boardKind('target'),
  assert: is('dutiesAgreed', true),
  message:
    'Nobody has agreed to patch {label}, back it up, manage its access or answer its alarms.',
  rationale:
    'AWS looks after the cloud, the customer after what is in it, and where the line runs differs by service: the operating system of a server is the customer’s, that of a managed database is not, its settings and its data always are. What nobody took over is not done.',
  remediation:
    'Go through the shared responsibility model service by service: patches, backups, access, encryption, alarms, each with a name. Choose managed services where nobody wants a duty.',
  falsePositives: 'Workloads that a partner operates under a contract that says all this.',
  question: {
    text: 'Is it agreed who patches {label}, backs it up, manages access and answers its alarms?',
    askWhom: 'customer',
  },
  fix: { kind: 'question' },
  references: [
    {
      title: 'Shared Responsibility Model',
      url: 'https://aws.amazon.com/compliance/shared-responsibility-model/',
    },
    {
      title: 'SEC01-BP05 Reduce security management scope',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_securely_operate_reduce_management_scope.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [board`@target orders:rds{dutiesAgreed=true}`],
    fail: [board`@target web:ec2{dutiesAgreed=false}`],
    nearlyFail: [board`@current web:ec2{dutiesAgreed=false}`],
    ask: [board`@target orders:rds`],
    notApplicable: [board`@current orders:rds`, board`@target users -> alb`],
  },
})
