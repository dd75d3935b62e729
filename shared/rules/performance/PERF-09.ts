import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, countDrawn, is, not, trait } from '../expression'
import { choose, setFact, suggestion } from '../fix'

export default defineRule({
  id: 'PERF-09',
  title: 'Files that several servers write lie on a shared file system',
  pillar: 'performanceEfficiency',
  designPrinciples: ['leverageStorageOptions', 'thinkParallel'],
  risk: 'medium',
  riskNote:
    'AWS rates the choice of every data store; this one concerns the files of a few servers.',
  bestPractices: ['PERF03-BP01', 'SUS04-BP06'],
  on: { services: ['ebs'] },
  assert: and(not(countDrawn('peersIn', trait('compute'), 2)), is('sharedBetweenServers', false)),
  message: '{label} is a disk that several servers write to, and no file system is made for that.',
  rationale:
    'A volume belongs to one server in one zone. Multi-Attach gives several servers the same raw blocks, which ordinary file systems destroy within minutes; and copies kept in step by scripts drift apart.',
  remediation:
    'Put shared files on EFS (Linux) or FSx (Windows, NetApp, Lustre), or into S3 when programs read and write whole objects.',
  falsePositives: 'Cluster software that brings its own file system or locks, such as Oracle RAC.',
  question: {
    text: 'Do several servers read and write the files on {label}?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose(
      'Use EFS',
      { do: 'becomeService', service: 'efs' },
      setFact('encryptedAtRest', true),
      setFact('inBackupPlan', true),
      { do: 'atLeast', key: 'availabilityZones', value: 2 },
      setFact('lifecycle', true),
    ),
    choose(
      'Use FSx',
      { do: 'becomeService', service: 'fsx' },
      setFact('encryptedAtRest', true),
      setFact('inBackupPlan', true),
      setFact('multiAz', true),
    ),
  ),
  references: [
    {
      title: 'Attach an EBS volume to multiple EC2 instances using Multi-Attach',
      url: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volumes-multi.html',
    },
    {
      title: 'What is Amazon Elastic File System?',
      url: 'https://docs.aws.amazon.com/efs/latest/ug/whatisefs.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [board`web:ec2 -> disk:ebs{sharedBetweenServers=false}`],
    fail: [
      board`web-1:ec2 -> disk:ebs, web-2:ec2 -> disk`,
      board`disk:ebs{sharedBetweenServers=true}`,
    ],
    nearlyFail: [board`web-1:ec2 -> files:efs, web-2:ec2 -> files`],
    ask: [board`web:ec2 -> disk:ebs`],
    notApplicable: [board`files:efs`, board`san:on-prem-storage`],
  },
})
