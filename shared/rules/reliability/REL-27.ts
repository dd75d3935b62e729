import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is } from '../expression'
import { choose, setFact, suggestion } from '../fix'
import { inScalingGroup } from '../parts'
import { WELL_BUILT } from '../well-built'

export default defineRule({
  id: 'REL-27',
  title: 'Servers that come and go hold no data that exists nowhere else',
  pillar: 'reliability',
  designPrinciples: ['implementElasticity', 'leverageStorageOptions'],
  risk: 'high',
  riskNote:
    'AWS rates how releases are made; here a scaled-in server takes the only copy of data with it.',
  bestPractices: ['REL08-BP04', 'REL05-BP06'],
  on: { services: ['ec2'] },
  when: inScalingGroup,
  assert: is('localData', false),
  message: '{label} scales in and out, and holds data on its own disks that is lost when it does.',
  rationale:
    'An Auto Scaling group terminates instances when load falls and when one is unhealthy, and by default their volumes go with them.',
  remediation:
    'Keep files in S3 or EFS, state in a database or cache, and logs in CloudWatch, so that any instance can be thrown away.',
  falsePositives: 'Scratch data and caches that are made again by themselves.',
  question: {
    text: 'Is there anything on the disks of {label} that exists nowhere else?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose('Keep files on a shared file system', setFact('localData', false), {
      do: 'add',
      service: 'efs',
      facts: WELL_BUILT.efs,
      where: 'vpc',
      connect: { direction: 'to', kind: 'data', facts: { encrypted: true } },
    }),
    choose('Keep files in S3', setFact('localData', false), {
      do: 'add',
      service: 's3',
      facts: WELL_BUILT.s3,
      where: 'region',
      connect: { direction: 'to', kind: 'data', facts: { encrypted: true } },
    }),
  ),
  references: [
    {
      title: 'REL08-BP04 Deploy using immutable infrastructure',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_tracking_change_management_immutable_infrastructure.html',
    },
    {
      title: 'Amazon EC2 Auto Scaling instance lifecycle',
      url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-lifecycle.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [board`asg[ web:ec2{localData=false} ]`],
    fail: [board`asg[ web:ec2{localData=true} ]`],
    nearlyFail: [board`web:ec2{localData=true}`],
    ask: [board`asg[ web:ec2 ]`],
    notApplicable: [board`web:ec2{localData=true}`],
  },
})
