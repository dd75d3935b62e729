import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, anyDrawn, is, not, or, service, trait } from '../expression'
import { automatic } from '../fix'
import { WELL_BUILT } from '../well-built'

const atTheEdge = or(trait('cdn'), service('global-accelerator'))
const worldwide = and(service('users'), is('worldwide', true))
const application = or(
  trait('compute', 'loadBalancer', 'apiFrontDoor', 'objectStorage', 'cdn'),
  and(trait('networkGateway'), not(trait('hybridLink'))),
)

/**
 * Judged on the connector by which users enter, also behind DNS or the drawn internet, which only lead on. An accelerator
 * on the way counts as well as a CDN.
 */
export default defineRule({
  id: 'PERF-02',
  title: 'Users on several continents enter at the edge location nearest to them',
  pillar: 'performanceEfficiency',
  designPrinciples: ['dontFearConstraints'],
  risk: 'medium',
  bestPractices: ['PERF04-BP06', 'SUS02-BP04'],
  on: { edges: ['request', 'data'] },
  when: and(
    anyDrawn(
      'source',
      or(worldwide, and(trait('dns', 'internet'), anyDrawn('peersIn', worldwide))),
    ),
    anyDrawn('target', application),
  ),
  assert: anyDrawn('target', atTheEdge),
  message:
    '{source} come to {target} from all over the world over the open internet, all the way to one Region.',
  rationale:
    'A connection from another continent needs a dozen round trips before the first byte, each a quarter of a second long. CloudFront and Global Accelerator end it near the user and carry on over AWS’s own network, and answer what is cached from there.',
  remediation:
    'Put CloudFront in front of web pages and APIs, and Global Accelerator in front of other protocols and where fixed addresses are needed.',
  falsePositives:
    'Workloads that already run in several Regions, with DNS that leads people to the nearest.',
  question: {
    text: 'Are {source} in one region of the world or on several continents?',
    askWhom: 'customer',
  },
  fix: automatic('Let users enter through CloudFront', {
    do: 'putBetween',
    service: 'cloudfront',
    facts: WELL_BUILT.cloudfront,
    edgeFacts: { encrypted: true },
  }),
  references: [
    {
      title: 'What is Amazon CloudFront?',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Introduction.html',
    },
    {
      title: 'What is AWS Global Accelerator?',
      url: 'https://docs.aws.amazon.com/global-accelerator/latest/dg/what-is-global-accelerator.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`users{worldwide=true} -> cloudfront -> alb`,
      board`users{worldwide=true} -> route-53 -> global-accelerator -> nlb`,
    ],
    fail: [
      board`users{worldwide=true} -> alb -> web:ec2`,
      board`users{worldwide=true} -> route-53 -> alb`,
      board`users{worldwide=true} -> assets:s3`,
    ],
    nearlyFail: [board`users{worldwide=false} -> alb`],
    ask: [board`users -> alb`],
    notApplicable: [
      board`client -> alb`,
      board`users{worldwide=true} -> crm:saas`,
      board`users{worldwide=true} -> vpn-client`,
    ],
  },
})
