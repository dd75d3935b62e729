import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, groupKind, inside, noneDrawn, not } from '../expression'
import { choose, suggestion } from '../fix'

const holdsZones = anyDrawn('descendants', groupKind('availabilityZone', 'vpc'))

export default defineRule({
  id: 'STR-01',
  title: 'A subnet lies in one VPC and one Availability Zone',
  pillar: 'reliability',
  designPrinciples: ['designForFailure'],
  risk: 'high',
  riskNote:
    'AWS rates the planning of address ranges; a subnet drawn across zones makes every other check on redundancy worthless.',
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
  fix: suggestion(
    choose(
      'Put the subnet into one zone of one VPC; a box around zones becomes a plain group',
      { do: 'becomeGroup', kind: 'generic', when: holdsZones },
      { do: 'moveInto', kind: 'vpc', when: not(holdsZones) },
      { do: 'moveInto', kind: 'availabilityZone', when: not(holdsZones) },
    ),
    choose('Make it a plain group: it shows a tier, not a subnet', {
      do: 'becomeGroup',
      kind: 'generic',
    }),
  ),
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
