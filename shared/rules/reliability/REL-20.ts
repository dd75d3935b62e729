import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, crosses, edgeKind, is, isOneOf, not, or, service } from '../expression'
import { choose, setFact, suggestion } from '../fix'
import { WELL_BUILT } from '../well-built'

const table = service('dynamodb')
const copies = and(service('aws-backup'), is('crossRegionCopy', true))

/** Buckets are asked about always; a database when its data is confidential or regulated. */
export default defineRule({
  id: 'REL-20',
  title: 'Data that must not be lost has a copy in another Region or account',
  pillar: 'reliability',
  designPrinciples: ['designForFailure', 'leverageStorageOptions'],
  risk: 'medium',
  riskNote:
    'AWS rates recovery from a disaster as a whole; the loss of a whole Region or account is rare.',
  bestPractices: ['REL13-BP02', 'REL09-BP01'],
  on: { services: ['s3', 'rds', 'aurora', 'neptune', 'documentdb', 'dynamodb'] },
  when: or(service('s3'), isOneOf('classification', ['confidential', 'regulated'])),
  assert: or(
    and(not(table), is('replicatedToOtherRegion', true)),
    and(table, is('globalTable', true)),
    anyDrawn('edgesOut', and(edgeKind('replication'), or(crosses('region'), crosses('account')))),
    anyDrawn('peersIn', copies),
    anyDrawn('peersOut', copies),
  ),
  message: '{label} exists in one Region and account only.',
  rationale:
    'Zones protect against a burnt-down hall. Against the loss of a Region, and against an intruder with the keys to the account, only a copy somewhere else helps, best where nobody can delete it.',
  remediation:
    'Replicate buckets to another Region or account, make tables global, and let AWS Backup copy the backups of databases to a vault in another Region and account.',
  falsePositives:
    'Data that can be made again from elsewhere, and data that the law does not let out of the country: then use another account in the same Region.',
  question: {
    text: 'If the whole Region or account were gone, would there be a copy of {label}?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose(
      'Replicate it to another Region',
      setFact('replicatedToOtherRegion', true, not(table)),
      setFact('globalTable', true, table),
    ),
    choose('Let AWS Backup copy it to another Region', {
      do: 'add',
      service: 'aws-backup',
      facts: WELL_BUILT.awsBackup,
      where: 'region',
      connect: { direction: 'to', kind: 'replication' },
    }),
  ),
  references: [
    {
      title: 'Replicating objects within and across Regions',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html',
    },
    {
      title: 'Disaster recovery options in the cloud',
      url: 'https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html',
    },
  ],
  crosswalk: {
    securityHub: ['S3.7'],
    checkov: ['CKV_AWS_144'],
    cdkNag: ['S3BucketReplicationEnabled'],
    guard: ['S3_BUCKET_REPLICATION_ENABLED'],
  },
  examples: {
    pass: [
      board`uploads:s3{replicatedToOtherRegion=true}`,
      board`one:region[ orders:rds{classification=regulated} ] two:region[ copy:rds{classification=internal} ] orders -replication-> copy`,
      board`orders:dynamodb{classification=confidential, globalTable=true}`,
    ],
    fail: [
      board`uploads:s3{replicatedToOtherRegion=false}`,
      board`orders:aurora{classification=regulated, replicatedToOtherRegion=false}`,
      board`orders:dynamodb{classification=confidential, globalTable=false}`,
    ],
    nearlyFail: [
      board`uploads:s3{replicatedToOtherRegion=false} -> aws-backup{crossRegionCopy=true}`,
    ],
    ask: [board`uploads:s3`, board`orders:rds`],
    notApplicable: [board`orders:rds{classification=internal}`, board`efs`],
  },
})
