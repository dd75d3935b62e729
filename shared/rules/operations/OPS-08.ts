import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { is, or } from '../expression'
import { automatic, setFact } from '../fix'
import { inScalingGroup } from '../parts'

export default defineRule({
  id: 'OPS-08',
  title: 'A server can be rebuilt from an image or a template at any time',
  pillar: 'operationalExcellence',
  designPrinciples: ['implementElasticity', 'designForFailure'],
  risk: 'medium',
  bestPractices: ['OPS05-BP04', 'REL08-BP04', 'REL08-BP05'],
  on: { services: ['ec2'] },
  assert: or(inScalingGroup, is('rebuiltFromImage', true)),
  message: '{label} was set up by hand, and only who did it could do it again.',
  rationale:
    'A server that is cared for like a pet cannot be replaced when it fails, copied when load grows, or trusted after a break-in. One that comes from an image is thrown away and started anew.',
  remediation:
    'Bake an image with EC2 Image Builder or write a launch template with a start script, keep it under version control, and replace servers rather than change them.',
  falsePositives: 'A server that is to be retired soon, or bought as an appliance.',
  question: {
    text: 'If {label} were lost, could it be rebuilt automatically, or was it set up by hand?',
    askWhom: 'customer',
  },
  fix: automatic('Build it from an image', setFact('rebuiltFromImage', true)),
  references: [
    {
      title: 'REL08-BP04 Deploy using immutable infrastructure',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_tracking_change_management_immutable_infrastructure.html',
    },
    {
      title: 'What is Image Builder?',
      url: 'https://docs.aws.amazon.com/imagebuilder/latest/userguide/what-is-image-builder.html',
    },
  ],
  crosswalk: { securityHub: ['AutoScaling.9'], checkov: ['CKV_AWS_315'] },
  examples: {
    pass: [board`web:ec2{rebuiltFromImage=true}`, board`asg[ web:ec2 ]`],
    fail: [board`web:ec2{rebuiltFromImage=false}`],
    nearlyFail: [board`asg[ web:ec2{rebuiltFromImage=false} ]`],
    ask: [board`web:ec2{patchingAutomated=true}`],
    notApplicable: [board`lambda`, board`fargate`],
  },
})
