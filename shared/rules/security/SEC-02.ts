import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, is, isOneOf, not, or, service } from '../expression'
import { automatic, setFact } from '../fix'
import { DATA_ROLES } from '../parts'

export default defineRule({
  id: 'SEC-02',
  title: 'No data store has a public address',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'critical',
  bestPractices: ['SEC05-BP01', 'SEC08-BP04'],
  on: {
    services: [
      'rds',
      'aurora',
      'neptune',
      'documentdb',
      'redshift',
      'msk',
      'amazon-mq',
      'dms',
      'ec2',
    ],
  },
  when: or(not(service('ec2')), isOneOf('role', DATA_ROLES)),
  assert: or(
    and(not(service('ec2')), is('publicAccess', false)),
    and(service('ec2'), is('publicIp', false)),
  ),
  message: '{label} holds or moves data and has an address that the internet can reach.',
  rationale:
    'Databases on the internet are found by scanners within hours, and then only a password stands in between.',
  remediation:
    'Turn public access off and reach the database from inside the VPC, through a VPN or through Session Manager port forwarding.',
  falsePositives: 'Published data sets on a server made for that purpose.',
  question: {
    text: 'Can {label} be reached from the internet?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Take it off the internet',
    setFact('publicAccess', false, not(service('ec2'))),
    setFact('publicIp', false, service('ec2')),
  ),
  references: [
    {
      title: 'Hiding a DB instance in a VPC from the internet',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html#USER_VPC.Hiding',
    },
    {
      title: 'SEC05-BP01 Create network layers',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_create_layers.html',
    },
  ],
  crosswalk: {
    securityHub: ['RDS.2'],
    checkov: ['CKV_AWS_17', 'CKV_AWS_87', 'CKV_AWS_89', 'CKV_AWS_69', 'CKV_AWS_102', 'CKV_AWS_291'],
    cdkNag: ['RDSInstancePublicAccess', 'RedshiftClusterPublicAccess', 'DMSReplicationNotPublic'],
    guard: [
      'RDS_INSTANCE_PUBLIC_ACCESS_CHECK',
      'REDSHIFT_CLUSTER_PUBLIC_ACCESS_CHECK',
      'DMS_REPLICATION_NOT_PUBLIC',
    ],
    trivy: ['AWS-0180', 'AWS-0072'],
  },
  examples: {
    pass: [board`orders:rds{publicAccess=false}`, board`db:ec2{role=database, publicIp=false}`],
    fail: [
      board`orders:rds{publicAccess=true}`,
      board`db:ec2{role=database, publicIp=true}`,
      board`dms{publicAccess=true}`,
      board`sales:redshift{publicAccess=true}`,
    ],
    nearlyFail: [board`web:ec2{role=web, publicIp=true} -> orders:rds{publicAccess=false}`],
    ask: [board`orders:rds`, board`box:ec2{publicIp=true}`],
    notApplicable: [board`web:ec2{role=web, publicIp=true}`],
  },
})
