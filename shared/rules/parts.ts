import { and, drawnInside, isOneOf, not, or, service, trait, type Expression } from './expression'

/** Services that run people's code in a VPC, where the number of copies and their zones are a choice. */
export const COMPUTE_FLEETS = ['ec2', 'ecs', 'eks', 'fargate'] as const

/** Roles in which a server holds data. */
export const DATA_ROLES = ['database', 'cache', 'queue', 'file'] as const

/** Anything but a server, or a server that somebody said does one of these things. */
export const servesAs = (...roles: string[]): Expression =>
  or(not(service('ec2')), isOneOf('role', roles))

/** A managed database, cache or file system, or a server in such a role. */
export const holdsData: Expression = or(
  trait('database', 'cache', 'fileStorage'),
  and(service('ec2'), isOneOf('role', DATA_ROLES)),
)

/** People, their devices and the internet: where requests come from. */
export const fromOutside: Expression = trait('people', 'internet', 'client')

/** Something that can send the next request elsewhere when a receiver is gone. */
export const distributes: Expression = trait(
  'loadBalancer',
  'queue',
  'topic',
  'eventBus',
  'stream',
  'workflow',
  'dns',
  'cdn',
  'apiFrontDoor',
)

export const inScalingGroup: Expression = drawnInside('autoScalingGroup')

/** Services on AWS that somebody wants back after a disaster. */
export const RECOVERABLE = [
  'ec2',
  'ecs',
  'eks',
  'fargate',
  'lambda',
  'elastic-beanstalk',
  'rds',
  'aurora',
  'dynamodb',
  'neptune',
  'documentdb',
  'memorydb',
] as const
