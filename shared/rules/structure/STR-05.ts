import { board } from '../board-text'
import { defineRule } from '../define-rule'
import {
  and,
  anyDrawn,
  drawnInside,
  exposed,
  groupKind,
  inSubnet,
  is,
  or,
  service,
} from '../expression'
import { automatic, setFact } from '../fix'

const loadBalancer = service('alb', 'nlb', 'elb')
const publicSubnet = groupKind('publicSubnet')

/** A gateway drawn on the border of the VPC or next to it counts; only where there is none is the VPC asked. */
const hasGateway = or(
  anyDrawn('ancestors', anyDrawn('children', service('internet-gateway'))),
  anyDrawn('ancestors', and(groupKind('vpc'), is('internetGateway', true))),
)

export default defineRule({
  id: 'STR-05',
  title:
    'Public subnets have an internet gateway, and internet-facing load balancers stand in them',
  pillar: 'reliability',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'medium',
  riskNote:
    'AWS rates the availability of public endpoints; a missing gateway shows on the first day, not in production.',
  bestPractices: ['REL02-BP01', 'SEC05-BP01'],
  on: { groups: ['publicSubnet'], services: ['alb', 'nlb', 'elb'] },
  when: or(
    and(publicSubnet, drawnInside('vpc')),
    and(loadBalancer, or(exposed, is('internetFacing', true))),
  ),
  assert: or(and(publicSubnet, hasGateway), and(loadBalancer, inSubnet('public'))),
  message:
    '{label} is meant to be reached from the internet, but there is no way to it: a gateway or a public subnet is missing.',
  rationale:
    'What makes a subnet public is its route to an internet gateway. Without one, nothing in it can be reached; and a load balancer for the internet that stands in a private subnet answers nobody.',
  remediation:
    'Attach an internet gateway to the VPC and route the public subnets to it. Give an internet-facing load balancer public subnets only, one in each zone; its targets stay private.',
  falsePositives:
    'A subnet drawn as public that is not to be reached from the internet: draw it as a private one.',
  question: {
    text: 'How does traffic from the internet reach {label}?',
    askWhom: 'architect',
  },
  fix: automatic(
    'Open the way from the internet',
    {
      do: 'add',
      service: 'internet-gateway',
      where: 'vpc',
      facts: { attached: true },
      when: publicSubnet,
    },
    {
      do: 'setFact',
      key: 'internetGateway',
      value: true,
      on: { relation: 'ancestors', where: groupKind('vpc') },
      when: publicSubnet,
    },
    { do: 'moveOutOf', kinds: ['privateSubnet'], when: loadBalancer },
    setFact('subnetType', 'public', loadBalancer),
  ),
  references: [
    {
      title: 'Enable internet access for a VPC using an internet gateway',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
    },
    {
      title: 'How Elastic Load Balancing works',
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html',
    },
  ],
  crosswalk: { trustedAdvisor: ['c1dfpnchv4'] },
  examples: {
    pass: [
      board`vpc[ internet-gateway az[ public-subnet ] ]`,
      board`vpc{internetGateway=true}[ public-subnet[ alb{internetFacing=true} ] ]`,
      board`region[ internet-gateway vpc[ public-subnet ] ]`,
    ],
    fail: [
      board`vpc{internetGateway=false}[ az[ public-subnet ] ]`,
      board`vpc[ private-subnet[ alb{internetFacing=true} ] ]`,
      board`vpc[ private-subnet[ alb ] ] users -> alb`,
      board`shop:nlb{internetFacing=true, subnetType=private}`,
    ],
    nearlyFail: [board`vpc[ private-subnet[ alb{internetFacing=false} ] ]`],
    ask: [board`vpc[ public-subnet ]`, board`alb{internetFacing=true}`, board`alb`],
    notApplicable: [board`vpc[ private-subnet ]`, board`public-subnet`],
  },
})
