import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, groupKind, inside, noneDrawn } from '../expression'

export default defineRule({
  id: 'STR-01',
  title: 'A subnet lies in one VPC and one Availability Zone',
  pillar: 'reliability',
  designPrinciples: ['designForFailure'],
  risk: 'high',
  bestPractices: ['REL02-BP03', 'REL10-BP01'],
  on: { groups: ['publicSubnet', 'privateSubnet'] },
  assert: and(
    noneDrawn('descendants', groupKind('availabilityZone', 'vpc')),
    inside('vpc'),
    inside('availabilityZone'),
  ),
  message:
    '{label} is not drawn in exactly one VPC and one Availability Zone, where a subnet must be.',
  rationale:
    'A subnet cannot span zones. A drawing in which it does hides whether anything really survives the loss of one.',
  remediation: 'Draw one subnet per Availability Zone and tier, inside the zone, inside the VPC.',
  falsePositives: 'A simplified picture for people who need no zones: leave the group a sketch.',
  question: {
    text: 'In which VPC and Availability Zone is {label}?',
    askWhom: 'architect',
  },
  fix: { kind: 'none' },
  references: [
    {
      title: 'Subnets for your VPC',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [board`vpc[ az[ public-subnet ] ]`],
    fail: [board`vpc[ public-subnet[ a:az b:az ] ]`, board`vpc!complete[ public-subnet ]`],
    nearlyFail: [board`vpc!complete[ a:az[ one:private-subnet ] b:az[ two:private-subnet ] ]`],
    ask: [board`vpc[ public-subnet ]`, board`public-subnet`],
    notApplicable: [board`vpc[ az ]`],
  },
})
