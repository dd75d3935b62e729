import { board } from '../board-text'
import { defineRule } from '../define-rule'
import {
  and,
  anyDrawn,
  drawnInside,
  edgeKind,
  groupKind,
  is,
  noneDrawn,
  not,
  onlyWay,
  or,
  tierSize,
  tierZones,
  trait,
} from '../expression'
import { choose, setFact, suggestion } from '../fix'
import { fromOutside, inScalingGroup } from '../parts'
import { WELL_BUILT } from '../well-built'

const directly = or(fromOutside, trait('networkGateway'))
/** What else it becomes first, a database is an RDS database in the end. */
const isDatabase = is('role', 'database')
const scalingGroup = { relation: 'ancestors', where: groupKind('autoScalingGroup') } as const

/**
 * The single point of failure, judged on the drawing.
 *
 * Subject: a server that every drawn path from people to some data store passes or ends in. Decided so:
 *
 * - People, the internet or a gateway lead to it directly, and it is in no Auto Scaling group: a finding, whatever its
 *   facts. A connector straight to one server says that nothing in between could send a request elsewhere.
 * - Otherwise it is redundant when its tier has two instances in two Availability Zones. One instance, or one zone, is
 *   a finding; where neither is said, a question.
 *
 * Drawing a load balancer, a second path or an Auto Scaling group changes the design, and with it the verdict.
 */
export default defineRule({
  id: 'REL-11',
  title: 'No server is the only way between users and their data',
  pillar: 'reliability',
  designPrinciples: ['designForFailure'],
  risk: 'high',
  bestPractices: ['REL10-BP01', 'REL11-BP02'],
  on: { services: ['ec2'] },
  when: onlyWay,
  assert: and(
    or(
      inScalingGroup,
      noneDrawn('edgesIn', and(edgeKind('request', 'data'), anyDrawn('source', directly))),
    ),
    tierSize(2),
    tierZones(2),
  ),
  message:
    '{label} is a single point of failure: all traffic between users and data goes through it, and nothing can take over.',
  rationale:
    'Whatever stands alone on the path decides how available the whole system is. Everything fails, all the time: the question is whether users notice.',
  remediation:
    'Put a load balancer in front and run the tier twice, in two Availability Zones. Separate web, application and database, so that each tier can be made redundant in its own way; move a database to a managed service with Multi-AZ.',
  falsePositives:
    'Systems that may be down until a backup is restored, and clusters whose own failover is not drawn.',
  question: {
    text: 'When {label} fails, what takes over?',
    askWhom: 'customer',
  },
  fix: suggestion(
    choose(
      'Run it twice, in two zones, behind a load balancer',
      {
        do: 'putInFront',
        service: 'alb',
        facts: WELL_BUILT.alb,
        from: directly,
        when: and(not(inScalingGroup), anyDrawn('peersIn', directly)),
      },
      { do: 'atLeast', key: 'instances', value: 2, when: not(inScalingGroup) },
      { do: 'atLeast', key: 'availabilityZones', value: 2, when: not(inScalingGroup) },
      { do: 'atLeast', key: 'minCapacity', value: 2, on: scalingGroup, when: inScalingGroup },
      { do: 'atLeast', key: 'availabilityZones', value: 2, on: scalingGroup, when: inScalingGroup },
      setFact('sessionState', 'external', is('sessionState', 'local')),
      {
        do: 'copyToOtherZone',
        when: and(drawnInside('availabilityZone'), not(inScalingGroup)),
      },
    ),
    choose(
      'Let AWS run it: a Multi-AZ database, or containers in two zones',
      { do: 'becomeService', service: 'fargate' },
      { do: 'atLeast', key: 'instances', value: 2 },
      { do: 'atLeast', key: 'availabilityZones', value: 2 },
      setFact('scaling', 'dynamic', not(isDatabase)),
      setFact('sessionState', 'external', not(isDatabase)),
      { do: 'becomeService', service: 'rds', when: isDatabase },
      setFact('multiAz', true, isDatabase),
      { do: 'atLeast', key: 'backupRetentionDays', value: 7, when: isDatabase },
      setFact('encryptedAtRest', true, isDatabase),
      setFact('publicAccess', false, isDatabase),
      setFact('deletionProtection', true, isDatabase),
      setFact('tlsRequired', true, isDatabase),
      setFact('storesBlobsOrSessions', false, isDatabase),
    ),
  ),
  references: [
    {
      title: 'REL10-BP01 Deploy the workload to multiple locations',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html',
    },
    {
      title: 'REL11-BP02 Fail over to healthy resources',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_withstand_component_failures_failover2good.html',
    },
  ],
  crosswalk: { trustedAdvisor: ['c1dfptbg11'] },
  examples: {
    pass: [
      board`users -> alb -> web:ec2{instances=2, availabilityZones=2} -> rds`,
      board`users -> alb -> asg{minCapacity=2, availabilityZones=2}[ web:ec2 ] web -> rds`,
    ],
    fail: [
      board`users -> web:ec2 -> db:ec2{role=database}`,
      board`users -> alb -> web:ec2{instances=1} -> rds`,
      board`users -> internet-gateway -> web:ec2 -> rds`,
    ],
    nearlyFail: [
      board`users -> alb, alb -> web-1:ec2 -> rds, alb -> web-2:ec2 -> rds`,
      board`users -> alb -> web:ec2{instances=3, availabilityZones=2} -> rds`,
    ],
    ask: [board`users -> alb -> web:ec2 -> rds`, board`users -> alb -> box:ec2`],
    notApplicable: [board`users -> lambda -> dynamodb`, board`batch:ec2 -> rds`],
  },
})
