import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, atLeast } from '../expression'
import { automatic } from '../fix'

export default defineRule({
  id: 'REL-04',
  title: 'A database cluster has two instances in two Availability Zones',
  pillar: 'reliability',
  designPrinciples: ['designForFailure'],
  risk: 'high',
  bestPractices: ['REL10-BP01', 'REL11-BP02'],
  on: { services: ['aurora', 'neptune', 'documentdb', 'memorydb'] },
  assert: and(atLeast('instances', 2), atLeast('availabilityZones', 2)),
  message: '{label} has no second instance in another Availability Zone that could take over.',
  rationale:
    'The storage of such a cluster already lies in three zones; the instance that answers does not. With a reader in a second zone the cluster fails over in about half a minute; without one it takes until a new instance is up, or until the zone is back.',
  remediation:
    'Add a reader in another Availability Zone, of the same size as the writer, and give the cluster a subnet group over at least two zones.',
  falsePositives: 'Clusters for test and development that may be away for a quarter of an hour.',
  question: {
    text: 'How many instances does {label} have, and in how many Availability Zones?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Add an instance in a second zone',
    { do: 'atLeast', key: 'instances', value: 2 },
    { do: 'atLeast', key: 'availabilityZones', value: 2 },
  ),
  references: [
    {
      title: 'High availability for Amazon Aurora',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html',
    },
    {
      title: 'REL10-BP01 Deploy the workload to multiple locations',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html',
    },
  ],
  crosswalk: {
    securityHub: ['RDS.15'],
    trustedAdvisor: ['c15vnddn2x'],
    cdkNag: ['NeptuneClusterMultiAZ'],
  },
  examples: {
    pass: [
      board`orders:aurora{instances=2, availabilityZones=2}`,
      board`graph:neptune{instances=3, availabilityZones=3}`,
    ],
    fail: [
      board`orders:aurora{instances=1}`,
      board`graph:neptune{availabilityZones=1}`,
      board`docs:documentdb{instances=3, availabilityZones=1}`,
    ],
    nearlyFail: [board`docs:documentdb{instances=2, availabilityZones=2}`],
    ask: [board`orders:aurora`, board`graph:neptune{instances=2}`],
    notApplicable: [board`orders:rds`, board`dynamodb`],
  },
})
