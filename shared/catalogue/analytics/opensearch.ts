import {
  costTag,
  alarms,
  amount,
  classification,
  encryptedAtRest,
  encryptionKey,
  environment,
  ownSecurityGroup,
  owner,
  pricing,
  tlsRequired,
  yesNo,
} from '../common-facts'
import { defineService } from '../define'

const GUIDE = 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/'

export default defineService({
  serviceId: 'opensearch',
  name: 'Amazon OpenSearch Service',
  shortName: 'OpenSearch',
  category: 'analytics',
  aliases: [
    'amazon opensearch',
    'opensearch',
    'elasticsearch',
    'elastic search',
    'elk',
    'kibana',
    'es',
  ],
  purposes: ['search engine', 'full-text search', 'log analytics', 'vector search', 'search'],
  icon: 'architecture-service/AmazonOpenSearchService',
  scope: 'vpc',
  traits: ['dataStore', 'database'],
  summary: 'Search and log analytics: OpenSearch and Elasticsearch domains.',
  facts: [
    amount('dataNodes', 'Data nodes', [
      'On how many machines does {label} keep its data?',
      'How many data nodes does {label} have?',
    ]),
    yesNo(
      'zoneAwareness',
      'Spread over zones',
      [
        'Does search go on when one data center fails?',
        'Is zone awareness on, over two or three Availability Zones, for {label}?',
      ],
      { awsDefault: { value: false, source: `${GUIDE}managedomains-multiaz.html` } },
    ),
    yesNo(
      'dedicatedMasters',
      'Dedicated master nodes',
      [
        'Does {label} have machines that do nothing but keep the cluster together?',
        'Does {label} have three dedicated master nodes?',
      ],
      { awsDefault: { value: false, source: `${GUIDE}managedomains-dedicatedmasternodes.html` } },
    ),
    encryptedAtRest({ awsDefault: { value: false, source: `${GUIDE}encryption-at-rest.html` } }),
    encryptionKey,
    yesNo(
      'nodeToNodeEncryption',
      'Nodes talk over TLS',
      [
        'Is the traffic between the machines of {label} encrypted?',
        'Is node-to-node encryption on for {label}?',
      ],
      { awsDefault: { value: false, source: `${GUIDE}ntn.html` } },
    ),
    tlsRequired({ awsDefault: { value: false, source: `${GUIDE}infrastructure-security.html` } }),
    yesNo(
      'inVpc',
      'In a VPC',
      [
        'Is {label} in your private network, or at an address on the internet?',
        'Is {label} a VPC domain, and not one with a public endpoint?',
      ],
      { awsDefault: { value: false, source: `${GUIDE}vpc.html` } },
    ),
    ownSecurityGroup,
    pricing,
    alarms,
    classification,
    environment,
    owner,
    costTag,
  ],
})
