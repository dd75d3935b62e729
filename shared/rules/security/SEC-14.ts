import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, is, not, or, service } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'SEC-14',
  title: 'Volumes and file systems are encrypted at rest',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'high',
  bestPractices: ['SEC08-BP02'],
  on: { services: ['ebs', 'efs', 'ec2'] },
  assert: or(
    and(not(service('ec2')), is('encryptedAtRest', true)),
    and(service('ec2'), is('volumesEncrypted', true)),
  ),
  message:
    'What is on the disks of {label} is not encrypted: whoever gets hold of a copy can read it.',
  rationale:
    'Disks hold more than anyone planned: logs, temporary files, credentials. Encryption is free, and covers snapshots as well.',
  remediation:
    'Turn encryption by default on for the account and Region. Copy existing volumes through an encrypted snapshot, and existing file systems with DataSync.',
  falsePositives: 'None worth the exception.',
  question: { text: 'Are the disks of {label} encrypted?', askWhom: 'customer' },
  fix: automatic(
    'Encrypt the disks',
    setFact('encryptedAtRest', true, not(service('ec2'))),
    setFact('volumesEncrypted', true, service('ec2')),
  ),
  references: [
    {
      title: 'Enable Amazon EBS encryption by default',
      url: 'https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html',
    },
    {
      title: 'Encrypting data at rest in Amazon EFS',
      url: 'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html',
    },
  ],
  crosswalk: {
    securityHub: ['EC2.3'],
    checkov: ['CKV_AWS_3', 'CKV_AWS_8', 'CKV_AWS_42', 'CKV2_AWS_2'],
    cdkNag: ['EC2EBSVolumeEncrypted', 'EFSEncrypted'],
    guard: ['ENCRYPTED_VOLUMES', 'EFS_ENCRYPTED_CHECK'],
    trivy: ['AWS-0026', 'AWS-0131', 'AWS-0008', 'AWS-0037'],
  },
  examples: {
    pass: [
      board`ebs{encryptedAtRest=true}`,
      board`efs{encryptedAtRest=true}`,
      board`web:ec2{volumesEncrypted=true}`,
    ],
    fail: [
      board`ebs{encryptedAtRest=false}`,
      board`efs{encryptedAtRest=false}`,
      board`web:ec2{volumesEncrypted=false}`,
    ],
    nearlyFail: [board`ebs{encryptedAtRest=true, inBackupPlan=false}`],
    ask: [board`ebs`, board`web:ec2`],
    notApplicable: [board`fsx`, board`s3`],
  },
})
