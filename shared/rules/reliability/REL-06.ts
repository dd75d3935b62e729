import { board } from '../board-text'
import { defineRule } from '../define-rule'
import { and, atLeast, is } from '../expression'
import { automatic, setFact } from '../fix'

export default defineRule({
  id: 'REL-06',
  title: 'A search domain has three data nodes over several zones, and dedicated masters',
  pillar: 'reliability',
  designPrinciples: ['designForFailure', 'thinkParallel'],
  risk: 'medium',
  riskNote:
    'AWS rates whole workloads; a search index can usually be built again from where its data came from.',
  bestPractices: ['REL10-BP01', 'REL11-BP02'],
  on: { services: ['opensearch'] },
  assert: and(atLeast('dataNodes', 3), is('zoneAwareness', true), is('dedicatedMasters', true)),
  message: '{label} does not survive the loss of a node or zone without losing data or its head.',
  rationale:
    'With fewer than three data nodes a lost one leaves copies without a home; without zone awareness all copies can lie in one zone; and masters that also answer queries lose the cluster when they are busy.',
  remediation:
    'Use at least three data nodes, zone awareness over two or three zones, and three dedicated master nodes; Multi-AZ with Standby sets all of this up.',
  falsePositives: 'A small index of logs that may be away until it is rebuilt.',
  question: {
    text: 'How many data nodes does {label} have, over how many zones, and has it dedicated masters?',
    askWhom: 'customer',
  },
  fix: automatic(
    'Spread three data nodes over zones, with dedicated masters',
    { do: 'atLeast', key: 'dataNodes', value: 3 },
    setFact('zoneAwareness', true),
    setFact('dedicatedMasters', true),
  ),
  references: [
    {
      title: 'Configuring a multi-AZ domain in Amazon OpenSearch Service',
      url: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html',
    },
    {
      title: 'Dedicated master nodes in Amazon OpenSearch Service',
      url: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html',
    },
  ],
  crosswalk: {
    securityHub: ['OpenSearch.6'],
    checkov: ['CKV_AWS_318', 'CKV2_AWS_59'],
    cdkNag: ['OpenSearchZoneAwareness', 'OpenSearchDedicatedMasterNode'],
    guard: [
      'OPENSEARCH_DATA_NODE_FAULT_TOLERANCE',
      'ELASTICSEARCH_DATA_NODE_FAULT_TOLERANCE',
      'ELASTICSEARCH_PRIMARY_NODE_FAULT_TOLERANCE',
    ],
  },
  examples: {
    pass: [board`logs:opensearch{dataNodes=3, zoneAwareness=true, dedicatedMasters=true}`],
    fail: [
      board`logs:opensearch{dataNodes=1}`,
      board`logs:opensearch{dataNodes=3, zoneAwareness=false, dedicatedMasters=false}`,
      board`logs:opensearch{dedicatedMasters=false}`,
    ],
    nearlyFail: [board`logs:opensearch{dataNodes=6, zoneAwareness=true, dedicatedMasters=true}`],
    ask: [board`logs:opensearch`, board`logs:opensearch{dataNodes=3}`],
    notApplicable: [board`rds`],
  },
})
