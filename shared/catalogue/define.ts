import type { FactValue, GroupKind } from '../model/records'

/** AWS's own category names, plus the three families that are not AWS services. */
export type CategoryId =
  | 'analytics'
  | 'applicationIntegration'
  | 'artificialIntelligence'
  | 'blockchain'
  | 'businessApplications'
  | 'cloudFinancialManagement'
  | 'compute'
  | 'containers'
  | 'customerEnablement'
  | 'customerExperience'
  | 'database'
  | 'developerTools'
  | 'endUserComputing'
  | 'frontEndWebMobile'
  | 'games'
  | 'internetOfThings'
  | 'managementGovernance'
  | 'mediaServices'
  | 'migrationModernization'
  | 'multicloudHybrid'
  | 'networkingContentDelivery'
  | 'quantumTechnologies'
  | 'satellite'
  | 'securityIdentityCompliance'
  | 'serverless'
  | 'storage'
  | 'people'
  | 'onPremises'
  | 'general'

/**
 * Where a service lives.
 *
 * `global`: no Region (IAM, Route 53, CloudFront). `regional`: a Region's API, outside any VPC (S3, SQS).
 * `vpc`: attached to a VPC as a whole or spanning its subnets (load balancer, internet gateway, EFS).
 * `zonal`: sits in one Availability Zone's subnet (EC2 instance, NAT gateway, RDS instance).
 * `on-premises`: a customer's own site. `external`: people, the internet, third parties.
 */
export type ServiceScope = 'global' | 'regional' | 'vpc' | 'zonal' | 'on-premises' | 'external'

/** What a service *is*, for rules that speak of kinds of thing and not of products. */
export type Trait =
  | 'compute'
  | 'container'
  | 'function'
  | 'dataStore'
  | 'database'
  | 'relational'
  | 'cache'
  | 'blockStorage'
  | 'fileStorage'
  | 'objectStorage'
  | 'queue'
  | 'topic'
  | 'eventBus'
  | 'stream'
  | 'workflow'
  | 'loadBalancer'
  | 'apiFrontDoor'
  | 'cdn'
  | 'dns'
  | 'networkGateway'
  | 'hybridLink'
  | 'people'
  | 'internet'
  | 'client'
  | 'security'
  | 'observability'
  | 'backup'
  | 'migration'
  | 'workload'

export type FactType =
  | { kind: 'boolean' }
  | { kind: 'number'; unit?: string; min?: number; max?: number }
  | { kind: 'choice'; choices: readonly { value: string; label: string }[] }
  | { kind: 'text' }

/** One thing worth knowing about a service, with the words to ask for it. */
export interface FactDefinition {
  key: string
  /** As the inspector shows it: "Multi-AZ standby". */
  label: string
  type: FactType
  /** `{label}` stands for the node's label. */
  question: { customer: string; architect: string }
  /** What AWS does when nobody chose. `since` is an ISO date when AWS changed it; `source` a documentation URL. */
  awsDefault?: { value: FactValue; since?: string; source: string }
  effort: Effort
  help?: string
}

/**
 * What it takes to find an answer out. `known`: whoever runs it knows. `lookup`: minutes in a console or a document.
 * `measure`: needs measuring, or asking someone else.
 */
export type Effort = 'known' | 'lookup' | 'measure'

/** Palette entry: one service, resource or thing that can be put on a board. */
export interface ServiceDefinition {
  serviceId: string
  /** AWS's full name: "Amazon Simple Queue Service". */
  name: string
  /** What people say and what a new node is labelled: "SQS". */
  shortName: string
  category: CategoryId
  /** Abbreviations and other names: "alb", "k8s". Lower case. */
  aliases: readonly string[]
  /** What it is for: "queue", "message broker", "cdn". Lower case. */
  purposes: readonly string[]
  /** Path under `icons/` without `.svg`: `architecture-service/AWSLambda`, `resource/…`, `drawbridge/…` (our own, for what AWS has no icon for). */
  icon: string
  scope: ServiceScope
  traits: readonly Trait[]
  facts: readonly FactDefinition[]
  /** `full`: modelled with facts and rules. `icon`: from the icon set in bulk, can be drawn and connected. */
  depth: 'full' | 'icon'
  /** One sentence for the palette's tooltip and the inspector. */
  summary?: string
}

/** Identity function that gives a service file its type and its editor help. */
export function defineService(
  definition: Omit<ServiceDefinition, 'depth'> & { depth?: ServiceDefinition['depth'] },
): ServiceDefinition {
  return { depth: 'full', ...definition }
}

/** A group that can own nodes: how it looks and what may hold it. */
export interface GroupDefinition {
  groupKind: GroupKind
  name: string
  aliases: readonly string[]
  purposes: readonly string[]
  /** Corner icon; `null` where AWS draws none. */
  icon: string | null
  /** Border and label colour in both themes (AWS's own), hex. `dark` where the light one is illegible on dark. */
  color: { light: string; dark: string }
  dashed: boolean
  facts: readonly FactDefinition[]
  /** Size of a freshly dropped one, board units. */
  defaultSize: { w: number; h: number }
}
