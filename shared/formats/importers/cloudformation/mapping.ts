import type { EdgeKind, FactValue, GroupKind } from '../../../model/records'
import type { Look } from './look'
import type { Resource } from './template'
import type { Pending, Value } from './value'

/** A fact as an import says it; `value: null` is known not to apply, `byDefault` is AWS's own choice. */
export interface Said {
  value: FactValue | null
  byDefault?: boolean
}

/** Works a fact out from a resource's properties; `undefined` where they do not tell. */
export type Telling = (properties: Value, about: Bundle) => Said | undefined

/** Everything that one node stands for: its main resource and what belongs to it. */
export interface Bundle {
  /** `null`: the template only speaks of it, it is made elsewhere. */
  main: Resource | null
  /** Type of the main resource, also where that is made elsewhere. */
  type: string
  /** Main resource first. */
  resources: readonly Resource[]
  /** Properties of the main resource; {@link Pending} where that is made elsewhere. */
  properties: Value | Pending
  look: Look
  /** Those of its resources that are of these types. */
  of(...types: string[]): readonly Resource[]
}

/** Where something is in the network, as values of its template. */
export interface Network {
  subnets?: Value | undefined
  securityGroups?: Value | undefined
  vpc?: Value | undefined
  /** Zone, or list of zones, where they are said apart from the subnets. */
  zones?: Value | undefined
  /** Lives outside any VPC of one's own when it names no subnet (EC2, Lambda, Redshift…). */
  optional?: boolean
}

/** A connector to be: each end is this node, or whatever a value names. */
export interface LinkDraft {
  from: 'self' | Value | undefined
  to: 'self' | Value | undefined
  kind: EdgeKind
  facts?: Readonly<Record<string, Said>>
}

export type Link = (properties: Value, about: Bundle) => readonly LinkDraft[]

/**
 * What becomes of a resource of some type.
 *
 * It belongs to what one of the paths in `partOf` names, or (`usedBy`) to whatever names it. Otherwise it becomes a
 * service or a group of its own; or, with `elsewhere`, stands for something of that type that the template only speaks
 * of. With none of these it is not drawn.
 */
export interface Mapping {
  partOf?: readonly string[]
  /** `true`, or the types that count. */
  usedBy?: boolean | readonly string[]
  service?: string | ((about: Bundle) => string)
  group?: GroupKind
  elsewhere?: string
  /** Properties that may hold its own name. */
  names?: readonly string[]
  facts?: Readonly<Record<string, Telling>>
  network?: (properties: Value, about: Bundle) => Network
  links?: readonly Link[]
  /** Why it is not drawn, where nothing above applies. */
  otherwise?: string
}

export type Mappings = Readonly<Record<string, Mapping>>

/** A service of its own. */
export function node(
  service: Mapping['service'] & {},
  rest: Omit<Mapping, 'service'> = {},
): Mapping {
  return { service, ...rest }
}

/** Belongs to what one of its properties names. */
export function part(
  paths: string | readonly string[],
  rest: Omit<Mapping, 'partOf'> = {},
): Mapping {
  return { partOf: typeof paths === 'string' ? [paths] : paths, ...rest }
}

/** Belongs to whatever uses it. */
export function helper(rest: Omit<Mapping, 'usedBy'> = {}): Mapping {
  return { usedBy: true, ...rest }
}

/** Says how other things are to be deployed, and is nothing that runs. */
export function unseen(otherwise: string): Mapping {
  return { otherwise }
}
