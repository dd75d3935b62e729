import type { Draft } from './assemble'
import { asList, isGiven, Pending, type Value } from './value'

/** Where a draft is in the network, as values of its template. */
export interface NetworkPlace {
  subnets: readonly Value[]
  /** Something is certainly given for the subnets, be it a parameter. */
  subnetsSure: boolean
  securityGroups: readonly Value[]
  vpc: Value | undefined
  zones: Value | undefined
  optional: boolean
}

export function networkPlace({ mapping, bundle }: Draft): NetworkPlace {
  const network = mapping.network?.(bundle.properties, bundle) ?? {}
  const subnets = asList(network.subnets)
  return {
    subnets,
    subnetsSure: isGiven(network.subnets) === true || subnets.some(isParameter),
    securityGroups: asList(network.securityGroups),
    vpc: network.vpc,
    zones: network.zones,
    optional: network.optional === true,
  }
}

/** A parameter has to be given some value; what an undecided condition gives may be nothing. */
function isParameter(value: Value): boolean {
  return (
    value instanceof Pending &&
    value.parts.every(
      (part) =>
        typeof part === 'string' || part.kind === 'reference' || !part.name.startsWith('If '),
    )
  )
}
