import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-13',
  title: 'Databases are encrypted at rest',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'high',
  bestPractices: ['SEC08-BP02'],
  on: { services: ['rds', 'aurora', 'neptune', 'documentdb'] },
  assert: is('encryptedAtRest', true),
  message: '{label} stores its data unencrypted.',
  rationale:
    'Encryption covers the storage, the automated backups, the replicas and the snapshots. It has no price and next to no effect on speed.',
  remediation:
    'Encryption can only be chosen at creation: take a snapshot, copy it with encryption, restore from the copy and switch over.',
  falsePositives: 'Public data only; even then it costs nothing.',
  question: { text: 'Is {label} encrypted at rest?', askWhom: 'customer' },
  fix: automatic('Encrypt it', setFact('encryptedAtRest', true)),
  references: [
    {
      title: 'Encrypting Amazon RDS resources',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
    },
    {
      title: 'SEC08-BP02 Enforce encryption at rest',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_data_rest_encrypt.html',
    },
  ],
  crosswalk: {
    securityHub: ['RDS.3'],
    checkov: ['CKV_AWS_16', 'CKV_AWS_96', 'CKV_AWS_44', 'CKV_AWS_74'],
    cdkNag: [
      'RDSStorageEncrypted',
      'NeptuneClusterEncryptionAtRest',
      'DocumentDBClusterEncryptionAtRest',
    ],
    guard: ['RDS_STORAGE_ENCRYPTED'],
    trivy: ['AWS-0079', 'AWS-0080', 'AWS-0076', 'AWS-0021'],
  },
  examples: {
    pass: [board`orders:rds{encryptedAtRest=true}`, board`aurora{encryptedAtRest=true}`],
    fail: [board`orders:rds{encryptedAtRest=false}`, board`graph:neptune{encryptedAtRest=false}`],
    nearlyFail: [board`orders:rds{encryptedAtRest=true, publicAccess=true}`],
    ask: [board`orders:rds`],
    notApplicable: [board`dynamodb`, board`ebs`],
  },
})
