import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, drawnInside, inSubnet, is, not, or, scope, service } from '../expression'
import { automatic, setFact } from '../fix'
import { holdsData } from '../parts'

/**
 * An OpenSearch domain has no subnet type of its own: outside a VPC it has an address on the internet, inside one it is
 * where it is drawn.
 */
export default defineRule({
  id: 'SEC-01',
  title: 'No data store stands in a public subnet',
  pillar: 'security',
  designPrinciples: ['securityAtEveryLayer'],
  risk: 'critical',
  bestPractices: ['SEC05-BP01'],
  on: { traits: ['database', 'cache', 'fileStorage'], services: ['ec2'] },
  when: and(scope('zonal', 'vpc'), holdsData),
  assert: or(
    and(not(service('opensearch')), not(inSubnet('public'))),
    and(
      service('opensearch'),
      not(drawnInside('publicSubnet')),
      or(drawnInside('vpc', 'privateSubnet'), is('inVpc', true)),
    ),
  ),
  message:
    '{label} holds data and stands where the internet can reach, one rule away from being read.',
  rationale:
    'A public subnet has a route to the internet. What stores data needs none: only the application talks to it, and a private subnet keeps a mistake in a security group from becoming a leak.',
  remediation:
    'Move it to a private subnet. For RDS, make a DB subnet group of private subnets; give OpenSearch a domain inside the VPC; let people in through the application, a VPN or Session Manager.',
  falsePositives: 'A short-lived test without real data.',
  question: {
    text: 'Does {label} hold data, and does it stand in a public or a private subnet?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Move it to a private subnet',
    { do: 'moveOutOf', kinds: ['publicSubnet'] },
    setFact('subnetType', 'private', not(service('opensearch'))),
    setFact('inVpc', true, service('opensearch')),
    {
      do: 'moveInto',
      kind: 'privateSubnet',
      facts: { autoAssignPublicIp: false },
      when: and(scope('zonal'), drawnInside('vpc')),
    },
  ),
  references: [
    {
      title: 'SEC05-BP01 Create network layers',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_create_layers.html',
    },
    {
      title: 'Working with a DB instance in a VPC',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
    },
  ],
  crosswalk: {
    checkov: ['CKV_AWS_137'],
    cdkNag: ['OpenSearchInVPCOnly'],
    guard: ['OPENSEARCH_IN_VPC_ONLY', 'ELASTICSEARCH_IN_VPC_ONLY'],
  },
  examples: {
    pass: [
      board`vpc[ private-subnet[ orders:rds ] ]`,
      board`private-subnet[ db:ec2{role=database} ]`,
      board`vpc[ logs:opensearch ]`,
      board`logs:opensearch{inVpc=true}`,
    ],
    fail: [
      board`vpc[ public-subnet[ orders:rds ] ]`,
      board`public-subnet[ db:ec2{role=database} ]`,
      board`orders:aurora{subnetType=public}`,
      board`logs:opensearch{inVpc=false}`,
      board`vpc[ public-subnet[ logs:opensearch ] ]`,
    ],
    nearlyFail: [board`public-subnet[ web:ec2{role=web} private-subnet[ db:ec2{role=database} ] ]`],
    ask: [board`orders:rds`, board`public-subnet[ box:ec2 ]`, board`logs:opensearch`],
    notApplicable: [board`public-subnet[ web:ec2{role=web} ]`, board`dynamodb`],
  },
})
