import { board } from '../board-text'
import { defineRule } from '../define-rule'
import {
  and,
  anyDrawn,
  groupKind,
  is,
  not,
  or,
  service,
  trait,
  type Expression,
} from '../expression'
import { choose, suggestion } from '../fix'

const unit = groupKind('autoScalingGroup', 'serverContents', 'securityGroup', 'generic')

/** A thing, or a group that stands for the things in it. */
const holds = (what: Expression): Expression => or(what, and(unit, anyDrawn('descendants', what)))

const database = or(trait('database'), and(service('ec2'), is('role', 'database')))

const onlyServesPages = and(service('ec2'), is('role', 'web'), is('runsApplication', false))

/**
 * Many web servers run the application as well, and then they are the application tier. Only what somebody said shows
 * pages and nothing else must not talk to the database.
 */
export default defineRule({
  id: 'SEC-05',
  title: 'Web servers reach data only through the application tier',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer', 'looseCoupling'],
  risk: 'high',
  bestPractices: ['SEC05-BP01', 'SEC05-BP02'],
  on: { edges: ['request', 'data'] },
  when: and(
    anyDrawn('source', or(service('ec2'), unit)),
    anyDrawn('target', or(trait('database'), service('ec2'), unit)),
  ),
  assert: not(and(anyDrawn('source', holds(onlyServesPages)), anyDrawn('target', holds(database)))),
  message: '{source} only serves the web, and talks to {target} past the application tier.',
  rationale:
    'The web tier faces the internet and is the first to be taken over. If it can talk to the database, so can whoever took it; behind an application tier there is one more lock, and a place that checks each request.',
  remediation:
    'Let web servers call the application tier, and open the database’s security group to that tier alone.',
  falsePositives:
    'A web server that runs the application as well: say so, and it counts as the application tier.',
  question: {
    text: 'Does {source} run the application itself, or only serve the web in front of it?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose('Put an application tier in between', {
      do: 'putBetween',
      service: 'ecs',
      label: 'Application',
      facts: {
        instances: 2,
        availabilityZones: 2,
        scaling: 'dynamic',
        sessionState: 'external',
        ownSecurityGroup: true,
        publicIp: false,
        secretsInEnvironment: false,
        alarms: true,
      },
      edgeFacts: { encrypted: true, credentials: 'secretsManager' },
    }),
    choose('Say that the web server runs the application itself', {
      do: 'setFact',
      key: 'runsApplication',
      value: true,
      on: { relation: 'source', where: and(service('ec2'), is('role', 'web')) },
    }),
  ),
  references: [
    {
      title: 'SEC05-BP01 Create network layers',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_create_layers.html',
    },
    {
      title: 'Three-tier architecture overview',
      url: 'https://docs.aws.amazon.com/whitepapers/latest/serverless-multi-tier-architectures-api-gateway-lambda/three-tier-architecture-overview.html',
    },
  ],
  crosswalk: {},
  examples: {
    pass: [
      board`app:ec2{role=app} -> orders:rds`,
      board`web:ec2{role=web, runsApplication=true} -> orders:rds`,
    ],
    fail: [
      board`alb -> web:ec2{role=web, runsApplication=false} -> orders:rds`,
      board`web:ec2{role=web, runsApplication=false} -data-> db:ec2{role=database}`,
    ],
    nearlyFail: [
      board`web:ec2{role=web, runsApplication=false} -> app:ec2{role=app} -> orders:rds`,
    ],
    ask: [
      board`web:ec2{role=web} -> orders:rds`,
      board`box:ec2 -> orders:rds`,
      board`front:asg[ web:ec2{role=web} ] orders:aurora front -> orders`,
    ],
    notApplicable: [board`lambda -> dynamodb`, board`web:ec2{role=web} -> elasticache`],
  },
})
