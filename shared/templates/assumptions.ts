/**
 * How the parts of a reference architecture are set up, as AWS recommends it.
 *
 * Only what the architecture itself decides. What a customer decides (owner, classification, objectives for recovery,
 * prices, volumes) is said nowhere: the checks are to ask for it.
 */

/** On a connector. */
export const tls = { encrypted: true } as const

/** On a connector from a program to a relational database. */
export const sql = { ...tls, credentials: 'secretsManager' } as const

/** On a connector that nobody waits for. */
export const later = { ...tls, mode: 'asynchronous' } as const

/** Moves on to the next address when health checks fail. */
export const dns = { routingPolicy: 'failover', healthChecks: true } as const

export const cdn = {
  viewerHttpsOnly: true,
  minimumTls12: true,
  originHttpsOnly: true,
  waf: true,
  accessLogs: true,
} as const

export const firewall = { managedRules: true, rateLimit: true, logging: true } as const

export const bucket = {
  publicAccess: false,
  blockPublicAccess: true,
  encryptedAtRest: true,
  tlsOnly: true,
  accessLogs: true,
  versioning: true,
  lifecycle: true,
  servesWebsite: false,
} as const

/** A bucket that only CloudFront reads. */
export const webBucket = {
  ...bucket,
  servesWebsite: true,
  originAccessControl: true,
  classification: 'public',
} as const

export const api = {
  throttled: true,
  private: false,
  waf: true,
  accessLogs: true,
  tracing: true,
} as const

export const lambda = {
  inVpc: false,
  failureDestination: true,
  tracing: true,
  alarms: true,
} as const

export const queue = {
  deadLetterQueue: true,
  isDeadLetterQueue: false,
  encryptedAtRest: true,
  queueType: 'standard',
  alarms: true,
} as const

export const deadLetters = {
  isDeadLetterQueue: true,
  encryptedAtRest: true,
  retentionDays: 14,
  alarms: true,
} as const

export const topic = { encryptedAtRest: true, deadLetterQueue: true } as const

export const bus = { encryptedAtRest: true, deadLetterQueue: true, archive: true } as const

export const workflow = {
  workflowType: 'standard',
  errorHandling: true,
  tracing: true,
  logging: true,
} as const

export const table = {
  capacity: 'onDemand',
  pointInTimeRecovery: true,
  encryptedAtRest: true,
  deletionProtection: true,
  alarms: true,
} as const

export const loadBalancer = {
  availabilityZones: 2,
  crossZone: true,
  httpsListener: true,
  redirectsHttp: true,
  internetFacing: true,
  subnetType: 'public',
  waf: true,
  accessLogs: true,
  ownSecurityGroup: true,
  deletionProtection: true,
} as const

export const internalLoadBalancer = {
  ...loadBalancer,
  internetFacing: false,
  subnetType: 'private',
  waf: false,
} as const

/** An EC2 instance of a tier that comes from an image and follows the load. */
export const server = {
  runsApplication: true,
  instances: 2,
  availabilityZones: 2,
  scaling: 'dynamic',
  sessionState: 'none',
  localData: false,
  servesStaticAssets: false,
  publicIp: false,
  ownSecurityGroup: true,
  adminPortsOpenToInternet: false,
  adminAccess: 'sessionManager',
  volumesEncrypted: true,
  instanceRole: true,
  imdsV2Required: true,
  rebuiltFromImage: true,
  patchingAutomated: true,
  detailedMetrics: true,
  alarms: true,
} as const

export const cluster = {
  instances: 2,
  availabilityZones: 2,
  scaling: 'dynamic',
  sessionState: 'none',
  ownSecurityGroup: true,
  detailedMetrics: true,
  alarms: true,
} as const

export const containers = { ...cluster, publicIp: false, secretsInEnvironment: false } as const

export const aurora = {
  engine: 'aurora-postgresql',
  instances: 2,
  availabilityZones: 2,
  readReplicas: 1,
  backupRetentionDays: 14,
  encryptedAtRest: true,
  publicAccess: false,
  subnetType: 'private',
  ownSecurityGroup: true,
  deletionProtection: true,
  credentialsInSecretsManager: true,
  tlsRequired: true,
  autoMinorUpgrade: true,
  detailedMetrics: true,
  alarms: true,
} as const

export const cache = {
  engine: 'valkey',
  multiAz: true,
  automaticFailover: true,
  backupRetentionDays: 1,
  availabilityZones: 2,
  encryptedAtRest: true,
  tlsRequired: true,
  subnetType: 'private',
  ownSecurityGroup: true,
  autoMinorUpgrade: true,
  alarms: true,
} as const

export const natGateway = { connectivity: 'public', availabilityZones: 1 } as const

export const endpoints = {
  endpointType: 'interface',
  availabilityZones: 2,
  policyRestricted: true,
  ownSecurityGroup: true,
} as const

export const gatewayEndpoint = { endpointType: 'gateway', policyRestricted: true } as const

export const registry = {
  scansImages: true,
  immutableTags: true,
  lifecycle: true,
  encryptedAtRest: true,
} as const

export const backups = {
  retentionDays: 35,
  crossRegionCopy: true,
  vaultLock: true,
  restoreTested: true,
  encryptedAtRest: true,
} as const

export const vpc = { flowLogs: true, internetGateway: true } as const

export const subnet = { autoAssignPublicIp: false } as const

export const search = {
  dataNodes: 3,
  zoneAwareness: true,
  dedicatedMasters: true,
  encryptedAtRest: true,
  nodeToNodeEncryption: true,
  tlsRequired: true,
  inVpc: true,
  ownSecurityGroup: true,
  alarms: true,
} as const

export const stream = {
  encryptedAtRest: true,
  capacity: 'onDemand',
  retentionHours: 168,
  alarms: true,
} as const

export const warehouse = {
  instances: 2,
  availabilityZones: 2,
  multiAz: true,
  backupRetentionDays: 14,
  encryptedAtRest: true,
  publicAccess: false,
  tlsRequired: true,
  accessLogs: true,
  inVpc: true,
  subnetType: 'private',
  ownSecurityGroup: true,
  alarms: true,
} as const

export const sharedFiles = {
  encryptedAtRest: true,
  multiAz: true,
  inBackupPlan: true,
  subnetType: 'private',
  ownSecurityGroup: true,
} as const
