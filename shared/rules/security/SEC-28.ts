import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, edgeKind, groupKind, is, isOneOf, or, service, trait } from '../expression'
import { automatic, setFact } from '../fix'

const engine = service('rds', 'aurora')
const container = service('ecs', 'fargate')

/**
 * Judged where the password is used (connectors, containers) and where it is kept (databases): one may be in order
 * without the other.
 */
export default defineRule({
  id: 'SEC-28',
  title: 'Database passwords come from Secrets Manager, or there are none',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'high',
  bestPractices: ['SEC02-BP03', 'SEC02-BP02'],
  on: {
    services: ['ecs', 'fargate', 'rds', 'aurora', 'documentdb'],
    edges: ['request', 'data'],
  },
  when: or(
    container,
    engine,
    service('documentdb'),
    and(
      edgeKind('request', 'data'),
      anyDrawn(
        'source',
        or(trait('compute'), groupKind('autoScalingGroup', 'serverContents', 'securityGroup')),
      ),
      anyDrawn(
        'target',
        or(trait('relational'), service('documentdb'), and(service('ec2'), is('role', 'database'))),
      ),
    ),
  ),
  assert: or(
    and(container, is('secretsInEnvironment', false)),
    and(engine, is('iamAuthentication', true)),
    and(or(engine, service('documentdb')), is('credentialsInSecretsManager', true)),
    and(edgeKind('request', 'data'), isOneOf('credentials', ['secretsManager', 'iam', 'none'])),
  ),
  message: 'The password for {label} is written in a setting, a file or the code.',
  rationale:
    'Settings and code are copied: to laptops, backups, build servers, tickets. A password in them is known to more people than anyone could name, and cannot be changed without a release.',
  remediation:
    'Keep passwords in Secrets Manager and let programs fetch them at start, or sign in to the database with an IAM role. In ECS, pass secrets with valueFrom, never as plain environment variables.',
  falsePositives: 'Environment variables that hold no secrets.',
  question: {
    text: 'Where does the password for {label} come from: a safe, a role, or a setting?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Keep the password in Secrets Manager',
    setFact('secretsInEnvironment', false, container),
    setFact('credentialsInSecretsManager', true, or(engine, service('documentdb'))),
    setFact('credentials', 'secretsManager', edgeKind('request', 'data')),
  ),
  references: [
    {
      title: 'SEC02-BP03 Store and use secrets securely',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_identities_secrets.html',
    },
    {
      title: 'Password management with Amazon RDS and AWS Secrets Manager',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html',
    },
    {
      title: 'Pass sensitive data to an Amazon ECS container',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
    },
  ],
  crosswalk: {
    securityHub: ['ECS.8'],
    checkov: ['CKV_AWS_161', 'CKV_AWS_162'],
    cdkNag: [
      'ECSTaskDefinitionNoEnvironmentVariables',
      'DocumentDBCredentialsInSecretsManager',
      'AuroraMySQLPostgresIAMAuth',
    ],
  },
  examples: {
    pass: [
      board`app:ec2 -{credentials=iam}-> orders:rds{iamAuthentication=true}`,
      board`api:ecs{secretsInEnvironment=false}`,
      board`orders:aurora{credentialsInSecretsManager=true}`,
      board`docs:documentdb{credentialsInSecretsManager=true}`,
    ],
    fail: [
      board`app:ec2 -{credentials=inConfiguration}-> orders:rds`,
      board`asg[ app:ec2 ] db:ec2{role=database} app -data{credentials=inConfiguration}-> db`,
      board`api:ecs{secretsInEnvironment=true}`,
      board`orders:aurora{iamAuthentication=false, credentialsInSecretsManager=false}`,
      board`docs:documentdb{credentialsInSecretsManager=false}`,
    ],
    nearlyFail: [board`orders:aurora{iamAuthentication=true, credentialsInSecretsManager=false}`],
    ask: [
      board`app:ec2 -> sales:redshift`,
      board`api:ecs`,
      board`orders:rds{iamAuthentication=false}`,
    ],
    notApplicable: [board`lambda -> dynamodb`, board`app:ec2 -event-> sqs`],
  },
})
