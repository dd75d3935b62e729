import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { drawnInside, not, service } from '../expression'
import { automatic } from '../fix'

export default defineRule({
  id: 'STR-02',
  title: 'Regional and global services are not drawn inside a subnet or Availability Zone',
  pillar: 'performanceEfficiency',
  designPrinciples: ['dontFearConstraints'],
  risk: 'low',
  riskNote:
    'AWS rates knowing the services at all; here only the drawing is wrong, and whoever builds it will notice.',
  bestPractices: ['PERF01-BP01'],
  on: { scopes: ['regional', 'global'] },
  when: not(service('lambda')),
  assert: not(drawnInside('publicSubnet', 'privateSubnet', 'availabilityZone')),
  message: '{label} is drawn inside a subnet or zone, but belongs to a whole Region or to none.',
  rationale:
    'Services such as S3, SQS and DynamoDB already span several data centers. Drawn in one of them, they look like something that must be made redundant, and their traffic looks private when it is not.',
  remediation:
    'Move it out to the Region or AWS Cloud, and draw a VPC endpoint where it is reached privately.',
  falsePositives: 'An interface endpoint that stands for the service: draw the endpoint instead.',
  question: { text: 'Where is {label}?', askWhom: 'architect' },
  fix: automatic('Move it out to where it belongs', {
    do: 'moveOutOf',
    kinds: ['publicSubnet', 'privateSubnet', 'availabilityZone'],
  }),
  references: [
    {
      title: 'AWS services by fault isolation boundary',
      url: 'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/aws-service-types.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [board`region[ s3 vpc[ private-subnet[ ec2 ] ] ]`],
    fail: [board`vpc[ private-subnet[ s3 ] ]`, board`az[ sqs ]`],
    nearlyFail: [board`vpc[ s3 ]`],
    notApplicable: [board`private-subnet[ ec2 ]`, board`private-subnet[ lambda ]`],
  },
})
